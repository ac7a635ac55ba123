/** The feeds: the newest prominent changes of the archive, of a platform, of an agreement, of a topic, and the list of all platforms' feeds. */
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Retirement } from '../../model/retirement.ts';
import type { Topic } from '../../model/topic.ts';
import { byProgram, words } from '../addresses/glossary.ts';
import {
	absolute,
	agreementFeedUrl,
	agreementUrl,
	feedUrl,
	homeUrl,
	opmlUrl,
	platformFeedUrl,
	platformUrl,
	topicFeedUrl,
	topicUrl,
} from '../addresses/urls.ts';
import { opmlOf } from '../formats/opml.ts';
import { feedDate, type WriteFeed, writeFeed } from '../formats/rss.ts';
import { toldEntries } from '../overview/entries.ts';
import { lastFetched } from '../overview/spans.ts';
import { followedUntil, platformRetirement } from '../status/retirement.ts';
import { topicEntries } from '../topics/topics-of-change.ts';
import { changeFeed, type ItemOf, passageItem, redlineItem } from './change-items.ts';

/** Every platform's prominent changes. */
export function archiveFeed(archive: Archive, write: WriteFeed = writeFeed): string {
	const { name, tagline } = archive.collection;
	return changeFeed(
		archive,
		toldEntries(archive, () => true),
		{
			title: `${name}: ${words.terms.many}`,
			description: tagline,
			page: homeUrl(),
			self: feedUrl(),
			asOf: archive.latest,
		},
		redlineItem,
		write,
	);
}

export function platformFeed(archive: Archive, platform: Platform, write: WriteFeed = writeFeed): string {
	const entries = toldEntries(archive, (entry) => entry.platform === platform);
	return changeFeed(
		archive,
		entries,
		{
			title: `${platform.name}: ${words.terms.many}`,
			description: `What changed in the agreements of ${platform.name}, from ${archive.collection.name}${over(platformRetirement(platform))}`,
			page: platformUrl(platform),
			self: platformFeedUrl(platform),
			asOf: lastFetched(platform.agreements) ?? null,
		},
		passageItem,
		write,
	);
}

/** @param itemOf how much of a change is told: where the same feed lies in another form too, the redlines stand in one of them alone */
export function agreementFeed(
	archive: Archive,
	platform: Platform,
	agreement: Agreement,
	write: WriteFeed = writeFeed,
	itemOf: ItemOf = redlineItem,
): string {
	const entries = toldEntries(archive, (entry) => entry.agreement === agreement);
	return changeFeed(
		archive,
		entries,
		{
			title: `${platform.name} ${agreement.name}: ${words.terms.many}`,
			description: `What changed in this agreement, from ${archive.collection.name}${over(agreement.retired)}`,
			page: agreementUrl(platform, agreement),
			self: agreementFeedUrl(platform, agreement),
			asOf: lastFetched([agreement]) ?? null,
		},
		itemOf,
		write,
	);
}

function over(retired: Retirement | null): string {
	return retired === null ? '' : `. ${followedUntil(retired)}`;
}

/** Changes of clauses on a topic, at any platform. */
export function topicFeed(archive: Archive, topic: Topic, write: WriteFeed = writeFeed): string {
	return changeFeed(
		archive,
		topicEntries(archive, topic),
		{
			title: `${topic.name}: ${words.terms.many}`,
			description: `${topic.definition} From ${archive.collection.name}, ${byProgram}`,
			page: topicUrl(topic.id),
			self: topicFeedUrl(topic.id),
			asOf: archive.latest,
		},
		passageItem,
		write,
	);
}

/** OPML 2.0 with one feed a platform, for readers that import lists. */
export function platformsOpml(archive: Archive): string {
	const feeds = archive.platforms.map((platform) => ({
		name: platform.name,
		feed: absolute(platformFeedUrl(platform)),
		page: absolute(platformUrl(platform)),
	}));
	const title = `${archive.collection.name}: all platforms`;
	return opmlOf(title, feedDate(archive.latest), feeds, absolute(opmlUrl()));
}
