/** The document as a line of sections, drawn by the build for a change and by the browser for two days. */

import { escapeHtml } from '../../text/escape.ts';
import type { Bars, MapLine } from './change-map.ts';

/** Paths inside an SVG. */
export function barsHtml(bars: readonly Bars[]): string {
	return bars.map(({ tone, path }) => `<path class="bar-${tone}" d="${path}"></path>`).join('');
}

/** Items of the list beside a redline. */
export function mapLinesHtml(lines: readonly MapLine[]): string {
	return lines
		.map(({ title, bars, anchor }) => {
			const paths = barsHtml(bars);
			const words = escapeHtml(title);
			const name =
				anchor === null ? `<span>${words}</span>` : `<a href="#${escapeHtml(anchor)}">${words}</a>`;
			return `<li>${paths === '' ? '' : `<svg aria-hidden="true">${paths}</svg>`}${name}</li>`;
		})
		.join('');
}
