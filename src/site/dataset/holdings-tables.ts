/** Tables of what is held: platforms, agreements, versions, how captures stand. */
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import { absolute, agreementUrl, platformUrl } from '../addresses/urls.ts';
import { textNumbers } from '../api/text-numbers.ts';
import { firstFetched, lastFetched } from '../overview/spans.ts';
import { statusLines } from '../status/capture-status.ts';
import {
	agreementColumn,
	agreementId,
	optional,
	type Row,
	required,
	type Table,
	text,
	toAgreement,
	toPlatform,
	versionColumn,
} from './table.ts';

const captured = 'When the page was fetched, UTC.';

export const platforms: Table = {
	name: 'platforms',
	title: 'Platforms',
	description: 'Whose agreements they are.',
	columns: [
		required('platform', 'string', 'As addresses name it.'),
		required('name', 'string', 'Folder in the archive.'),
		required('agreements', 'integer', 'How many are held.'),
		required('first', 'datetime', 'When its oldest version was fetched, UTC.'),
		required('latest', 'datetime', 'When its newest version was fetched, UTC.'),
		required('address', 'string', 'Its page.'),
	],
	key: ['platform'],
	references: [],
	ofArchive: function* (archive) {
		for (const platform of archive.platforms)
			yield {
				platform: platform.slug,
				name: platform.name,
				agreements: platform.agreements.length,
				first: firstFetched(platform.agreements) as string,
				latest: lastFetched(platform.agreements) as string,
				address: absolute(platformUrl(platform)),
			};
	},
};

export const agreements: Table = {
	name: 'agreements',
	title: 'Agreements',
	description: 'Documents that platforms publish, each followed through all its versions.',
	columns: [
		agreementColumn,
		required('platform', 'string', 'As addresses name it.'),
		required('name', 'string', 'Name in the archive.'),
		required('path', 'string', 'File in the git repository.'),
		optional('language', 'string', 'Of today’s text, BCP 47; null where it cannot be told.'),
		required('versions', 'integer', 'How many are recorded.'),
		required('clauses', 'integer', 'Of today’s text.'),
		required('first', 'datetime', captured),
		required('latest', 'datetime', captured),
		optional('source', 'string', 'Address that the newest version was fetched from, as its commit says.'),
		optional('effective', 'date', 'Day from which today’s text says that it holds.'),
		optional('updated', 'date', 'Day on which today’s text says that it was last changed.'),
		optional('retired', 'date', 'The last day on which it was followed; null while it is.'),
		required('address', 'string', 'Its page; with # and the name of a clause, the place of that clause.'),
	],
	key: ['agreement'],
	references: [toPlatform],
	ofAgreement: function* (archive, platform, agreement) {
		yield agreementRow(archive, platform, agreement);
	},
};

function agreementRow({ prefix }: Archive, platform: Platform, agreement: Agreement): Row {
	const { name, path, language, retired, versions, clauses, stated } = agreement;
	return {
		agreement: agreementId(platform, agreement),
		platform: platform.slug,
		name,
		path: prefix + path,
		language: language === 'und' ? null : language,
		versions: versions.length,
		clauses,
		first: firstFetched([agreement]) as string,
		latest: lastFetched([agreement]) as string,
		source: text(versions.at(-1)?.evidence.sources[0]),
		effective: stated.effective,
		updated: stated.updated,
		retired: retired?.day ?? null,
		address: absolute(agreementUrl(platform, agreement)),
	};
}

export const versions: Table = {
	name: 'versions',
	title: 'Versions',
	description: 'An agreement’s text at one moment: one commit.',
	columns: [
		agreementColumn,
		versionColumn,
		required('commit', 'string', 'Object name of the commit.'),
		required('path', 'string', 'File in the git repository; another than today’s before a rename.'),
		optional('blob', 'string', 'Object name of the text; null where the commit took it out.'),
		required('fetched', 'datetime', captured),
		required('committed', 'datetime', 'When it was recorded, UTC.'),
		optional(
			'text',
			'integer',
			'Number of its text; null where it is too long to be followed. Versions that read alike share one.',
		),
		required('origin', 'string', '`record`, or `technical`: the archive’s own tools changed the text.'),
		optional('source', 'string', 'Address that it was fetched from, as the commit says.'),
		optional('http_status', 'integer', 'Of the answer.'),
		optional('content_type', 'string', 'Of the answer.'),
		optional('snapshot_sha256', 'string', 'SHA-256 of the page as fetched.'),
		optional('text_sha256', 'string', 'SHA-256 of the text.'),
		optional(
			'proven_since',
			'datetime',
			'When a time-stamp (RFC 3161) proved that the text exists, UTC; null where none does.',
		),
		optional('fetcher', 'string', 'By what it was fetched.'),
		optional('engine', 'string', 'Version of the program that read the text.'),
	],
	key: ['agreement', 'version'],
	references: [toAgreement],
	ofAgreement: function* (archive, platform, agreement) {
		const texts = textNumbers(agreement);
		for (const [at, version] of agreement.versions.entries())
			yield {
				agreement: agreementId(platform, agreement),
				version: at,
				commit: version.commit,
				path: archive.prefix + version.path,
				blob: version.blob,
				fetched: version.fetched,
				committed: version.committed,
				text: texts[at] as number | null,
				origin: version.origin,
				source: text(version.evidence.sources[0]),
				http_status: version.evidence.status ?? null,
				content_type: text(version.evidence.contentType),
				snapshot_sha256: text(version.evidence.snapshotHash),
				text_sha256: text(version.evidence.textHash),
				proven_since: agreement.provenSince[at] ?? null,
				fetcher: text(version.evidence.fetcher),
				engine: text(version.evidence.engine),
			};
	},
};

export const captures: Table = {
	name: 'captures',
	title: 'Captures',
	description: 'How the capture of each agreement stands, those without a version included.',
	columns: [
		optional('agreement', 'string', '`<platform>/<agreement>`; null where nothing is recorded yet.'),
		required('platform_name', 'string', 'Name in the archive.'),
		required('agreement_name', 'string', 'Name in the archive.'),
		required(
			'state',
			'string',
			'`held`, `failing`, `never`, `overdue`, `ended`, `fine`, or `unknown` where nothing says.',
		),
		optional('checked', 'datetime', 'When its page was last asked for, UTC.'),
		optional('since', 'datetime', 'Since when it is so, UTC.'),
		optional('cause', 'string', 'What is wrong.'),
	],
	key: ['platform_name', 'agreement_name'],
	references: [toAgreement],
	ofArchive: function* (archive) {
		for (const line of statusLines(archive))
			yield {
				agreement:
					line.recorded === null ? null : agreementId(line.recorded.platform, line.recorded.agreement),
				platform_name: line.platform,
				agreement_name: line.agreement,
				state: line.state,
				checked: line.checked,
				since: line.since,
				cause: text(line.cause),
			};
	},
};
