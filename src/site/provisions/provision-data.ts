/**
 * A provision as data for machines: a W3C Web Annotation that finds its quote, and what schema.org has words for. What it is not: a claim
 * that was checked for truth (ClaimReview), or law (Legislation).
 */
import type { Archive, Provision } from '../../model/archive.ts';
import { absolute, agreementUrl, homeUrl, provisionUrl } from '../addresses/urls.ts';
import { quotation } from '../formats/quotation.ts';
import { nameOfTopic } from './explained.ts';
import { type Answer, questionsOf } from './questions-and-answers.ts';
import { wordsAround } from './quote-place.ts';

/** @see https://www.w3.org/TR/annotation-model/ */
export function annotationOf(provision: Provision): object {
	const { platform, agreement, history, slug, quote, reviewed } = provision;
	const page = absolute(provisionUrl(platform, slug));
	return {
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		id: `${page}#annotation`,
		type: 'Annotation',
		motivation: 'describing',
		modified: `${reviewed}T00:00:00Z`,
		...(provision.author ? { creator: { type: 'Person', name: provision.author } } : {}),
		body: { id: page, type: 'Text', format: 'text/html', language: 'en' },
		target: {
			source: absolute(agreementUrl(platform, agreement)),
			// The page shows today's text: the words were read in that of this moment.
			state: { type: 'TimeState', sourceDate: agreement.versions[history.verified]?.fetched },
			selector: { type: 'TextQuoteSelector', exact: quote.exact, ...wordsAround(provision) },
		},
	};
}

/** @see https://schema.org/docs/full.html */
export function schemaOf(archive: Archive, provision: Provision): object {
	const page = absolute(provisionUrl(provision.platform, provision.slug));
	return {
		'@context': 'https://schema.org',
		'@graph': [
			pageOf(archive, provision, page),
			articleOf(archive, provision, page),
			quotationOf(provision, page),
			questionsPageOf(archive, provision, page),
		],
	};
}

function pageOf({ collection: { name } }: Archive, provision: Provision, page: string): object {
	return {
		'@type': 'WebPage',
		'@id': page,
		url: page,
		name: provision.title,
		description: provision.lead,
		inLanguage: 'en',
		lastReviewed: provision.reviewed,
		isPartOf: { '@type': 'WebSite', name, url: absolute(homeUrl()) },
		mainEntity: { '@id': `${page}#article` },
	};
}

function articleOf(archive: Archive, provision: Provision, page: string): object {
	const publisher = { '@type': 'Organization', name: archive.collection.name, url: absolute(homeUrl()) };
	return {
		'@type': 'Article',
		'@id': `${page}#article`,
		headline: provision.title,
		abstract: provision.lead,
		about: nameOfTopic(archive, provision.topic),
		dateModified: provision.reviewed,
		inLanguage: 'en',
		isAccessibleForFree: true,
		author: provision.author ? { '@type': 'Person', name: provision.author } : publisher,
		publisher,
		citation: { '@id': `${page}#quotation` },
	};
}

function quotationOf(provision: Provision, page: string): object {
	return { '@id': `${page}#quotation`, ...quotation(provision, provision.quote.exact) };
}

function questionsPageOf(archive: Archive, provision: Provision, page: string): object {
	return {
		'@type': 'FAQPage',
		'@id': `${page}#questions`,
		isPartOf: { '@id': page },
		mainEntity: questionsOf(archive, provision).map(questionOf),
	};
}

function questionOf({ question, answer }: Answer): object {
	return { '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text: answer } };
}

/** JSON that may stand inside a script element: no sign in it can end or comment out the element. */
export function jsonForScript(data: object): string {
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
