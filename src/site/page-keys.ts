/**
 * What each page depends on, as a short key: a build takes a page over from the last one where its key is the same.
 *
 * A key must hold everything its page shows; code and style are Astro's part. Pages of an agreement depend on the whole agreement, which
 * its versions stand for: they name the texts, and the rest is computed of them; what the rules of topics found in them is named as well,
 * because rules are data. Of the archive's today a key holds no more than
 * what a reader can see of it: the month in which axes end, and which changes have passed from one age into the next.
 */
import { createHash } from 'node:crypto';
import { topicsWithPage } from '../analysis/topics/own-side.ts';
import type { Agreement, Archive, Entry, Platform, Provision } from '../model/archive.ts';
import type { Change } from '../model/change.ts';
import type { OwnPage, Post } from '../model/editorial.ts';
import type { Regulation } from '../model/regulation.ts';
import type { Topic } from '../model/topic.ts';
import { monthOf } from '../text/days-in-words.ts';
import { ageCounts } from './agreement/ages.ts';
import { topicsInAgreement } from './agreement/topics-in-agreement.ts';
import { digestOf, type Week } from './digest/digest.ts';
import { newestItems } from './feeds/change-items.ts';
import { finishedWeeks } from './feeds/digest-feeds.ts';
import { othersBeside } from './on/on-page.ts';
import { toldEntries } from './overview/entries.ts';
import { lastFetched } from './overview/spans.ts';
import { alsoAt } from './overview/told-once.ts';
import { explainedAt, explainedIn, nameOfTopic, type Surroundings } from './provisions/explained.ts';
import { notesOf, notesOn } from './provisions/notes.ts';
import { subjectsOf } from './provisions/posts.ts';
import { noticeOf } from './status/capture-status.ts';
import { platformRetirement } from './status/retirement.ts';
import { oncePerTopic } from './topics/once-per-topic.ts';
import { provisionsTouching } from './topics/regulation-view.ts';
import { topicEntries, topicsOf } from './topics/topics-of-change.ts';

/** History, feed and ledger file of an agreement: nothing in them grows older. Notes on its changes stand in most of its pages. */
export function agreementKey(archive: Archive, platform: Platform, agreement: Agreement): string {
	const known = agreementKeys.get(archive) ?? new WeakMap<Agreement, string>();
	agreementKeys.set(archive, known);
	const key = known.get(agreement) ?? keyOfAgreement(archive, platform, agreement);
	known.set(agreement, key);
	return key;
}

/** Asked for by each page of the agreement, and by each of its platform's on a topic. */
const agreementKeys = new WeakMap<Archive, WeakMap<Agreement, string>>();

function keyOfAgreement(archive: Archive, platform: Platform, agreement: Agreement): string {
	return hashOf([
		frameOf(archive),
		namesOf(platform),
		contentOf(agreement),
		notesOf(archive, agreement),
		agreement.changes.map((change) => siblingsOf(archive, change)),
	]);
}

/**
 * A change, which names its topics and the provisions that it touches, and whose small timeline ends with the archive's newest month.
 */
export function changeKey(archive: Archive, platform: Platform, agreement: Agreement): string {
	const named = new Set(agreement.changes.flatMap(({ topics }) => topics));
	const sided = topicsWithPage(platform);
	return hashOf([
		agreementKey(archive, platform, agreement),
		monthOf(todayOf(archive)),
		explainedIn(archive, agreement).map(placeOf),
		archive.topics
			.filter(({ id }) => named.has(id))
			.map(({ id, name, stances }) => [id, name, stances.map((stance) => stance.name), sided.has(id)]),
	]);
}

/**
 * Pages that show ages: the agreement's own, and those with its large timeline, which shows the gaps of the archive too. Of the status of
 * its capture no more than the notice: when its page was last asked for is another time in each run.
 */
export function ageKey(archive: Archive, platform: Platform, agreement: Agreement): string {
	const ages = ageCounts(agreement.changes, todayOf(archive));
	const notice = noticeOf(archive, platform, agreement);
	const topics = topicsInAgreement(archive, platform, agreement);
	return hashOf([changeKey(archive, platform, agreement), ages, archive.gaps, notice, topics]);
}

/** The feed of a platform: what its items tell, and of one without an item the day. */
export function platformFeedKey(archive: Archive, platform: Platform): string {
	const entries = toldEntries(archive, (entry) => entry.platform === platform);
	const asOf = entries.length === 0 ? lastFetched(platform.agreements) : '';
	const retired = platformRetirement(platform);
	return hashOf([frameOf(archive), namesOf(platform), itemsOf(archive, entries), asOf ?? '', retired]);
}

