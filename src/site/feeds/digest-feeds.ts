/** The feeds of the digest: finished weeks, one item each; and the changes of one week, one item each. */
import type { Archive } from '../../model/archive.ts';
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
import { byWeight, digestOf, type PlatformWeek, type Week, weeksOf } from '../digest/digest.ts';
import { type FeedItem, writeFeed } from '../formats/rss.ts';
import { toldOnce } from '../overview/told-once.ts';
import { passageHtml, passageItem } from './change-items.ts';

/** Weeks that the feed of the digest holds: a quarter of a year. */
const newestWeeks = 13;
/** Changes that an item shows with their words. */
const mostShown = 20;
/** Items of a week's feed. */
const mostChanges = 50;

/** A week enters once it is over, so that no item says less than its page. */
export function finishedWeeks(archive: Archive): readonly Week[] {
	return weeksOf(archive)
		.filter(({ soFar }) => soFar === null)
		.slice(0, newestWeeks);
}

export function digestFeed(archive: Archive): string {
	const { name } = archive.collection;
	const items = finishedWeeks(archive).map((week) => weekItem(archive, week));
	const channel = {
		title: `${name}: the week`,
		description: `What changed in each week, the weightiest first, from ${name}`,
		page: digestsUrl(),
		self: digestFeedUrl(),
		asOf: archive.latest,
	};
	return writeFeed(channel, items);
}

/** The heaviest changes of a week, newest first, each with its most telling words. */
export function weekFeed(archive: Archive, week: Week): string {
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
	return writeFeed(channel, items);
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
	const { platforms, further, lesser, reviewed, posts } = digestOf(archive, week, mostShown);
	const written = [
		...reviewed.map((provision) => ({
			title: provision.title,
			page: provisionUrl(provision.platform, provision.slug),
		})),
		...posts.map((post) => ({ title: post.title, page: postUrl(post.slug) })),
	];
	const shown = new Set(platforms.flatMap(({ entries }) => entries));
	const left = [...further, ...lesser].filter((entry) => !shown.has(entry)).length;
	return [
		`<p>${escapeHtml(countsBriefly(week.counts))}.</p>`,
		...platforms.map((group) => platformHtml(archive, group)),
		left === 0 ? '' : `<p>${link(digestUrl(week.week), `… and ${counted(left, 'more change')}`)}</p>`,
		written.length === 0
			? ''
			: `<h3>Written that week</h3><ul>${written.map(({ title, page }) => `<li>${link(page, title)}</li>`).join('')}</ul>`,
	].join('');
}

function platformHtml(archive: Archive, { platform, entries }: PlatformWeek): string {
	const changes = entries.map((entry) => {
		const { agreement, change } = entry;
		const title = link(changeHref(platform, agreement, change), agreement.name);
		return `<h4>${title}, ${dayInWords(change.version.fetched)}</h4>${passageHtml(archive, entry)}`;
	});
	return `<h3>${escapeHtml(platform.name)}</h3>${changes.join('')}`;
}

function link(page: string, words: string): string {
	return `<a href="${escapeHtml(absolute(page))}">${escapeHtml(words)}</a>`;
}
