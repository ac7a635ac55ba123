/** What a preview says in place of a page, or above one: that the archive is being read, and what is wrong with which file. Own HTML, for none of the site's can be relied on then. */
import type { LiveState, Work } from '../../load/live/live-archive.ts';
import type { Fault } from '../../model/fault.ts';
import { grouped } from '../../text/counts-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';

/** In place of every page until there is an archive. It looks again by itself. */
export function pageWithoutArchive({ faults, work }: LiveState, now: number): string {
	const said = work === null ? '' : `<p>${escapeHtml(workInWords(work, now))}</p>`;
	const title = faults.length > 0 ? 'This archive cannot be shown yet' : 'The archive is being read';
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>${title}</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 45rem; margin: 3rem auto; padding: 0 1rem } ${faultStyle}</style></head>
<body><h1>${title}</h1>${said}${faultList(faults)}</body></html>
`;
}

/** Behind the end of a page, where browsers take it as its last part; empty where there is nothing to say. */
export function bannerOf({ faults, work }: LiveState, now: number): string {
	const said =
		work === null
			? ''
			: `<p>${escapeHtml(workInWords(work, now))} Until then this page shows what was known before.</p>`;
	if (faults.length === 0 && said === '') return '';
	return `<aside role="alert" id="preview-says" style="${bannerStyle}"><style>${faultStyle}</style>${said}${faultList(faults)}</aside>`;
}

/** `The archive is being read: 312 of 41,750 texts, about 2 minutes left.` @param now milliseconds since 1970 */
export function workInWords({ since, progress }: Work, now: number): string {
	if (progress === null) return 'The archive is being read.';
	const { done, of } = progress;
	const texts = `${grouped(done)} of ${grouped(of)} texts`;
	const left = done === 0 ? null : ((now - since) / done) * (of - done);
	return `The archive is being analysed, which is kept for the next time: ${texts}${left === null ? '' : `, about ${lengthInWords(left)} left`}.`;
}

function lengthInWords(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
	return `${Math.round(seconds / 60)} minutes`;
}

const bannerStyle =
	'position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 60vh; overflow: auto; padding: 0.5rem 1rem; border-top: 3px solid #b00020; background: #fff; color: #111; font: 0.9375rem/1.5 system-ui, sans-serif';

const faultStyle =
	'.preview-fault { margin: 1rem 0; white-space: pre-wrap } .preview-fault code { font-weight: 600 }';

/** Where, what, and what to do. */
function faultList(faults: readonly Fault[]): string {
	return faults
		.map(({ where, what, remedy }) => {
			const place = `<code>${escapeHtml(where)}</code>`;
			return `<p class="preview-fault">${place}\n${escapeHtml(what)}\n${escapeHtml(remedy)}</p>`;
		})
		.join('');
}
