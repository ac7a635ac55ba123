/** A found quote with its decisive words marked, as HTML. */
import type { TopicFinding } from '../model/topic.ts';
import { escapeHtml } from './escape.ts';

export function markedQuote({ quote, marks }: Pick<TopicFinding, 'quote' | 'marks'>): string {
	let html = '';
	let at = 0;
	for (const [start, end] of marks) {
		html += `${escapeHtml(quote.slice(at, start))}<b>${escapeHtml(quote.slice(start, end))}</b>`;
		at = end;
	}
	return html + escapeHtml(quote.slice(at));
}
