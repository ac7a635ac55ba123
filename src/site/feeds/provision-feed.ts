/** The feed of one provision: what happened to its clause, and when a person last read it. */

import type { Archive, Provision } from '../../model/archive.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { absolute, provisionFeedUrl, provisionUrl } from '../addresses/urls.ts';
import { type FeedItem, type WriteFeed, writeFeed } from '../formats/rss.ts';
import { clauseTime, type TimeStep } from '../provisions/clause-through-time.ts';

/** Who follows a clause need not hear of a new number or place. */
const told: ReadonlySet<TimeStep['kind']> = new Set(['came', 'reworded', 'number', 'left', 'returned']);

export function provisionFeed(archive: Archive, provision: Provision, write: WriteFeed = writeFeed): string {
	const { platform, agreement, title, slug } = provision;
	const steps = clauseTime(provision).steps.filter(({ kind }) => told.has(kind));
	const items = [reviewItem(provision), ...steps.map((step) => stepItem(provision, step))];
	return write(
		{
			title: `${platform.name}: ${title}`,
			description: `What happens to this clause of the ${agreement.name}, and to what ${archive.collection.name} says of it`,
			page: provisionUrl(platform, slug),
			self: provisionFeedUrl(platform, slug),
			asOf: null,
		},
		items.sort((one, other) => (one.date < other.date ? 1 : -1)),
	);
}

/** A new review is a new item: what it says may be new. */
function reviewItem({ platform, title, slug, lead, reviewed, whyItMatters }: Provision): FeedItem {
	const page = provisionUrl(platform, slug);
	return {
		title: `Reviewed ${dayInWords(reviewed)}: ${title}`,
		lead,
		page,
		identity: `${platform.name}/provisions/${slug} reviewed ${reviewed}`,
		categories: [platform.name],
		date: `${reviewed}T00:00:00Z`,
		body: `<p>${escapeHtml(lead)}</p><p>${escapeHtml(whyItMatters)}</p><p><a href="${escapeHtml(absolute(page))}">The whole page</a></p>`,
	};
}

/** Its words are archived ones, drawn and escaped by the room of redlines. */
function stepItem({ platform, agreement, title, slug }: Provision, step: TimeStep): FeedItem {
	const { version } = step.change;
	const page = `<a href="${escapeHtml(absolute(provisionUrl(platform, slug)))}">${escapeHtml(title)}</a>`;
	const day = dayInWords(version.fetched);
	const said = `${platform.name} ${agreement.name}, ${day}: ${step.label.toLowerCase()}`;
	return {
		title: `${step.label}: ${title}`,
		lead: `${said}.`,
		page: step.href,
		identity: `${platform.name}/provisions/${slug} ${step.kind} ${version.fetched} ${step.number}`,
		categories: [platform.name],
		date: version.fetched,
		body: `<p>${escapeHtml(said)}.</p>${step.html === '' ? '' : `<blockquote>${step.html}</blockquote>`}<p>Explained: ${page}</p>`,
	};
}
