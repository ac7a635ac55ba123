/** The data set in the words of schema.org, by which search engines for data find it. */
import type { Archive } from '../../model/archive.ts';
import { dataUrl } from '../addresses/api-urls.ts';
import { absolute, homeUrl } from '../addresses/urls.ts';
import { program } from '../formats/program.ts';
import { attribution, describe } from './data-package.ts';
import { publishedPackage } from './published.ts';
import { tables } from './tables.ts';

/** @see https://schema.org/Dataset */
export function datasetSchema(archive: Archive): object {
	const { collection, entries, latest, head } = archive;
	const oldest = entries.at(-1)?.change.version.fetched;
	const published = publishedPackage(collection);
	const page = absolute(dataUrl());
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		'@id': page,
		url: page,
		name: `${collection.name}: data set`,
		description: describe(archive),
		isAccessibleForFree: true,
		creator: { '@type': 'Organization', name: collection.name, url: absolute(homeUrl()) },
		creditText: attribution(archive),
		measurementTechnique: `Computed from the git history by ${program}`,
		keywords: ['terms of service', 'privacy policies', 'changes of agreements', 'clauses'],
		variableMeasured: tables.map(({ title }) => title),
		...(head === null ? {} : { version: head }),
		...(latest === null || oldest === undefined
			? {}
			: { dateModified: latest, temporalCoverage: `${oldest.slice(0, 10)}/${latest.slice(0, 10)}` }),
		...(collection.licence === undefined ? {} : { license: collection.licence.address }),
		...(collection.doi === undefined ? {} : { identifier: `https://doi.org/${collection.doi}` }),
		...(collection.repository === undefined ? {} : { isBasedOn: collection.repository }),
		...(published === null ? {} : { distribution: [distribution(published)] }),
	};
}

function distribution(contentUrl: string): object {
	return {
		'@type': 'DataDownload',
		name: 'Data Package: tables in CSV, JSON Lines and Parquet',
		encodingFormat: 'application/json',
		contentUrl,
	};
}
