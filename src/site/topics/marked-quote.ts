/** A found quote with its decisive words marked, as HTML. */
import type { TopicFinding } from '../../model/topic.ts';
import { escapeHtml } from '../../text/escape.ts';

/** @param tag `b` where the ground of a search hit would be too loud */
export function markedQuote(
	{ quote, marks }: Pick<TopicFinding, 'quote' | 'marks'>,
	tag: 'b' | 'mark' = 'b',
): string {
	let html = '';
	let at = 0;
	for (const [start, end] of marks) {
		html += `${escapeHtml(quote.slice(at, start))}<${tag}>${escapeHtml(quote.slice(start, end))}</${tag}>`;
		at = end;
	}
	return html + escapeHtml(quote.slice(at));
}
