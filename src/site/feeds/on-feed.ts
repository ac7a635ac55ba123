/** The feed of what one platform says on one topic: each change of the clauses that take a side there. */
import type { Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { byProgram } from '../addresses/glossary.ts';
import { absolute, onFeedUrl, onUrl } from '../addresses/urls.ts';
import { type FeedItem, type WriteFeed, writeFeed } from '../formats/rss.ts';
import { type OnStep, onHistory, sidesInWords } from '../on/on-history.ts';
import { onTitle } from '../on/on-page.ts';

/** Who follows clauses need not hear of a name that was replaced throughout, or of a day. */
const told: ReadonlySet<OnStep['kind']> = new Set(['came', 'reworded', 'number', 'left', 'returned']);

export function onFeed(
	archive: Archive,
	platform: Platform,
	topic: Topic,
	write: WriteFeed = writeFeed,
): string {
	const steps = onHistory(platform, topic).steps.filter(({ kind }) => told.has(kind));
	return write(
		{
			title: onTitle(platform, topic),
			description: `What happens to the clauses of ${platform.name} on ${topic.name}, from ${archive.collection.name}, ${byProgram}`,
			page: onUrl(platform, topic.id),
			self: onFeedUrl(platform, topic.id),
			asOf: null,
		},
		steps.map((step) => stepItem(platform, topic, step)),
	);
}

/** Its words are archived ones, drawn and escaped by the room of redlines. */
function stepItem(platform: Platform, topic: Topic, step: OnStep): FeedItem {
	const { agreement, change, number, label, html } = step;
	const title = onTitle(platform, topic);
	const sides = sidesInWords(step).join('; ');
	const said = `${agreement.name}${number === '' ? '' : ` ${number}`}, ${dayInWords(change.version.fetched)}: ${label.toLowerCase()}${sides === '' ? '' : ` (${sides})`}`;
	const page = `<a href="${escapeHtml(absolute(onUrl(platform, topic.id)))}">${escapeHtml(title)}</a>`;
	return {
		title: `${label}: ${title}`,
		lead: `${said}.`,
		page: step.href,
		identity: `${platform.name}/on/${topic.id} ${step.kind} ${agreement.path} ${change.version.fetched} ${number}`,
		categories: [platform.name, topic.name],
		date: change.version.fetched,
		body: `<p>${escapeHtml(said)}.</p>${html === '' ? '' : `<blockquote>${html}</blockquote>`}<p>${page}</p>`,
	};
}
