/** Addresses under the former names of platforms and agreements, and where what stood there is found now. */
import { shownVersion } from '../../analysis/history/shown-version.ts';
import type { Agreement, Archive, FormerName, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import { dayNamer } from '../../text/day-names.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import type { FormerAddress } from './former-addresses.ts';
import { changeHref } from './links.ts';
import { agreementUrl, changeUrl, compareUrl, historyUrl, platformUrl, provisionUrl } from './urls.ts';

/** None of them is the address of a page, and each is there once. */
export function renamedAddresses({
	platforms,
	formerPlatforms,
}: Pick<Archive, 'platforms' | 'formerPlatforms'>): FormerAddress[] {
	return [
		...formerPlatforms.flatMap(({ former, now }) =>
			platforms
				.filter(({ slug }) => slug === now)
				.map((platform) => ({
					from: platformUrl(former),
					to: platformUrl(platform),
					name: former.name,
					why: renamed(former.name, platform.name),
				})),
		),
		...platforms.flatMap((platform) =>
			platform.agreements
				.filter(({ former }) => former.length > 0)
				.flatMap((agreement) => [
					...agreement.former.flatMap((name) => underName(name, platform, agreement)),
					...underOwnName(platform, agreement),
				]),
		),
	];
}

/** Provisions under the former names of their platforms. */
export function renamedProvisions({
	formerPlatforms,
	provisions,
}: Pick<Archive, 'formerPlatforms' | 'provisions'>): FormerAddress[] {
	const gone = new Map(formerPlatforms.map(({ former }) => [former.slug, former]));
	return provisions.flatMap(({ platform, agreement, slug, title }) => {
		const slugs = new Set(agreement.former.map((name) => name.platform.slug));
		return [...slugs].flatMap((each) => {
			const former = gone.get(each);
			if (former === undefined) return [];
			const why = renamed(former.name, platform.name);
			return [{ from: provisionUrl(former, slug), to: provisionUrl(platform, slug), name: title, why }];
		});
	});
}

function renamed(former: string, today: string): string {
	return `What was recorded as ${former} is recorded as ${today} now.`;
}

function underName(name: FormerName, platform: Platform, agreement: Agreement): FormerAddress[] {
	const before = `${name.platform.name} ${name.agreement.name}`;
	const why = renamed(before, `${platform.name} ${agreement.name}`);
	const isFollowed = shownVersion(agreement.changes) >= 0;
	const pages = [agreementUrl, historyUrl, ...(isFollowed ? [compareUrl] : [])].map((url) => ({
		from: url(name.platform, name.agreement),
		to: url(platform, agreement),
		name: before,
		why,
	}));
	const changes = daysAlone(agreement, name.path).map(({ day, change }) => ({
		from: changeUrl(name.platform, name.agreement, { day }),
		to: changeHref(platform, agreement, change),
		name: `${before}, ${dayInWords(change.version.fetched)}`,
		why,
	}));
	return [...pages, ...changes];
}

/** Changes that had another address, or a page, before the history under the former names was joined to it. */
function underOwnName(platform: Platform, agreement: Agreement): FormerAddress[] {
	const taken = new Set(
		agreement.changes.filter((change) => hasPage(change) || change.hadPage).map(({ day }) => day),
	);
	const name = `${platform.name} ${agreement.name}`;
	return daysAlone(agreement, agreement.path)
		.filter(({ day }) => !taken.has(day))
		.map(({ day, change }) => ({
			from: changeUrl(platform, agreement, { day }),
			to: changeHref(platform, agreement, change),
			name: `${name}, ${dayInWords(change.version.fetched)}`,
			why: `The history of ${name} under its former names was joined to it.`,
		}));
}

/** The changes that had a page while the versions of one name stood alone, each with the day that was its address. */
function daysAlone(
	{ changes }: Agreement,
	path: string,
): { readonly day: string; readonly change: Change }[] {
	const nameOf = dayNamer();
	return changes
		.filter(({ version }) => version.path === path)
		.map((change, index) => ({ day: nameOf(change.version.fetched), change, isFirst: index === 0 }))
		.filter(({ change, isFirst }) => isFirst || hasPage(change) || change.hadPage);
}
