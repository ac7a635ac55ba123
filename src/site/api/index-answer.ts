/** `index.json`: what there is, and where. */
import type { ApiIndex } from '../../model/api-answers.ts';
import type { Archive } from '../../model/archive.ts';
import {
	apiAddress,
	apiFiles,
	apiVersion,
	dataUrl,
	monthApi,
	platformApi,
	topicApi,
} from '../addresses/api-urls.ts';
import { absolute, homeUrl, platformUrl, topicUrl } from '../addresses/urls.ts';
import { program } from '../formats/program.ts';
import { holdings } from '../overview/holdings.ts';
import { lastFetched } from '../overview/spans.ts';
import { isListed, monthsOfChanges } from './month-answer.ts';
import { nameOf } from './names.ts';

export function indexAnswer(archive: Archive): ApiIndex {
	const { collection, platforms, topics } = archive;
	const { agreements, clauses } = holdings(archive);
	return {
		api: apiVersion,
		name: collection.name,
		tagline: collection.tagline,
		site: absolute(homeUrl()),
		repository: collection.repository ?? null,
		commit: archive.head,
		latest: archive.latest,
		engine: program,
		counts: {
			platforms: platforms.length,
			agreements,
			versions: archive.entries.length,
			clauses,
			provisions: archive.provisions.length,
		},
		addresses: addresses(),
		platforms: platforms.map((platform) => ({
			...nameOf(platform),
			agreements: platform.agreements.length,
			latest: lastFetched(platform.agreements) ?? null,
			address: absolute(platformUrl(platform)),
			api: platformApi(platform),
		})),
		topics: topics.map(({ id, name }) => ({
			id,
			name,
			address: absolute(topicUrl(id)),
			api: topicApi(id),
		})),
		months: monthsOfChanges(archive).map(({ month, entries }) => ({
			month,
			changes: entries.filter(isListed).length,
			api: monthApi(month),
		})),
	};
}

/** Templates keep their braces: an address as such would have them encoded. */
function addresses(): ApiIndex['addresses'] {
	const template = (file: string): string => `${apiAddress('')}${file}`;
	return {
		openapi: apiAddress(apiFiles.openapi),
		lookup: apiAddress(apiFiles.lookup),
		provisions: apiAddress(apiFiles.provisions),
		status: apiAddress(apiFiles.status),
		data: absolute(dataUrl()),
		platform: template(apiFiles.platform('{platform}')),
		agreement: template(apiFiles.agreement('{platform}', '{agreement}')),
		clauses: template(apiFiles.clauses('{platform}', '{agreement}')),
		month: template(apiFiles.month('{month}')),
		topic: template(apiFiles.topic('{topic}')),
	};
}
