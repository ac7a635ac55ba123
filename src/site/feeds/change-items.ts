/** Changes as items of feeds: of the archive, a platform, an agreement, a topic, a week. */

import { sentence } from '../../analysis/changes/change-summary.ts';
import { redline } from '../../analysis/redline/redline.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import type { State } from '../../model/ledger.ts';
import { listed } from '../../text/counts-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { wordsOf } from '../addresses/language-attributes.ts';
import { absolute, changeUrl } from '../addresses/urls.ts';
import type { Channel, FeedItem, WriteFeed } from '../formats/rss.ts';
import { changeIdentity } from '../overview/change-identity.ts';
import { alsoAt } from '../overview/told-once.ts';
import { noteHtml, notesOn } from '../provisions/notes.ts';
import { feedEdits, feedRedline } from '../redline/feed-redline.ts';
import { topicsOf } from '../topics/topics-of-change.ts';

/** Topics named in an item. */
const mostTopics = 5;
/** Items that a feed of changes holds. */
export const newestItems = 50;

/** How a change is told in a feed: with its whole redline, or by its most telling words. */
export type ItemOf = (archive: Archive, entry: Entry) => FeedItem;

/** @param entries newest first; more than a feed holds may be given */
export function changeFeed(
	archive: Archive,
	entries: readonly Entry[],
	channel: Channel,
	itemOf: ItemOf,
	write: WriteFeed,
): string {
	return write(
		channel,
		entries.slice(0, newestItems).map((entry) => itemOf(archive, entry)),
	);
}

/** @param entry one whose change has a page */
export function redlineItem(archive: Archive, entry: Entry): FeedItem {
	return { ...headline(entry), body: `${saidOf(archive, entry)}${drawnRedline(archive, entry)}` };
}

const passageItems = new WeakMap<Archive, Map<Entry['change'], FeedItem>>();

/**
 * Its most telling words and a link to the rest. A change stands in the feeds of its platform, of each of its topics and of its week: a
 * redline in each of them would be the same one three to six times, and most of what all feeds weigh. Made once for all of them.
 */
export function passageItem(archive: Archive, entry: Entry): FeedItem {
	const made = passageItems.get(archive) ?? new Map<Entry['change'], FeedItem>();
	passageItems.set(archive, made);
	const item = made.get(entry.change) ?? madePassageItem(archive, entry);
	made.set(entry.change, item);
	return item;
}

function madePassageItem(archive: Archive, entry: Entry): FeedItem {
	const head = headline(entry);
	const page = escapeHtml(absolute(head.page));
	return {
		...head,
		body: `${passageHtml(archive, entry)}<p><a href="${page}">The whole change, with its evidence</a></p>`,
	};
}

/** Notes, the sentence, the most telling words, topics. */
function passageHtml(archive: Archive, entry: Entry): string {
	return `${saidOf(archive, entry)}${shownWords(archive, entry)}`;
}

/** The same below a title that says the sentence already. */
export function telling(archive: Archive, entry: Entry): string {
	const notes = notesOn(archive, entry).map(noteHtml).join('');
	return `${notes}${shownWords(archive, entry)}${alsoHtml(archive, entry)}`;
}

function shownWords(archive: Archive, entry: Entry): string {
	const { lang } = wordsOf(entry.agreement);
	const edits = entry.change.passage;
	const attributes = `${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`} dir="auto"`;
	const words = edits.length === 0 ? '' : `<blockquote${attributes}>${feedEdits(edits)}</blockquote>`;
	const topics = topicsOf(archive, entry.change).map(({ name }) => name);
	const found =
		topics.length === 0 ? '' : `<p><small>On ${escapeHtml(listed(topics.slice(0, mostTopics)))}</small></p>`;
	return `${words}${found}`;
}

/** An item that still wants a body. */
function headline(entry: Entry): Omit<FeedItem, 'body'> {
	const { platform, agreement, change } = entry;
	const said = sentence(change);
	return {
		title: `${platform.name} ${agreement.name}: ${said}`,
		lead: said,
		page: changeUrl(platform, agreement, change),
		identity: changeIdentity(entry),
		categories: [platform.name, agreement.name],
		date: change.version.fetched,
	};
}

/** What a person wrote of the change, marked as such, what is computed of it, and where else the same happened. */
function saidOf(archive: Archive, entry: Entry): string {
	return `${notesOn(archive, entry).map(noteHtml).join('')}<p>${escapeHtml(sentence(entry.change))}</p>${alsoHtml(archive, entry)}`;
}

/** Where else the same sentences changed. */
function alsoHtml(archive: Archive, entry: Entry): string {
	const places = alsoAt(archive, entry).map(({ platform, agreement, change }) => {
		const page = absolute(changeUrl(platform, agreement, change));
		return `<a href="${escapeHtml(page)}">${escapeHtml(`${platform.name} ${agreement.name}`)}</a>`;
	});
	return places.length === 0 ? '' : `<p>Also at ${listed(places)}.</p>`;
}

const emptyState: State = { clauses: new Int32Array(), texts: new Int32Array() };

const redlines = new WeakMap<Entry['change'], string>();

/** A change stands in the feeds of its agreement, under all its names, and of the archive; it is drawn once. */
export function drawnRedline(archive: Archive, { platform, agreement, change }: Entry): string {
	const known = archive.redlines.get(change) ?? redlines.get(change);
	if (known !== undefined) return known;
	const page = absolute(changeUrl(platform, agreement, change));
	const { ledger, language } = agreement;
	const before = ledger.states[change.base] ?? emptyState;
	const blocks = redline(ledger, before, ledger.states[change.index] ?? emptyState);
	const html = feedRedline(ledger, blocks, language, page);
	redlines.set(change, html);
	return html;
}
