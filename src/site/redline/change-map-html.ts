/** The document as a line of sections, drawn by the build for a change and by the browser for two days. */

import { escapeHtml } from '../../text/escape.ts';
import type { Bars, MapLine } from './change-map.ts';

/** What the marks of a redline between two moments say. */
export const legendOfTime =
	'<span><ins>underlined</ins> words came in</span> <span><del>struck</del> words went out</span>';

/**
 * A list beside the redline, a strip above it on narrow screens, below its title.
 * @param lines and `bars` HTML, left out where a script fills them in: `data-map`, `data-strip`
 */
export function mapHtml(title: string, legend: string, { lines = '', bars = '' } = {}): string {
	const heading = `<h2>${title}<span class="of-strip">, from the beginning of the agreement to its end</span></h2>`;
	const strip = `<svg class="strip" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" data-strip>${bars}</svg>`;
	const list = `<ol class="plain" data-map>${lines}</ol>`;
	const map = `<div class="map">${heading}${strip}${list}<p class="legend">${legend}</p></div>`;
	return `<nav class="rail" aria-label="${title}">${map}</nav>`;
}

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
