/** Addresses that once had a page and lead elsewhere now: what was published stays a link that leads to what it led to. */
import type { Archive, Platform } from '../../model/archive.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { changeHref } from './links.ts';
import { renamedAddresses } from './renamed-addresses.ts';
import { changeUrl } from './urls.ts';

/** Both with base path. */
export interface FormerAddress {
	readonly from: string;
	/** May name a place on its page. */
	readonly to: string;
	/** What stands there, for the one who is not sent on at once. */
	readonly name: string;
	/** A sentence. */
	readonly why: string;
}

/** In the order of the archive; none of them is the address of a page, and each is there once. */
export function formerAddresses(archive: Pick<Archive, 'platforms' | 'formerPlatforms'>): FormerAddress[] {
	return [...lostPages(archive.platforms), ...renamedAddresses(archive)];
}

function lostPages(platforms: readonly Platform[]): FormerAddress[] {
	return platforms.flatMap((platform) =>
		platform.agreements.flatMap((agreement) =>
			agreement.changes
				.filter(({ hadPage }) => hadPage)
				.map((change) => ({
					from: changeUrl(platform, agreement, change),
					to: changeHref(platform, agreement, change),
					name: `${platform.name} ${agreement.name}, ${dayInWords(change.version.fetched)}`,
					why: 'No sentence came in, went out or was reworded then; the history of the agreement says what differed.',
				})),
		),
	);
}
