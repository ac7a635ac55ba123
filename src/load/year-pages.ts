/** Which changes share the page of their year: those of whole calendar years, so that an address moves at the turn of a year and at no other time. */
import type { Agreement, Platform } from '../model/archive.ts';
import { hasPage } from '../model/change.ts';
import type { Collection } from '../model/collection.ts';
import { Fault } from '../model/fault.ts';

/**
 * How many calendar years before this one keep a page for each change; undefined where all do. YEAR_PAGES_AFTER goes before the collection,
 * for an archive without one; an empty variable says nothing.
 * @throws Fault where it is no number
 */
export function yearPagesAfter(
	{ yearPagesAfter }: Pick<Collection, 'yearPagesAfter'>,
	{ YEAR_PAGES_AFTER }: NodeJS.ProcessEnv = process.env,
): number | undefined {
	if (!YEAR_PAGES_AFTER) return yearPagesAfter;
	if (/^\d{1,2}$/.test(YEAR_PAGES_AFTER)) return Number(YEAR_PAGES_AFTER);
	throw new Fault(
		`${JSON.stringify(YEAR_PAGES_AFTER)} is no number of years`,
		'YEAR_PAGES_AFTER',
		'Give a whole number, such as 2: older changes then stand on one page for each year and agreement.',
	);
}

/**
 * @param after as of {@link yearPagesAfter}
 * @param latest the archive's newest moment
 * @returns the first year whose changes have pages of their own; empty where those of all years have
 */
export function firstOwnYear(after: number | undefined, latest: string | null): string {
	if (after === undefined || latest === null) return '';
	return String(Number(latest.slice(0, 4)) - after);
}

/** @param before as of {@link firstOwnYear} */
export function withYearPages(platforms: readonly Platform[], before: string): Platform[] {
	if (before === '') return [...platforms];
	return platforms.map((platform) => ({
		...platform,
		agreements: platform.agreements.map((agreement) => withYearPagesOf(agreement, before)),
	}));
}

/** A copy that leaves the ledger where it is: to spread the agreement would ask for it. */
function withYearPagesOf(agreement: Agreement, before: string): Agreement {
	const changes = agreement.changes.map((change) => ({
		...change,
		onYearPage: hasPage(change) && change.day < before,
	}));
	const fields = Object.getOwnPropertyDescriptors(agreement);
	return Object.defineProperties(
		{},
		{ ...fields, changes: { value: changes, enumerable: true } },
	) as Agreement;
}
