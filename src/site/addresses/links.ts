/** Where a change is to be read: on its own page, or in its row of the history table. */
import type { Agreement, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import { monthOf } from '../../text/days-in-words.ts';
import { basePath, changeUrl, historyUrl } from './urls.ts';

export function changeHref(platform: Platform, agreement: Agreement, change: Change): string {
	if (hasPage(change)) return changeUrl(platform, agreement, change);
	return `${historyUrl(platform, agreement)}#${rowId(change)}`;
}

/** Id of a change's row in the history table. */
export function rowId(change: Change): string {
	return `v-${change.day}`;
}

/** All changes of a month. @param month `2026-06` */
export function monthUrl(month: string): string {
	return `${basePath()}changes/${month}/`;
}

/** A day's changes, the folded ones too. @param day `2026-06-16` */
export function changesOfDayUrl(day: string): string {
	return `${monthUrl(monthOf(day))}#d-${day}`;
}

/** Where a forge keeps the pages of commits and of files, below the address of a repository. */
interface Forge {
	/** Part of the host name that tells it. */
	readonly host: string;
	readonly commit: string;
	readonly file: string;
}

const forges: readonly Forge[] = [
	{ host: 'gitlab', commit: '-/commit', file: '-/blob' },
	{ host: 'bitbucket', commit: 'commits', file: 'src' },
	{ host: 'codeberg', commit: 'commit', file: 'src/commit' },
];
/** GitHub's way, which most other forges answer to as well. */
const usualForge: Forge = { host: '', commit: 'commit', file: 'blob' };

/** The page of a commit at the forge that the repository's address points to; null where no address is set. */
export function commitUrl(repository: string | undefined, commit: string): string | null {
	if (repository === undefined) return null;
	const { address, forge } = forgeOf(repository);
	return `${address}/${forge.commit}/${commit}`;
}

/**
 * The page of a file as it stood at a commit; null where no address is set.
 * @param path inside the repository, see `Archive.prefix`
 */
export function fileUrl(repository: string | undefined, commit: string, path: string): string | null {
	if (repository === undefined) return null;
	const { address, forge } = forgeOf(repository);
	const parts = path.split('/').map(encodeURIComponent);
	return `${address}/${forge.file}/${commit}/${parts.join('/')}`;
}

function forgeOf(repository: string): { address: string; forge: Forge } {
	const address = repository.replace(/\/$/, '').replace(/\.git$/, '');
	const { hostname } = new URL(address);
	return { address, forge: forges.find(({ host }) => hostname.includes(host)) ?? usualForge };
}

/** Attributes of an element that holds archived words and nothing else. */
export function wordsOf({ language }: Pick<Agreement, 'language'>): { lang?: string; dir: 'auto' } {
	return isForeign(language) ? { lang: language, dir: 'auto' } : { dir: 'auto' };
}

/** Attributes of a whole redline or document; the style sheet lets each paragraph in it find its own direction. */
export function documentOf({ language }: Pick<Agreement, 'language'>): {
	lang?: string;
	dir: 'auto' | 'rtl';
} {
	return { ...wordsOf({ language }), dir: rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'auto' };
}

/** Attributes of our own words inside a document of another language. */
export function labelOf({ language }: Pick<Agreement, 'language'>): { lang?: 'en' } {
	return isForeign(language) ? { lang: 'en' } : {};
}

/** Archives name an agreement in its own language or, like Open Terms Archive, all in English. A name is broken into lines by it. */
export function languageOfName({ name, language }: Pick<Agreement, 'name' | 'language'>): string | undefined {
	return isForeign(language) && !englishName.test(name) ? language : undefined;
}

const englishName =
	/\b(agreement|conditions|conduct|guidelines|licen[cs]e|notice|policy|privacy|rules|service|statement|terms|use)\b/i;

function isForeign(language: string): boolean {
	return language !== 'und' && language !== 'en';
}

const rightToLeft: ReadonlySet<string> = new Set([
	'ar',
	'ckb',
	'dv',
	'fa',
	'he',
	'iw',
	'ps',
	'sd',
	'ug',
	'ur',
	'yi',
]);
