/** Opens the history of a clause below it, in the browser. */
import { lookKinds } from '../../analysis/ledger/event-kinds.ts';
import { type DatedStep, datedSteps, historyItemsHtml } from '../../site/redline/clause-history-html.ts';
import { counted } from '../../text/counts-in-words.ts';
import { agreementArchive } from './agreement-archive.ts';

/** Steps shown at once: each costs a word diff, and nobody reads three hundred. */
const shownAtOnce = 20;

/** @returns what was drawn, in words */
export async function drawHistory(article: HTMLElement, anchor: string, body: HTMLElement): Promise<string> {
	const archive = await agreementArchive(article);
	const clause = archive.ledger.clauses.findIndex((candidate) => candidate.anchor === anchor);
	const steps = datedSteps(archive, clause);
	const telling = steps.filter(({ kind }) => !lookKinds.has(kind));
	const list = document.createElement('ol');
	list.className = 'clause-history';
	const draw = (shown: readonly DatedStep[]): void => {
		list.innerHTML = historyItemsHtml(archive, clause, shown, article.lang);
	};
	const more = (words: string, shown: readonly DatedStep[], first: number): HTMLButtonElement => {
		const made = document.createElement('button');
		made.type = 'button';
		made.textContent = words;
		made.addEventListener('click', () => {
			draw(shown);
			made.remove();
			list.children[first]?.querySelector('a')?.focus();
		});
		return made;
	};
	draw(telling.slice(0, shownAtOnce));
	body.replaceChildren(list);
	if (telling.length > shownAtOnce) body.append(more(`Show all ${telling.length}`, telling, shownAtOnce));
	const rest = steps.length - telling.length;
	if (rest > 0)
		body.append(more(`Show ${counted(rest, 'change')} of links, markup or typography too`, steps, 0));
	return `${counted(telling.length, 'entry', 'entries')} in the history of this clause, newest first`;
}
