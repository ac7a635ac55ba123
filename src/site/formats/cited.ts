/** What the pages of a build cite: a change, an agreement as it stands, and what a clause of it adds in the browser. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { shownVersion } from '../../analysis/history/shown-version.ts';
import type { Agreement, Platform, Provision } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { Collection } from '../../model/collection.ts';
import type { Version } from '../../model/version.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { absolute, agreementUrl, changeUrl, provisionUrl } from '../addresses/urls.ts';
import type { Cited, TextHash } from './citation.ts';

export function citedChange(
	collection: Collection,
	platform: Platform,
	agreement: Agreement,
	change: Change,
): Cited {
	const day = dayInWords(change.version.fetched);
	const what = change.class === 'first' ? `first record, ${day}` : `change of ${day}`;
	return {
		key: `${platform.slug}-${agreement.slug}-${change.day}`,
		title: `${agreement.name}: ${what}`,
		address: absolute(changeUrl(platform, agreement, change)),
		...sourceOf(collection, platform, agreement, change.version),
	};
}

/** The agreement as its newest version has it that is followed; null for one without versions. */
export function citedAgreement(
	collection: Collection,
	platform: Platform,
	agreement: Agreement,
): Cited | null {
	const shown = shownVersion(agreement.changes);
	const version = agreement.versions.at(shown);
	const day = agreement.changes.at(shown)?.day;
	if (version === undefined || day === undefined) return null;
	return {
		key: `${platform.slug}-${agreement.slug}-as-of-${day}`,
		title: `${agreement.name}, as of ${dayInWords(version.fetched)}`,
		address: absolute(agreementUrl(platform, agreement)),
		...sourceOf(collection, platform, agreement, version),
	};
}

/** Somebody's reading of a clause, by its author or else by the archive, with the text in which it was read. */
export function citedProvision(collection: Collection, provision: Provision): Cited {
	const { platform, agreement, slug, title, author, reviewed, history } = provision;
	const read = agreement.versions[history.verified] as Version;
	const clause = history.number === '' ? '' : ` ${bareNumber(history.number)}`;
	return {
		...sourceOf(collection, platform, agreement, read),
		key: `${platform.slug}-${slug}`,
		title: `${title} (${platform.name}, ${agreement.name}${clause}; reviewed ${dayInWords(reviewed)})`,
		platform: author ?? collection.name,
		address: absolute(provisionUrl(platform, slug)),
		language: 'en',
	};
}

/** What is computed of a platform's clauses on a topic, by the archive, with the text that shows it most plainly. @param path of the page */
export function citedOn(
	collection: Collection,
	{ platform, agreement }: { readonly platform: Platform; readonly agreement: Agreement },
	title: string,
	path: string,
): Cited {
	const newest = agreement.versions.at(-1) as Version;
	return {
		...sourceOf(collection, platform, agreement, newest),
		key: path.split('/').slice(-4).filter(Boolean).join('-'),
		title: `${title} (${agreement.name}, as of ${dayInWords(newest.fetched)}; found by rule)`,
		platform: collection.name,
		address: absolute(path),
		language: 'en',
	};
}

function sourceOf(
	{ name: archive }: Collection,
	platform: Platform,
	{ language }: Agreement,
	version: Version,
): Omit<Cited, 'key' | 'title' | 'address'> {
	const { fetched, commit } = version;
	return { platform: platform.name, archive, fetched, commit, hash: textHash(version), language };
}

/** Foreign archives do not say the SHA-256; git's own name of the text proves the same to who has a clone. */
export function textHash({ blob, evidence }: Version): TextHash | null {
	if (evidence.textHash) return { name: 'SHA-256 of the text', value: evidence.textHash };
	return blob === null ? null : { name: 'git blob', value: blob };
}
