/** Language and direction of archived words, and of our own among them, as attributes of the elements that hold them. */
import type { Agreement } from '../../model/archive.ts';

/** Attributes of an element that holds archived words and nothing else. */
export function wordsOf({ language }: Pick<Agreement, 'language'>): { lang?: string; dir: 'auto' } {
	return isForeign(language) ? { lang: language, dir: 'auto' } : { dir: 'auto' };
}

/**
 * Attributes of a whole redline or document; the style sheet lets each paragraph in it find its own direction. Its own is never left to the
 * browser: with `auto` Chromium asks again for each child that it reads, which costs the square of their number: a second for 8,000.
 */
export function documentOf({ language }: Pick<Agreement, 'language'>): {
	lang?: string;
	dir: 'ltr' | 'rtl';
} {
	return { ...wordsOf({ language }), dir: rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr' };
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
