/**
 * What the search index is made of: for each agreement and year, what came in that year and stands today, and what came in that year
 * and stands no more. A change has no record: that a clause holds words that it brought in or took out is said of the clause.
 *
 * A record is a small HTML document, because Pagefind keeps of HTML the place of each `id` among the words. The browser so knows
 * which clause a hit stands in, and the index grows with agreements and years (a few thousand records) instead of clauses (a
 * quarter of a million). By year, because a reader who asks for the newest, or for the words of 2023, then loads little else.
 *
 * On an archive of 877 agreements and 42,632 versions the texts of today have 30 million characters and all former wordings 38 million;
 * without labels, links and what was never more than an accident of the capture, 32 million stay. Changes would add 6 million that
 * say the same again.
 */

import { sentence } from '../../analysis/changes/change-summary.ts';
import { isLabel } from '../../analysis/clauses/label.ts';
import { type Recorded, type Stay, type Wording, wordings } from '../../analysis/history/wordings.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import type { ClauseText, Ledger } from '../../model/ledger.ts';
import { dayOf, daysBetween, monthOf } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { agreementUrl, withoutBase } from '../addresses/urls.ts';
import { baseFilter, sinceFilter } from './index-parts.ts';
import { type ChangeNote, type ClauseMark, packHead, packMark, type WordRange } from './search-clauses.ts';
import { indexedWords } from './search-terms.ts';

/** `text`: stands today; `former`: stood. */
export type RecordKind = 'text' | 'former';

export interface SearchRecord {
	/** Address of the agreement without base path; after `#` what the record is: `/acme/terms/#former-2023`. */
	readonly url: string;
	/** Filters of the search page by their names: `kind` is the agreement's name, "Privacy Policy" at whatever platform. */
	readonly filters: Readonly<Record<string, readonly string[]>>;
	/** Packed, see search-clauses.ts. */
	readonly head: string;
	readonly clauses: readonly { readonly mark: string; readonly words: readonly string[] }[];
}

/** Words that were there for fewer days, and that no prominent change took out, were never more than an accident of the capture. */
export const shortestStay = 30;
/** Unchanged words that count with changed ones: who asks for a phrase remembers what stood around the new word. */
const wordsAround = 6;

/** What Pagefind is given. */
export interface IndexDocument {
	readonly url: string;
	/** HTML. */
	readonly content: string;
}

/**
 * The records of an agreement as Pagefind reads them.
 * @param latest the archive's newest moment
 * @param inBase true where they go into a large part, of which single agreements may be left out later
 */
export function indexDocuments(
	platform: Platform,
	agreement: Agreement,
	latest: string,
	inBase: boolean,
): IndexDocument[] {
	const place = { [inBase ? baseFilter : sinceFilter]: [withoutBase(agreementUrl(platform, agreement))] };
	return [...agreementRecords(platform, agreement, dayOf(latest))].map((record) => ({
		url: record.url,
		content: recordHtml({ ...record, filters: { ...record.filters, ...place } }),
	}));
}

/** @param today last day of the archive: until then stands what stands. */
export function* agreementRecords(
	platform: Platform,
	agreement: Agreement,
	today: string,
): Generator<SearchRecord> {
	const { ledger } = agreement;
	const indexed = indexedWordings({ versions: agreement.versions, changes: agreement.changes, ledger });
	const compared = comparing(ledger);
	for (const [name, group] of Map.groupBy(indexed, groupName)) {
		const notes = noting();
		const clauses = group.map((clause) => ({
			mark: packMark(markOf(ledger, clause, notes.of, compared)),
			words: indexedWords((ledger.texts[clause.text] as ClauseText).visible),
		}));
		const [what = ''] = name.split('-');
		yield {
			url: `${withoutBase(agreementUrl(platform, agreement))}#${name}`,
			filters: {
				platform: [platform.name],
				kind: [agreement.name],
				what: [what],
				year: yearsOf(group, today),
				month: monthsOf(group),
			},
			head: headOf(platform, agreement, notes.all),
			clauses,
		};
	}
}

/** The document that Pagefind reads for a record. An empty element carries the mark, or Pagefind would store the clause twice. */
export function recordHtml({ filters, head, clauses }: SearchRecord): string {
	const metas = Object.entries(filters).flatMap(([name, values]) =>
		values.map((value) => `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`),
	);
	const body = clauses.map(
		({ mark, words }) => `<a id="${escapeHtml(mark)}"></a><p>${escapeHtml(words.join(' '))}</p>`,
	);
	return `<!doctype html><html><head>${metas.join('')}</head><body><a id="${escapeHtml(head)}"></a>${body.join('')}</body></html>`;
}

interface IndexedWording extends Wording {
	readonly what: RecordKind;
}

