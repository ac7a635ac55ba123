/**
 * What each page depends on, as a short key: a build takes a page over from the last one where its key is the same.
 *
 * A key must hold everything its page shows; code and style are Astro's part. Pages of an agreement depend on the whole agreement, which
 * its versions stand for: they name the texts, and the rest is computed of them. Of the archive's today a key holds no more than
 * what a reader can see of it: the month in which axes end, and which changes have passed from one age into the next.
 */
import { createHash } from 'node:crypto';
import type { Agreement, Archive, Entry, Platform } from '../model/archive.ts';
import { ageCounts } from './ages.ts';
import { monthOf } from './dates.ts';
import { gapsOf } from './gaps.ts';
import { notesOf } from './notes.ts';
import { noticeOf } from './status-view.ts';

/** History, feed and ledger file of an agreement: nothing in them grows older. Notes on its changes stand in most of its pages. */
export function agreementKey(archive: Archive, platform: Platform, agreement: Agreement): string {
	return hashOf([frameOf(archive), namesOf(platform), contentOf(agreement), notesOf(archive, agreement)]);
}

/** A change, whose small timeline ends with the archive's newest month. */
export function changeKey(archive: Archive, platform: Platform, agreement: Agreement): string {
	return hashOf([agreementKey(archive, platform, agreement), monthOf(todayOf(archive))]);
}

/**
 * Pages that show ages: the agreement's own, and those with its large timeline, which shows the gaps of the archive too. Of the status of
 * its capture no more than the notice: when its page was last asked for is another time in each run.
 */
export function ageKey(archive: Archive, platform: Platform, agreement: Agreement): string {
	const ages = ageCounts(agreement.changes, todayOf(archive));
	const notice = noticeOf(archive, platform, agreement);
	return hashOf([changeKey(archive, platform, agreement), ages, gapsOf(archive), notice]);
}

export function platformFeedKey(archive: Archive, platform: Platform): string {
	return hashOf(platform.agreements.map((agreement) => agreementKey(archive, platform, agreement)));
}

export function platformKey(archive: Archive, platform: Platform): string {
	return hashOf(platform.agreements.map((agreement) => ageKey(archive, platform, agreement)));
}

/** @param months the neighbours that the page leads to */
export function monthKey(
	archive: Archive,
	entries: readonly Entry[],
	months: readonly (string | undefined)[],
): string {
	const lines = entries.map(({ platform, agreement, change }) => [
		namesOf(platform),
		namesOf(agreement),
		change,
	]);
	return hashOf([frameOf(archive), months.map((month) => month ?? ''), lines]);
}

/** What stands on every page, and in front of every path. */
function frameOf({ collection, prefix }: Archive): unknown {
	return [collection, prefix];
}

function namesOf({ name, slug }: Platform | Agreement): readonly string[] {
	return [name, slug];
}

const contents = new WeakMap<Agreement, string>();

/** Asked for once for each page of an agreement. */
function contentOf(agreement: Agreement): string {
	const known = contents.get(agreement);
	if (known !== undefined) return known;
	const content = hashOf([namesOf(agreement), agreement.path, agreement.versions]);
	contents.set(agreement, content);
	return content;
}

function todayOf({ latest }: Archive): string {
	return latest ?? '';
}

function hashOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
