/** The forms of a citation as HTML: one template for the pages and for what the browser adds to them. */

import { escapeHtml } from '../../text/escape.ts';
import { type Cited, citationForms } from './citation.ts';

/** The buttons show where a script makes them work, see `copy.ts`. */
export function citationHtml(cited: Cited): string {
	return citationForms(cited)
		.map(({ name, text }) => {
			const button = '<button type="button" data-copy aria-live="polite" hidden>Copy</button>';
			const words = `<pre tabindex="0" role="group" aria-label="${name}">${escapeHtml(text)}</pre>`;
			return `<div class="citation"><b>${name}</b>${button}${words}</div>`;
		})
		.join('');
}