/** Clauses of today in the order of the document, then former wordings in the order in which they came. */
function indexedWordings(agreement: Recorded): IndexedWording[] {
	const { ledger } = agreement;
	const told = wordings(agreement);
	const clauses: IndexedWording[] = [];
	const today = ledger.states.at(-1);
	today?.clauses.forEach((clause, place) => {
		const text = today.texts[place] as number;
		const wording = told.of(text);
		if (wording !== undefined) clauses.push({ what: 'text', clause, text, stays: wording.stays });
	});
	for (const wording of told.all) {
		if (isWorthFinding(ledger, wording)) clauses.push({ what: 'former', ...wording });
	}
	return clauses;
}

function isWorthFinding(ledger: Ledger, { text, stays }: Wording): boolean {
	const { to } = lastStay(stays);
	if (to === null || daysOf(lastStay(stays)) < 0) return false;
	const wording = ledger.texts[text] as ClauseText;
	if (wording.linkOnly || isLabel(wording)) return false;
	return to.rank === 'prominent' || stays.some((stay) => daysOf(stay) >= shortestStay);
}

function daysOf({ from, to }: Stay): number {
	return to === null ? Number.POSITIVE_INFINITY : daysBetween(from.version.fetched, to.version.fetched);
}

function lastStay(stays: readonly Stay[]): Stay {
	return stays.at(-1) as Stay;
}

/** `text-2024`: what it is, and the year that it came in last. */
function groupName({ what, stays }: IndexedWording): string {
	return `${what}-${lastStay(stays).from.version.fetched.slice(0, 4)}`;
}

/** Every year in which one of them stood for a day. */
function yearsOf(group: readonly IndexedWording[], today: string): string[] {
	const years = new Set<string>();
	for (const { stays } of group) {
		for (const { from, to } of stays) {
			const last = Number((to?.version.fetched ?? today).slice(0, 4));
			for (let year = Number(from.version.fetched.slice(0, 4)); year <= last; year++) years.add(String(year));
		}
	}
	return [...years].sort();
}

/** Every month in which one of them came or went. */
function monthsOf(group: readonly IndexedWording[]): string[] {
	const changes = group.flatMap(({ stays }) => stays.flatMap(({ from, to }) => (to ? [from, to] : [from])));
	return [...new Set(changes.map(({ version }) => monthOf(version.fetched)))].sort();
}

function headOf(platform: Platform, agreement: Agreement, changes: readonly ChangeNote[]): string {
	return packHead({
		platform: platform.name,
		agreement: agreement.name,
		language: agreement.language,
		begins: dayOf(agreement.versions[0]?.fetched ?? ''),
		changes,
	});
}

/** Collects the changes that a record speaks of. */
function noting(): { readonly of: (change: Change) => number; readonly all: ChangeNote[] } {
	const places = new Map<Change, number>();
	const all: ChangeNote[] = [];
	const of = (change: Change): number => {
		let place = places.get(change);
		if (place === undefined) {
			const told = change.rank === 'prominent' ? sentence(change) : '';
			const { day, onYearPage } = change;
			place = all.push({ day, page: hasPage(change), onYearPage, sentence: told }) - 1;
			places.set(change, place);
		}
		return place;
	};
	return { of, all };
}

function markOf(
	ledger: Ledger,
	{ clause, text, stays }: IndexedWording,
	note: (change: Change) => number,
	compared: Compared,
): ClauseMark {
	const { from, to } = lastStay(stays);
	return {
		anchor: ledger.clauses[clause]?.anchor ?? '',
		number: ledger.texts[text]?.number ?? '',
		stays: stays.map((stay) => [note(stay.from), stay.to === null ? -1 : note(stay.to)]),
		cameIn: from.rank === 'prominent' ? compared(clause, text, from.index - 1) : null,
		wentOut: to?.rank === 'prominent' ? compared(clause, text, to.index) : null,
	};
}

/** The words of a clause's text that it does not have at another version. */
type Compared = (clause: number, text: number, version: number) => WordRange;

/** Remembers which text each clause had at the versions that were asked for. */
function comparing(ledger: Ledger): Compared {
	const known = new Map<number, Map<number, number>>();
	return (clause, text, version) => {
		let texts = known.get(version);
		if (texts === undefined) {
			texts = new Map();
			const state = ledger.states[version];
			state?.clauses.forEach((other, place) => void texts?.set(other, state.texts[place] as number));
			known.set(version, texts);
		}
		const other = texts.get(clause);
		const words = indexedWords((ledger.texts[text] as ClauseText).visible);
		if (other === undefined) return [0, words.length];
		return differing(words, indexedWords((ledger.texts[other] as ClauseText).visible));
	};
}

/** From the first word that differs to the last, with a few around them. Cheaper than a redline, and enough to say where. */
export function differing(words: readonly string[], others: readonly string[]): WordRange {
	const shorter = Math.min(words.length, others.length);
	let head = 0;
	while (head < shorter && words[head] === others[head]) head++;
	let tail = 0;
	while (tail < shorter - head && words.at(-1 - tail) === others.at(-1 - tail)) tail++;
	return [Math.max(0, head - wordsAround), Math.min(words.length, words.length - tail + wordsAround)];
}
