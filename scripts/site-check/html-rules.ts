/** Checks pages of a built site against the rules of HTML, on all pages or on a sample that can be drawn again. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { SiteFault } from './site-fault.ts';

/** @returns one fault for each broken rule on each page of `pages` */
export async function checkHtml(directory: string, pages: readonly string[]): Promise<SiteFault[]> {
	const validator = new HtmlValidate(
		new FileSystemConfigLoader({ extends: ['html-validate:standard'], root: true }),
	);
	const faults: SiteFault[] = [];
	for (const page of pages) {
		const report = await validator.validateString(await readFile(path.join(directory, page), 'utf8'));
		const messages = report.results.flatMap((result) => result.messages);
		faults.push(
			...messages.map(({ message, ruleId, line }) => ({
				page,
				what: `line ${line}: ${message} (${ruleId})`,
				stops: false,
			})),
		);
	}
	return faults;
}

/**
 * All pages where there are at most `size`; else of each kind of page a fair share, kinds with few pages whole. The same pages and
 * size give the same sample.
 */
export function samplePages(pages: readonly string[], size: number): string[] {
	if (pages.length <= size) return [...pages];
	const kinds = [...Map.groupBy(pages, pageKind).values()].sort((one, other) => one.length - other.length);
	const sample: string[] = [];
	for (const [index, kind] of kinds.entries()) {
		const share = Math.ceil((size - sample.length) / (kinds.length - index));
		sample.push(...spread(kind, share));
	}
	return sample;
}

/** The route that made a page, as far as its address tells: depth and fixed words, `* / * / day / index.html`. */
function pageKind(page: string): string {
	const parts = page.split('/');
	return parts
		.map((part, depth) => {
			if (/^\d{4}-\d{2}-\d{2}(-\d+)?$/.test(part)) return 'day';
			const fixed = depth === parts.length - 1 || ['history', 'compare', 'provisions'].includes(part);
			return fixed || parts.length === 1 ? part : '*';
		})
		.join('/');
}

/** Evenly spaced members, begun at a place that the list itself decides. */
function spread(list: readonly string[], count: number): string[] {
	if (list.length <= count) return [...list];
	const step = list.length / count;
	return Array.from({ length: count }, (_, index) => list[Math.floor((index + 0.5) * step)] ?? '');
}
