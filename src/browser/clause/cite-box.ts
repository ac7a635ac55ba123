/** Fills the citation of a page with all its forms when it is first opened. Runs in the browser. */
import { type Cited, citationHtml } from '../../site/formats/citation.ts';
import { part } from '../elements.ts';
import { startCopyButtons } from './copy.ts';

for (const box of document.querySelectorAll<HTMLElement>('.cite')) {
	box.addEventListener('toggle', () => fill(box), { once: true });
}

function fill(box: HTMLElement): void {
	const forms = part('.citations', box);
	forms.innerHTML = citationHtml(JSON.parse(box.dataset.cited ?? '') as Cited);
	startCopyButtons(forms);
}
