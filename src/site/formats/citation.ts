/** A page of the archive as a citation: in plain words, as BibTeX, as CSL-JSON, and all three as HTML. Runs in the build and in the browser. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { dayInWords, dayOf } from '../../text/days-in-words.ts';
import { escapeHtml, withoutControls } from '../../text/escape.ts';

export interface Cited {
	/** Unique, of lower-case ASCII letters, digits and hyphens: the key of an entry in a list of references. */
	readonly key: string;
	/** `Terms of Service: change of 16 June 2026` */
	readonly title: string;
	/** Who made the agreement: stands as a corporate author. */
	readonly platform: string;
	/** Name of the collection. */
	readonly archive: string;
	/** With scheme and host. */
	readonly address: string;
	/** When the text was fetched, ISO 8601. When it was read is for the reader to add: a build must not say its own day. */
	readonly fetched: string;
	readonly commit: string;
	/** Null where the commit took the text away. */
	readonly hash: TextHash | null;
	/** BCP 47; `und` where it is not known. */
	readonly language: string;
}

export interface TextHash {
	readonly name: 'SHA-256 of the text' | 'git blob';
	readonly value: string;
}

/** A clause of a cited agreement. @param words its first words @param number as written, or empty */
export function citedClause(agreement: Cited, anchor: string, number: string, words: string): Cited {
	const clause = number === '' ? `“${words}”` : `clause ${bareNumber(number)}`;
	return {
		...agreement,
		key: `${agreement.key}-${anchor}`,
		title: `${agreement.title}, ${clause}`,
		address: `${agreement.address}#${anchor}`,
	};
}

/** Of the same shape for all, so that a component can list them. */
export interface CitationForm {
	readonly name: string;
	readonly text: string;
}

export function citationForms(cited: Cited): CitationForm[] {
	return [
		{ name: 'Plain', text: plainCitation(cited) },
		{ name: 'BibTeX', text: bibtexCitation(cited) },
		{ name: 'CSL-JSON', text: cslCitation(cited) },
	];
}

/**
 * The fold of a page, with the plain form and what the others are made of: a script adds them when it is opened, see `cite-box.ts`. On every
 * change page they would weigh a twentieth of it.
 */
export function citeBoxHtml(cited: Cited): string {
	// In single quotes, so that those of JSON may stand as they are.
	const data = escapeHtml(JSON.stringify(cited)).replaceAll('&quot;', '"');
	const plain = formHtml({ name: 'Plain', text: plainCitation(cited) }, '');
	return `<details class="cite" data-cited='${data}'><summary>Cite</summary><div class="citations">${plain}</div></details>`;
}

/** All forms, each with a button that a script sets to work, see `copy.ts`. */
export function citationHtml(cited: Cited): string {
	const button = '<button type="button" data-copy aria-live="polite" hidden>Copy</button>';
	return citationForms(cited)
		.map((form) => formHtml(form, button))
		.join('');
}

function formHtml({ name, text }: CitationForm, button: string): string {
	const words = `<pre tabindex="0" role="group" aria-label="${name}">${escapeHtml(text)}</pre>`;
	return `<div class="citation"><b>${name}</b>${button}${words}</div>`;
}

export function plainCitation(cited: Cited): string {
	const { platform, title, archive, address, fetched } = cited;
	const who = `${inOneLine(platform)}, “${inOneLine(title)}”, ${inOneLine(archive)}`;
	return `${who}, fetched ${dayInWords(fetched)}, ${address} (${proofOf(cited, ', ')}).`;
}

/**
 * An entry of the type `misc`, which every style knows. Names stand in braces of their own: they are neither taken apart into
 * first and last names nor set in other case.
 */
export function bibtexCitation(cited: Cited): string {
	const { key, platform, title, archive, address, fetched, language } = cited;
	const fields = [
		['author', `{{${bibtexWords(platform)}}}`],
		['title', `{{${bibtexWords(title)}}}`],
		['howpublished', `{${bibtexWords(archive)}}`],
		['year', `{${fetched.slice(0, 4)}}`],
		['month', bibtexMonths[Number(fetched.slice(5, 7)) - 1] ?? ''],
		['day', `{${Number(fetched.slice(8, 10))}}`],
		['url', `{${address.replace(/[\s{}\\]/g, encodeURIComponent)}}`],
		['note', `{Fetched ${dayOf(fetched)}; ${bibtexWords(proofOf(cited, '; '))}}`],
	];
	if (language !== 'und') fields.push(['langid', `{${bibtexWords(language)}}`]);
	return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}`;
}

/** @see https://docs.citationstyles.org/en/stable/specification.html */
export function cslCitation(cited: Cited): string {
	const { key, platform, title, archive, address, fetched, language } = cited;
	const entry = {
		id: key,
		type: 'webpage',
		author: [{ literal: inOneLine(platform) }],
		title: inOneLine(title),
		'container-title': inOneLine(archive),
		issued: { 'date-parts': [dayOf(fetched).split('-').map(Number)] },
		URL: address,
		note: proofOf(cited, '; '),
		...(language === 'und' ? {} : { language }),
	};
	return JSON.stringify([entry], null, 2);
}

/** What a doubter can check in a clone of the archive. */
export function proofOf({ commit, hash }: Pick<Cited, 'commit' | 'hash'>, separator: string): string {
	return [`commit ${commit}`, hash && `${hash.name} ${hash.value}`].filter(Boolean).join(separator);
}

const bibtexMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Names come from archives that anybody may have written. */
function inOneLine(text: string): string {
	return withoutControls(text).replace(/\s+/g, ' ').trim();
}

/** BibTeX counts braces even after a backslash, so a brace inside a name has to be spelled out. */
function bibtexWords(text: string): string {
	return inOneLine(text).replace(/[\\{}~^<>|#$%&_]/g, (sign) => texNames[sign] ?? `\\${sign}`);
}

const texNames: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'|': '\\textbar{}',
};