export function platformKey(archive: Archive, platform: Platform): string {
	return hashOf(platform.agreements.map((agreement) => ageKey(archive, platform, agreement)));
}

/**
 * All pages of a platform that belong to no single agreement. Which clauses are on which topic is part of its agreements; how topics are
 * named and weighed, and which languages their rules read, is not.
 */
export function platformPagesKey(archive: Archive, platform: Platform): string {
	return hashOf([
		platformKey(archive, platform),
		namesOf(platform),
		vocabularyOf(archive),
		spreadsShown(archive, platform),
		archive.formerPlatforms.filter(({ now }) => now === platform.slug),
		explainedAt(archive, platform).map(placeOf),
	]);
}

/** How widely the topics are found that a platform has, or had, a clause on. */
function spreadsShown({ spread }: Archive, { agreements }: Platform): unknown {
	const shown = new Set(agreements.flatMap(({ topics }) => topics.findings.map(({ topic }) => topic)));
	return [...spread].filter(([topic]) => shown.has(topic));
}

/**
 * A provision: its clause and the ages of its marks, all that was written, and what it leads to.
 * @param around what its page is given to show
 * @param others what its page shows of other platforms
 */
export function provisionKey(
	archive: Archive,
	provision: Provision,
	{ topic, regulations, related }: Surroundings,
	others: unknown,
): string {
	const { sameTopic, samePlatform, posts } = related;
	return hashOf([
		ageKey(archive, provision.platform, provision.agreement),
		writtenOf(provision),
		[...sameTopic, ...samePlatform].map(placeOf),
		posts.map(({ slug, title }) => [slug, title]),
		[topic?.name ?? null, regulations],
		others,
	]);
}

/** What a platform says on a topic: its agreements that ever were on it, all that is written of the topic, and what others say. */
export function onKey(archive: Archive, platform: Platform, topic: Topic): string {
	const own = platform.agreements.filter(({ topics }) => topics.stays[topic.id] !== undefined);
	return hashOf([
		namesOf(platform),
		own.map((agreement) => agreementKey(archive, platform, agreement)),
		writtenOnTopic(archive, topic),
		othersBeside(archive, platform, topic),
		archive.provisions.filter((each) => each.platform === platform && each.topic === topic.id).map(writtenOf),
	]);
}

/** What is written of a topic, and of the laws on it: the same on the pages of all platforms. */
const writtenOnTopic = oncePerTopic((archive, topic) =>
	hashOf([
		topic,
		archive.regulations.map(({ id, short, topics }) => [
			id,
			short,
			topics.filter((each) => each.topic === topic.id),
		]),
	]),
);

/** A regulation, and the provisions that touch it. */
export function regulationKey(archive: Archive, regulation: Regulation): string {
	const names = regulation.topics.map(({ topic }) => nameOfTopic(archive, topic));
	const touching = provisionsTouching(archive, regulation).map(({ provision, citation, touches }) => [
		placeOf(provision),
		citation,
		touches,
	]);
	return hashOf([frameOf(archive), regulation, names, touching]);
}

/** Of plain data, its own content: such as a file that costs less to make than to say what it depends on. */
export function dataKey(data: unknown): string {
	return hashOf(data);
}

/** @param months the neighbours that the page leads to */
export function monthKey(
	archive: Archive,
	entries: readonly Entry[],
	months: readonly (string | undefined)[],
): string {
	return hashOf([
		frameOf(archive),
		months.map((month) => month ?? ''),
		entries.map((entry) => lineOf(archive, entry)),
	]);
}

function lineOf(archive: Archive, { platform, agreement, change }: Entry): readonly unknown[] {
	return [namesOf(platform), namesOf(agreement), hashOfChange(change), siblingsOf(archive, change)];
}

const changeHashes = new WeakMap<Change, string>();

/** A change stands in the key of its month and in that of its week. By which numbers its sentences are known no page shows. */
function hashOfChange(change: Change): string {
	const known = changeHashes.get(change);
	if (known !== undefined) return known;
	const { sentences, ...shown } = change;
	const hash = hashOf(shown);
	changeHashes.set(change, hash);
	return hash;
}

/** Where else the same happened: names and addresses. */
function siblingsOf(archive: Archive, change: Change): readonly unknown[] {
	return alsoAt(archive, { change }).map((other) => [
		namesOf(other.platform),
		namesOf(other.agreement),
		other.change.day,
	]);
}

const weekKeys = new WeakMap<Archive, Map<Week, string>>();

/** A week and its feed: the words of its changes are part of them. Asked for by both, and by the feed of the newest weeks. */
export function weekKey(archive: Archive, week: Week): string {
	const known = weekKeys.get(archive) ?? new Map<Week, string>();
	weekKeys.set(archive, known);
	const key = known.get(week) ?? keyOfWeek(archive, week);
	known.set(week, key);
	return key;
}

