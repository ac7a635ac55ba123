/** What a platform does on a topic as data for machines, in the words of schema.org. */
import type { Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { absolute, homeUrl, onUrl } from '../addresses/urls.ts';
import { quotation } from '../formats/quotation.ts';
import type { OnPage } from './on-page.ts';

/** @see https://schema.org/docs/full.html */
export function onSchema(
	{ collection }: Pick<Archive, 'collection'>,
	platform: Platform,
	topic: Topic,
	{ title, lead, sides }: OnPage,
): object {
	const page = absolute(onUrl(platform, topic.id));
	return {
		'@context': 'https://schema.org',
		'@type': 'WebPage',
		'@id': page,
		url: page,
		name: title,
		description: lead.join(' '),
		about: topic.name,
		inLanguage: 'en',
		isAccessibleForFree: true,
		isPartOf: { '@type': 'WebSite', name: collection.name, url: absolute(homeUrl()) },
		citation: sides.map(({ best }) => quotation(best, best.finding.quote)),
	};
}
