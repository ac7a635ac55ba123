/** What a build came to, in GitHub's Markdown, for the page that a forge shows of the run. */
import type { BuildReport } from '../../src/build/build-site.ts';
import { bytesOf, type KindWeight } from '../../src/build/site-weight.ts';
import { counted } from '../../src/text/counts-in-words.ts';

/** A warning may quote what somebody declared: as code nothing in it becomes a link or a mention. */
export function summariseBuild({ pages, weight, warnings }: BuildReport): string {
	const said = warnings.map((warning) => `    ${warning.replaceAll('\n', '\n    ')}\n`);
	return [
		'## Site',
		'',
		`${counted(pages, 'page')}, ${megabytes(bytesOf(weight))}.`,
		'',
		...(said.length === 0 ? [] : ['### Warnings', '', ...said]),
		'| files | number | MB | expected |',
		'| --- | ---: | ---: | ---: |',
		...weight.map(rowOf),
		'',
	].join('\n');
}

function rowOf({ kind, files, bytes, expected }: KindWeight): string {
	return `| ${kind} | ${files} | ${tenths(bytes)} | ${tenths(expected)} |`;
}

function megabytes(bytes: number): string {
	return `${tenths(bytes)} MB`;
}

function tenths(bytes: number): string {
	return (bytes / 1_000_000).toFixed(1);
}
