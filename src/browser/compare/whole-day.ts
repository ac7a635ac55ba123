/** Draws the whole text of one day. Loaded only where that is asked for: it brings the history into the page, and a reader of Markdown. */
import { versionOn } from '../../site/compare/compare-days.ts';
import { sideOf } from '../../site/compare/side.ts';
import { sideHtml } from '../../site/compare/side-html.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { agreementArchive } from '../clause/agreement-archive.ts';
import { body, head, root, say } from './compare-parts.ts';
import type { Drawing } from './drawing.ts';
import { wholeText } from './whole-text.ts';

/** @throws Error where the history cannot be had or read */
export async function openWholeDay(): Promise<Drawing> {
	const agreement = await agreementArchive(root);
	const { ledger, versions } = agreement;
	return {
		versions,
		draw: async ({ to: day }, notes) => {
			const index = versionOn(versions, day) ?? 0;
			const side = sideHtml(agreement, sideOf(agreement, day, index));
			head.innerHTML = `<div class="margin"></div><p class="col small">${side}</p>`;
			const text = document.createElement('article');
			text.className = 'document';
			setWords(text);
			text.append(wholeText(ledger, index));
			body.replaceChildren(text);
			say(notes, `Whole text on ${dayInWords(day)}.`);
		},
	};
}

/** Language and direction of the archived words, as the build knows them. */
function setWords(element: HTMLElement): void {
	const { lang, dir = 'ltr' } = root.dataset;
	if (lang !== undefined) element.lang = lang;
	element.dir = dir;
}
