/** Platforms by first letter, and what a list says of each. */
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';

/** `A` → its platforms; digits and other signs stand together under `#`. */
export function byLetter(platforms: readonly Platform[]): [string, Platform[]][] {
	return [...Map.groupBy(platforms, ({ name }) => letterOf(name))];
}

/** Where the platforms of a letter begin on their page. */
export function letterId(letter: string): string {
	return letter === '#' ? 'letter-other' : `letter-${letter.toLowerCase()}`;
}

function letterOf(name: string): string {
	const first = (name[0] ?? '').normalize('NFD').charAt(0).toUpperCase();
	return /\p{L}/u.test(first) ? first : '#';
}

/** The newest change of rank `prominent`, else the newest with a page that is no first record; null where there is none. */
export function lastChange(agreement: Agreement): Change | null {
	const shown = agreement.changes.filter(({ rank, class: kind }) => rank !== 'folded' && kind !== 'first');
	return shown.findLast(({ rank }) => rank === 'prominent') ?? shown.at(-1) ?? null;
}

export interface Latest {
	readonly agreement: Agreement;
	readonly change: Change;
}

/** Prominent changes of a platform, newest first. */
export function latestOf(platform: Platform): Latest[] {
	return platform.agreements
		.flatMap((agreement) => agreement.changes.map((change) => ({ agreement, change })))
		.filter(({ change }) => change.rank === 'prominent')
		.toSorted(
			(one, other) => Date.parse(other.change.version.fetched) - Date.parse(one.change.version.fetched),
		);
}
