/** `lookup.json`: addresses by names. */
import type { LookupAnswer } from '../../model/api-answers.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import { statusKey } from '../../model/status.ts';
import { agreementApi, clausesApi, topicApi } from '../addresses/api-urls.ts';
import { absolute, agreementUrl, provisionUrl, regulationUrl, topicUrl } from '../addresses/urls.ts';
import { nameOf } from './names.ts';

export function lookupAnswer(archive: Archive): LookupAnswer {
	const declared = new Map(archive.declared.map((each) => [statusKey(each), each.source]));
	return {
		agreements: archive.platforms.flatMap((platform) =>
			platform.agreements.map((agreement) =>
				agreementOf(platform, agreement, declared.get(statusKey(named(platform, agreement)))),
			),
		),
		topics: archive.topics.map(({ id, name, also }) => ({
			id,
			name,
			also: Object.values(also ?? {}).flat(),
			address: absolute(topicUrl(id)),
			api: topicApi(id),
		})),
		regulations: archive.regulations.map(({ id, name, short, topics }) => ({
			id,
			name,
			short,
			topics: topics.map(({ topic }) => topic),
			address: absolute(regulationUrl(id)),
		})),
		provisions: archive.provisions.map(({ platform, slug, title, topic }) => ({
			id: slug,
			name: title,
			platform: platform.slug,
			topic,
			address: absolute(provisionUrl(platform, slug)),
		})),
	};
}

function named(platform: Platform, agreement: Agreement): { platform: string; agreement: string } {
	return { platform: platform.name, agreement: agreement.name };
}

function agreementOf(
	platform: Platform,
	agreement: Agreement,
	declared: string | undefined,
): LookupAnswer['agreements'][number] {
	const fetched = agreement.versions.flatMap(({ evidence }) => evidence.sources);
	return {
		platform: nameOf(platform),
		agreement: nameOf(agreement),
		sources: [...new Set([...(declared ? [declared] : []), ...fetched.toReversed()])],
		former: agreement.former.map((former) => ({
			platform: nameOf(former.platform),
			agreement: nameOf(former.agreement),
		})),
		address: absolute(agreementUrl(platform, agreement)),
		api: agreementApi(platform, agreement),
		clausesApi: clausesApi(platform, agreement),
	};
}
