/** What the check of a built site came to, in words. */
import { counted } from '../../src/text/counts-in-words.ts';
import type { SiteReport } from '../site-check/site-check.ts';

/** Enough to mend by, not so much that the first is lost. */
const mostShown = 40;

export function formatSiteReport({ faults, pages, links, validated }: SiteReport): string {
	const more = faults.length - mostShown;
	const lines = [
		...faults.slice(0, mostShown).map(({ page, what }) => `${page}: ${what}`),
		...(more > 0 ? [`… and ${more} more`] : []),
	];
	const sums = `${counted(faults.length, 'fault')} in ${counted(pages, 'page')} with ${counted(links, 'link')}`;
	return `${lines.join('\n')}\n${sums}; ${counted(validated, 'page')} held against the rules of HTML`;
}
