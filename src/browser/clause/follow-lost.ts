/** Sends a link to a clause that stands no more on to where the clause went, in the browser, or says what became of it. */
import { make } from '../elements.ts';
import { namedClause } from './clause-name.ts';

/** An address may name a clause that went out: into the list of these, or past it. */
export async function followLost(article: HTMLElement): Promise<void> {
	const anchor = namedClause();
	if (anchor === null) return;
	const target = document.getElementById(anchor);
	const listed = target?.closest('.went-out') ? target.querySelector('a') : null;
	if (listed) return location.replace(listed.href);
	if (target !== null) return;
	try {
		const { lostClause } = await import('./lost-clause.ts');
		const found = await lostClause(article, anchor);
		if (found.address !== null) return location.replace(found.address);
		say(article, found.words);
	} catch {
		say(article, 'The clause of this link stands no more, and what became of it could not be looked up.');
	}
}

function say(article: HTMLElement, words: string): void {
	const line = make('p', 'note', words);
	line.role = 'status';
	line.lang = 'en';
	article.prepend(line);
	line.scrollIntoView({ block: 'center' });
}
