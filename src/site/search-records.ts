/**
 * What the search index is made of: one record for each agreement's text of today and one for each prominent change.
 *
 * An agreement is given to Pagefind as a small HTML document of its own, not as its page, because Pagefind keeps of HTML the place of
 * each `id` among the words. The browser so knows which clause a hit stands in, and the index grows with agreements (a few hundred)
 * instead of clauses (a hundred thousand). A change is a record of its changed words alone: its page repeats much that did not change. On an
 * archive of 877 agreements and 6,490 prominent changes Pagefind takes 30 s of processor time and 1.4 GB; with the low changes, 2.7 GB.
 */
import { sentence } from '../analysis/sentence.ts';
import type { Agreement, Archive, Entry, Platform } from '../model/archive.ts';
import type { ClauseText, Ledger, State } from '../model/ledger.ts';
import { escapeHtml } from './escape.ts';
import { agreementUrl, changeUrl, withoutBase } from './urls.ts';

/** Facts that the browser shows or filters by. Dates are days, `2026-06-16`. */
interface RecordFacts {
	readonly title: string;
	readonly platform: string;
	readonly agreement: string;
	readonly what: 'text' | 'change';
	readonly date: string;
	/** BCP 47 tag of the words. */
	readonly language: string;
	/** Address of the agreement without base path: what hits are grouped by. */
	readonly group: string;
}

export interface SearchRecord {
	/** Address without base path: Pagefind puts it back in the browser. */
	readonly url: string;
	readonly facts: RecordFacts;
	/** Plain text, or clauses with their anchors. */
	readonly content: string | readonly AnchoredText[];
}

interface AnchoredText {
	readonly anchor: string;
	readonly text: string;
	readonly heading: boolean;
}

/**
 * Longest content of a change, in characters: a rewrite is found by its beginning, and by the text itself. Pagefind holds 200 bytes for
 * each word of the index until it is written.
 */
const changeLength = 1_500;
/** Unchanged words kept on each side of changed ones. */
const wordsAround = 6;

export function* searchRecords(archive: Archive): Generator<SearchRecord> {
	for (const platform of archive.platforms)
		for (const agreement of platform.agreements) yield textRecord(platform, agreement);
	for (const entry of archive.entries) if (entry.change.rank === 'prominent') yield changeRecord(entry);
}

/** The document that Pagefind reads for an agreement's record. */
export function recordHtml(record: SearchRecord): string {
	const { facts, content } = record;
	const meta = Object.entries(facts).map(
		([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`,
	);
	const filters = Object.entries(filtersOf(record)).map(
		([name, [value]]) => `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`,
	);
	const sort = `<meta data-pagefind-sort="date[content]" content="${escapeHtml(facts.date)}">`;
	const clauses =
		typeof content === 'string' ? `<p>${escapeHtml(content)}</p>` : content.map(anchored).join('');
	return `<!doctype html><html><head>${meta.join('')}${filters.join('')}${sort}</head><body>${clauses}</body></html>`;
}

/** Filters of the search page. `kind` is the agreement's name: "Privacy Policy" at whatever platform. */
export function filtersOf({ facts }: SearchRecord): Record<'platform' | 'kind' | 'what', [string]> {
	return { platform: [facts.platform], kind: [facts.agreement], what: [facts.what] };
}

/** An empty element carries the anchor, or Pagefind would store the clause's text a second time beside it. */
function anchored({ anchor, text, heading }: AnchoredText): string {
	const element = heading ? 'h2' : 'p';
	return `<a id="${escapeHtml(anchor)}"></a><${element}>${escapeHtml(text)}</${element}>`;
}

function textRecord(platform: Platform, agreement: Agreement): SearchRecord {
	const { ledger, versions } = agreement;
	const date = versions.at(-1)?.fetched.slice(0, 10) ?? '';
	const facts = { ...commonFacts(platform, agreement), what: 'text', date } as const;
	const today = ledger.states.at(-1);
	const content = today === undefined ? [] : anchoredTexts(ledger, today);
	return { url: withoutBase(agreementUrl(platform, agreement)), facts, content };
}

function anchoredTexts(ledger: Ledger, state: State): AnchoredText[] {
	return Array.from(state.clauses, (clause, place) => {
		const text = textAt(ledger, state, place);
		return {
			anchor: ledger.clauses[clause]?.anchor ?? '',
			text: text?.visible ?? '',
			heading: text?.kind === 'heading',
		};
	});
}

function changeRecord({ platform, agreement, change }: Entry): SearchRecord {
	const common = commonFacts(platform, agreement);
	const date = change.version.fetched.slice(0, 10);
	const facts = { ...common, title: sentence(change), what: 'change', date } as const;
	const { ledger } = agreement;
	const passages = changedPassages(ledger, ledger.states[change.index - 1], ledger.states[change.index]);
	const content = passages.join(' … ').slice(0, changeLength);
	return { url: withoutBase(changeUrl(platform, agreement, change)), facts, content };
}

function commonFacts(platform: Platform, agreement: Agreement): Omit<RecordFacts, 'what' | 'date'> {
	return {
		title: `${platform.name}: ${agreement.name}`,
		platform: platform.name,
		agreement: agreement.name,
		language: agreement.language,
		group: withoutBase(agreementUrl(platform, agreement)),
	};
}

/** The words that came or went, clause by clause. Cheaper than a redline: it needs no order of edits, only what they touched. */
function changedPassages(ledger: Ledger, before: State | undefined, after: State | undefined): string[] {
	const old = textsByClause(ledger, before);
	const now = textsByClause(ledger, after);
	const passages: string[] = [];
	for (const [clause, text] of now) {
		const was = old.get(clause);
		if (was === undefined) passages.push(text.visible);
		else if (was.key !== text.key) passages.push(...changedMiddle(was.visible, text.visible));
	}
	for (const [clause, text] of old) if (!now.has(clause)) passages.push(text.visible);
	return passages;
}

function textsByClause(ledger: Ledger, state: State | undefined): Map<number, ClauseText> {
	const texts = new Map<number, ClauseText>();
	state?.clauses.forEach((clause, place) => {
		const text = textAt(ledger, state, place);
		if (text !== undefined) texts.set(clause, text);
	});
	return texts;
}

function textAt(ledger: Ledger, state: State, place: number): ClauseText | undefined {
	const text = state.texts[place];
	return text === undefined ? undefined : ledger.texts[text];
}

/** New and old words between the first and the last that differ, with a few around them. */
export function changedMiddle(before: string, after: string): string[] {
	const old = before.split(/\s+/);
	const now = after.split(/\s+/);
	const shorter = Math.min(old.length, now.length);
	let head = 0;
	while (head < shorter && old[head] === now[head]) head++;
	let tail = 0;
	while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
	const start = Math.max(0, head - wordsAround);
	const rest = Math.max(0, tail - wordsAround);
	return [now, old].map((words) => words.slice(start, words.length - rest).join(' ')).filter(Boolean);
}
