/** What the check of a built site came to, in words. */
import { counted } from '../../src/text/counts-in-words.ts';
import type { SiteReport } from '../site-check/site-check.ts';

/** Enough to mend by, not so much that the first is lost. */
const mostShown = 40;

/** What is wrong and was published all the same, for the page that a forge shows of the run; empty where nothing is. */
export function summariseSiteFaults({ faults }: SiteReport): string {
	if (faults.length === 0) return '';
	const more = faults.length - mostShown;
	const lines = faults.slice(0, mostShown).map(({ page, what }) => `    ${page}: ${what}`);
	return [
		`### ${counted(faults.length, 'fault')} in the pages`,
		'',
		...lines,
		...(more > 0 ? [`    … and ${more} more`] : []),
		'',
		'Of links that people wrote, `npm run check` names the file and the line.',
		'',
	].join('\n');
}

export function formatSiteReport({ faults, pages, links, validated }: SiteReport): string {
	const more = faults.length - mostShown;
	const lines = [
		...faults.slice(0, mostShown).map(({ page, what }) => `${page}: ${what}`),
		...(more > 0 ? [`… and ${more} more`] : []),
	];
	const sums = `${counted(faults.length, 'fault')} in ${counted(pages, 'page')} with ${counted(links, 'link')}`;
	return `${lines.join('\n')}\n${sums}; ${counted(validated, 'page')} held against the rules of HTML`;
}
