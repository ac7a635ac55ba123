/** What a trial fetch found, in words. */

import type { Trial } from '../../src/authoring/try-page.ts';
import { warningsOf } from '../../src/capture/page.ts';
import { lineDiff } from './line-diff.ts';

/** Lines of what differs between two fetches: enough to see what it is. */
const shownLines = 12;

export function formatTrial({ rules, proposal, captured, warnings, second }: Trial): string {
	const { pages, text, fetcher } = captured;
	const [page] = pages;
	const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
	const lines = [
		`fetched    ${page?.address}  ${page?.status} ${page?.contentType}, ${page?.bytes.byteLength} bytes${fetcher === 'fullDom' ? ', in a browser' : ''}`,
		`select     ${String(rules.select)}${proposal === null ? '' : proposalInWords(proposal)}`,
		`text       ${words} words in ${text.trimEnd().split('\n').length} lines`,
		...warningsOf(pages).map((warning) => `warning    ${warning}`),
		...warnings.map(
			({ at, what, line }) => `warning    line ${at}: ${what}\n             ${line.trim().slice(0, 90)}`,
		),
		...(second === null
			? ['fetched twice: the same text']
			: [
					'warning    a second fetch gave another text: what differs belongs into remove, or a part is served by turns',
					lineDiff(text, second, shownLines).replaceAll(/^/gm, '             '),
				]),
	];
	return lines.join('\n');
}

function proposalInWords({ coverage, purity, isStable }: NonNullable<Trial['proposal']>): string {
	const share = (part: number) => `${Math.round(part * 100)} %`;
	const name = isStable ? '' : '; it has no name that is likely to stay, so look for a better one';
	return `  (proposed: holds ${share(coverage)} of the page’s running text, ${share(purity)} of its own text is running text${name})`;
}
