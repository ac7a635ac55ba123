/** The feeds of the digest: finished weeks, one item each; and the changes of one week, one item each. */
import { sentence } from '../../analysis/changes/change-summary.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import { counted } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { endOfWeek, lastDay, weekInWords } from '../../text/weeks.ts';
import { countsBriefly, termsInWords, words } from '../addresses/glossary.ts';
import { changeHref } from '../addresses/links.ts';
import {
	absolute,
	digestFeedUrl,
	digestsUrl,
	digestUrl,
	digestWeekFeedUrl,
	postUrl,
	provisionUrl,
} from '../addresses/urls.ts';
import { byWeight, digestOf, type Week, weeksOf } from '../digest/digest.ts';
import { type FeedItem, type WriteFeed, writeFeed } from '../formats/rss.ts';
import { toldOnce } from '../overview/told-once.ts';
import { whyItWeighs } from '../topics/why-it-weighs.ts';
import { passageItem, telling } from './change-items.ts';

/** Weeks that the feed of the digest holds: a quarter of a year. */
const newestWeeks = 13;
/** Changes that an item tells with their words, and platforms of which it lists the others. */
const mostShown = 10;
const mostBrief = 40;
/** Items of a week's feed. */
const mostChanges = 50;

/** A week enters once it is over, so that no item says less than its page. */
export function finishedWeeks(archive: Archive): readonly Week[] {
	return weeksOf(archive)
		.filter(({ soFar }) => soFar === null)
		.slice(0, newestWeeks);
}

export function digestFeed(archive: Archive, write: WriteFeed = writeFeed): string {
	const { name } = archive.collection;
	const items = finishedWeeks(archive).map((week) => weekItem(archive, week));
	const channel = {
		title: `${name}: the week`,
		description: `What changed in each week, the weightiest first, from ${name}`,
		page: digestsUrl(),
		self: digestFeedUrl(),
		asOf: archive.latest,
	};
	return write(channel, items);
}

/** The heaviest changes of a week, newest first, each with its most telling words. */
export function weekFeed(archive: Archive, week: Week, write: WriteFeed = writeFeed): string {
	const { name } = archive.collection;
	const prominent = toldOnce(archive, week.entries).filter(({ change }) => change.rank === 'prominent');
	const heaviest = new Set(byWeight(archive, prominent).slice(0, mostChanges));
	const items = prominent.filter((entry) => heaviest.has(entry)).map((entry) => passageItem(archive, entry));
	const days = weekInWords(week.week);
	const channel = {
		title: `${name}: ${words.terms.many}, ${days}`,
		description: `What changed from ${days}, from ${name}`,
		page: digestUrl(week.week),
		self: digestWeekFeedUrl(week.week),
		asOf: week.soFar ?? lastDay(week.week),
	};
	return write(channel, items);
}

function weekItem(archive: Archive, week: Week): FeedItem {
	return {
		title: `The week of ${weekInWords(week.week)}: ${termsInWords(week.counts.terms)}`,
		lead: `${countsBriefly(week.counts)}.`,
		page: digestUrl(week.week),
		identity: `digest ${week.week}`,
		categories: [],
		date: endOfWeek(week.week),
		body: weekHtml(archive, week),
	};
}

function weekHtml(archive: Archive, week: Week): string {
	const { told, further, lesser, reviewed, posts } = digestOf(archive, week, mostShown);
	const written = [
		...reviewed.map((provision) => ({
			title: provision.title,
			page: provisionUrl(provision.platform, provision.slug),
		})),
		...posts.map((post) => ({ title: post.title, page: postUrl(post.slug) })),
	];
	const brief = further.slice(0, mostBrief);
	const shown = new Set([...told, ...brief.flatMap(({ entries }) => entries)]);
	const left = [...further.flatMap(({ entries }) => entries), ...lesser].filter(
		(entry) => !shown.has(entry),
	).length;
	return [
		`<p>${escapeHtml(countsBriefly(week.counts))}.</p>`,
		...told.map((entry) => toldHtml(archive, entry)),
		listHtml(
			'Also changed',
			brief.flatMap(({ entries }) => entries.map(lineHtml)),
		),
		left === 0 ? '' : `<p>${link(digestUrl(week.week), `… and ${counted(left, 'more change')}`)}</p>`,
		listHtml(
			'Written that week',
			written.map(({ title, page }) => link(page, title)),
		),
	].join('');
}

/** Who, what happened, why it weighs, and the words that show it. */
function toldHtml(archive: Archive, entry: Entry): string {
	const { platform, agreement, change } = entry;
	const title = link(changeHref(platform, agreement, change), sentence(change));
	const whose = `<b>${escapeHtml(platform.name)}</b> ${escapeHtml(agreement.name)}, ${dayInWords(change.version.fetched)}`;
	const why = whyItWeighs(archive, entry);
	const reason =
		why === null
			? ''
			: `<p>${why.kind === 'fact' ? '' : '<em>Why it matters, of clauses of this kind:</em> '}${escapeHtml(why.words)}</p>`;
	return `<h3>${title}</h3><p>${whose}</p>${reason}${telling(archive, entry)}`;
}

function lineHtml({ platform, agreement, change }: Entry): string {
	const name = link(changeHref(platform, agreement, change), `${platform.name} ${agreement.name}`);
	return `${name}: ${escapeHtml(sentence(change))}`;
}

function listHtml(title: string, items: readonly string[]): string {
	return items.length === 0
		? ''
		: `<h3>${title}</h3><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function link(page: string, words: string): string {
	return `<a href="${escapeHtml(absolute(page))}">${escapeHtml(words)}</a>`;
}