function keyOfWeek(archive: Archive, week: Week): string {
	return hashOf([frameOf(archive), topicsTold(archive), weekContent(archive, week)]);
}

const toldTopics = new WeakMap<readonly Topic[], string>();

/** What weeks tell of topics. */
function topicsTold({ topics }: Archive): string {
	const known =
		toldTopics.get(topics) ??
		hashOf(
			topics.map(({ id, name, weight, definition, stances }) => [id, name, weight, definition, stances]),
		);
	toldTopics.set(topics, known);
	return known;
}

/** The feed of finished weeks: what their pages show, and when the archive was last new where it has none. */
export function digestFeedKey(archive: Archive): string {
	const weeks = finishedWeeks(archive);
	return hashOf([weeks.map((week) => weekKey(archive, week)), weeks.length === 0 ? archive.latest : '']);
}

function weekContent(archive: Archive, { week, entries, earlier, later, soFar }: Week): unknown {
	const { reviewed, posts } = digestOf(archive, { week, entries }, 0);
	return [
		...[week, earlier, later, soFar],
		entries.map((entry) => [...lineOf(archive, entry), entry.agreement.language, notesOn(archive, entry)]),
		reviewed.map(({ platform, agreement, slug, title }) => [namesOf(platform), agreement.name, slug, title]),
		posts.map(({ slug, title, author }) => [slug, title, author]),
	];
}

/** A post, with the names of what it speaks of. */
export function postKey(archive: Archive, post: Post): string {
	const { provisions, topics } = subjectsOf(archive, post);
	return hashOf([
		frameOf(archive),
		post,
		provisions.map(({ platform, agreement, slug, title }) => [
			namesOf(platform),
			agreement.name,
			slug,
			title,
		]),
		topics.map(({ id, name }) => [id, name]),
	]);
}

/** A page that the maintainer wrote. */
export function ownPageKey(archive: Archive, page: OwnPage): string {
	return hashOf([frameOf(archive), page]);
}

/** A page made of plain values, which are all that it shows beside its frame. */
export function viewKey(archive: Archive, view: unknown): string {
	return hashOf([frameOf(archive), view]);
}

/** The same of a topic's feed. */
export function topicFeedKey(archive: Archive, topic: Topic): string {
	const { id, name, definition } = topic;
	const entries = topicEntries(archive, topic);
	const asOf = entries.length === 0 ? archive.latest : '';
	return hashOf([frameOf(archive), id, name, definition, itemsOf(archive, entries), asOf]);
}

/** What a feed tells of changes whose redline it leaves out. */
function itemsOf(archive: Archive, entries: readonly Entry[]): unknown {
	return entries
		.slice(0, newestItems)
		.map((entry) => [
			...lineOf(archive, entry),
			entry.agreement.language,
			notesOn(archive, entry),
			topicsOf(archive, entry.change).map(({ name }) => name),
		]);
}

/** What stands on every page, in front of every path, and decides which changes a link leads to on the page of their year. */
function frameOf({ collection, prefix, hasProvisions, pages, yearPagesBefore }: Archive): unknown {
	// Who is told of changes stands on no page.
	const { alerts: _, ...shown } = collection;
	return [shown, prefix, hasProvisions, pages.map(({ slug, title }) => [slug, title]), yearPagesBefore];
}

/** What other pages show of a provision: where it is, its name, its quote and whether that stands. */
function placeOf({ platform, agreement, slug, title, lead, quote, history }: Provision): unknown {
	return [namesOf(platform), namesOf(agreement), slug, title, lead, quote, history];
}

function writtenOf({ platform, agreement, ...written }: Provision): unknown {
	return [namesOf(platform), namesOf(agreement), written];
}

function namesOf({ name, slug }: Platform | Agreement): readonly string[] {
	return [name, slug];
}

const contents = new WeakMap<Agreement, string>();

/** Asked for once for each page of an agreement. */
function contentOf(agreement: Agreement): string {
	const known = contents.get(agreement);
	if (known !== undefined) return known;
	const topics = [agreement.topics, agreement.changes.map((change) => change.topics)];
	const { path, former, retired, provenSince, versions } = agreement;
	const content = hashOf([namesOf(agreement), path, former, retired, provenSince, versions, topics]);
	contents.set(agreement, content);
	return content;
}

const vocabularies = new WeakMap<readonly Topic[], string>();

function vocabularyOf({ topics }: Archive): string {
	const known = vocabularies.get(topics) ?? hashOf(topics);
	vocabularies.set(topics, known);
	return known;
}

function todayOf({ latest }: Archive): string {
	return latest ?? '';
}

function hashOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
