/** `provisions.json`: clauses that a person explained, each with the quote that the archive proves. */
import type { ProvisionsAnswer, Quote } from '../../model/api-answers.ts';
import type { Archive, Provision } from '../../model/archive.ts';
import type { Version } from '../../model/version.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { absolute, provisionFeedUrl, provisionUrl } from '../addresses/urls.ts';
import { nameOfTopic } from '../provisions/explained.ts';
import { clauseHref } from '../redline/clauses-on-page.ts';
import { feedsOf } from './feeds-of.ts';
import { nameOf, type Recorded } from './names.ts';

export function provisionsAnswer(archive: Archive): ProvisionsAnswer {
	return {
		provisions: archive.provisions.map((provision) => {
			const { platform, slug, title, topic, history, reviewed, author, lead, whyItMatters } = provision;
			return {
				id: slug,
				title,
				topic: { id: topic, name: nameOfTopic(archive, topic) },
				address: absolute(provisionUrl(platform, slug)),
				feeds: feedsOf(provisionFeedUrl(platform, slug)),
				state: history.state,
				quote: quoteOfProvision(archive, provision),
				reviewed,
				author: author ?? null,
				lead,
				whyItMatters,
			};
		}),
	};
}

/** As verified in the version of the review. */
function quoteOfProvision(
	{ prefix }: Pick<Recorded, 'prefix'>,
	{ platform, agreement, quote, history }: Provision,
): Quote {
	const { verified, inTheseWordsSince, movedOn, anchor, number } = history;
	const dayAt = (version: number): string => dayOf((agreement.versions[version] as Version).fetched);
	const { commit, fetched, path } = agreement.versions[verified] as Version;
	return {
		text: quote.exact,
		marks: [],
		platform: nameOf(platform),
		agreement: nameOf(agreement),
		language: agreement.language,
		clause: anchor,
		number,
		section: '',
		path: prefix + path,
		commit,
		fetched,
		address: absolute(clauseHref(platform, agreement, anchor)),
		since: dayAt(inTheseWordsSince),
		reworded: null,
		until: movedOn === null ? null : dayAt(movedOn),
	};
}
