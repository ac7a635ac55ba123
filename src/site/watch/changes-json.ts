/**
 * The changes that matter, of one platform or on one topic, as data: `changes.json` beside the page of each. The watchlist is put
 * together from these files, and other programs may read them. What they hold is told here; `format` is raised when a reader of them
 * would have to change. New fields may come at any time.
 */
import { sentence } from '../../analysis/changes/change-summary.ts';
import type { Archive, Entry, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { changeUrl, platformUrl, topicUrl, withoutBase } from '../addresses/urls.ts';
import { latestOf } from '../overview/directory.ts';
import { prominentEntries } from '../overview/entries.ts';

export interface ChangesFile {
	readonly format: 1;
	/** Of the platform or the topic. */
	readonly name: string;
	/** Its page, where older changes are found too. Like every address here relative to the home page: `versolette/`. */
	readonly url: string;
	/** Changes of rank `prominent`, newest first. */
	readonly changes: readonly ListedChange[];
	/** How many older ones were left out. */
	readonly more: number;
}

export interface ListedChange {
	readonly platform: string;
	readonly agreement: string;
	/** Last part of its address: `2026-06-16`, or `2026-06-16-2` for the second version of that day (UTC). */
	readonly day: string;
	/** When the version was fetched that the change led to: `2026-06-16T04:12:07Z`. */
	readonly fetched: string;
	/** What it did, computed: "2 clauses added, 3 reworded, in Fees". */
	readonly sentence: string;
	/** Topics of its clauses by their short names, found by rule: `ai-training`. */
	readonly topics: readonly string[];
	/** `<platform>/<agreement>/<day>/`, or `<platform>/<agreement>/<year>/#<day>` where it shares the page of its year. */
	readonly url: string;
}

/** Years of most platforms, and some 60 KB of the busiest one. */
const mostOfPlatform = 200;
/** A topic gathers all platforms; whoever opens a watchlist after a year away still finds that year. */
const mostOfTopic = 300;

export function platformChanges(platform: Platform): ChangesFile {
	const entries = latestOf(platform).map((latest) => ({ platform, ...latest }));
	return changesFile(platform.name, platformUrl(platform), entries, mostOfPlatform);
}

export function topicChanges(archive: Archive, topic: Topic): ChangesFile {
	const entries = prominentEntries(archive).filter(({ change }) => change.topics.includes(topic.id));
	return changesFile(topic.name, topicUrl(topic.id), entries, mostOfTopic);
}

function changesFile(name: string, page: string, entries: readonly Entry[], most: number): ChangesFile {
	return {
		format: 1,
		name,
		url: fromHome(page),
		changes: entries.slice(0, most).map(listed),
		more: Math.max(0, entries.length - most),
	};
}

function listed({ platform, agreement, change }: Entry): ListedChange {
	return {
		platform: platform.name,
		agreement: agreement.name,
		day: change.day,
		fetched: change.version.fetched,
		sentence: sentence(change),
		topics: change.topics,
		url: fromHome(changeUrl(platform, agreement, change)),
	};
}

function fromHome(path: string): string {
	return withoutBase(path).slice(1);
}
