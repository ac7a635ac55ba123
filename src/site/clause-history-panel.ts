/** Opens the history of a clause below it, in the browser. */
import { agreementArchive } from './agreement-archive.ts';
import { datedSteps, historyItemsHtml } from './clause-history-html.ts';
import { counted } from './counting.ts';

/** Steps shown at once: each costs a word diff, and nobody reads three hundred. */
const shownAtOnce = 20;

/** @returns what was drawn, in words */
export async function drawHistory(article: HTMLElement, anchor: string, body: HTMLElement): Promise<string> {
	const archive = await agreementArchive(article);
	const clause = archive.ledger.clauses.findIndex((candidate) => candidate.anchor === anchor);
	const steps = datedSteps(archive, clause);
	const draw = (from: number, to?: number): string =>
		historyItemsHtml(archive, clause, steps.slice(from, to), article.lang);
	const list = document.createElement('ol');
	list.className = 'clause-history';
	list.innerHTML = draw(0, shownAtOnce);
	body.replaceChildren(list);
	if (steps.length > shownAtOnce) {
		const more = document.createElement('button');
		more.type = 'button';
		more.textContent = `Show all ${steps.length}`;
		more.addEventListener('click', () => {
			list.insertAdjacentHTML('beforeend', draw(shownAtOnce));
			more.remove();
			list.children[shownAtOnce]?.querySelector('a')?.focus();
		});
		body.append(more);
	}
	return `${counted(steps.length, 'entry', 'entries')} in the history of this clause, newest first`;
}
