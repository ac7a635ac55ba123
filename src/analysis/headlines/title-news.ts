/** Titles that came in or went out with what stands under them, and titles in other words. */
import type { ClauseEvent, ClauseText, Ledger, Passage, SentenceStep } from '../../model/ledger.ts';
import { meaningKeys } from '../../text/meaning-key.ts';
import { commonSpelling } from '../../text/spelling.ts';
import { stopWords } from '../../text/stop-words.ts';
import { namesSection } from '../clauses/place-names.ts';
import { runInTitle } from '../clauses/run-in-title.ts';
import { headingWords, isHeading } from '../clauses/sections.ts';
import type { News } from './news.ts';
import { levelOf, type SectionFate } from './section-fate.ts';

const whole = 420;
const perClause = 12;
const mostClauses = 12;
/** Clauses looked at below a title. */
const farthest = 200;
/** What a title below one that is told tells. */
const nested = 200;
const reworded = 330;
/** A longer title is a sentence. */
const longest = 70;

/** Share of what stands under a title that came in, or went out, with it, so that it is more than the title. */
const leastOwn = 0.5;

/**
 * @param events those that alter the terms and their titles, in the order of the document
 * @param fateOf of a title that came in, or went out
 */
export function titleNews(
	ledger: Ledger,
	events: readonly ClauseEvent[],
	standsIn: (key: number, side: 'before' | 'after') => boolean,
	fateOf: (event: ClauseEvent) => SectionFate,
): News[] {
	const found: News[] = [];
	const { texts } = ledger;
	let covered = 0;
	const titles = (kind: ClauseEvent['kind'], side: 'before' | 'after'): readonly Title[] =>
		events
			.map((event) => (event.kind === kind ? titleOf(ledger, event[side]) : ''))
			.flatMap((title) => (title === '' ? [] : [{ title, words: tellingWords(title) }]));
	const sections = { came: titles('added', 'after'), went: titles('removed', 'before') };
	for (const [at, event] of events.entries()) {
		const text = texts[(event.after ?? event.before) as number] as ClauseText;
		const [was, now] = [titleOf(ledger, event.before), titleOf(ledger, event.after)];
		if (event.kind === 'reworded' && was !== '' && now !== '' && isOther(was, now))
			found.push({ fact: { kind: 'title', before: was, after: now }, weight: reworded, event, step: null });
		if ((event.kind !== 'added' || now === '') && (event.kind !== 'removed' || was === '')) continue;
		const title = event.kind === 'added' ? now : was;
		const key = meaningKeys(title).key;
		if (standsIn(key, event.kind === 'added' ? 'before' : 'after')) continue;
		const words = tellingWords(title);
		const { own, other } = fateOf(event);
		const former = own < leastOwn && event.kind === 'added' ? titleOf(ledger, other) : '';
		if (former !== '' && !standsIn(meaningKeys(former).key, 'after'))
			found.push({
				fact: { kind: 'title', before: former, after: title },
				weight: reworded,
				event,
				step: null,
			});
		if (own < leastOwn) continue;
		const twin = (event.kind === 'added' ? sections.went : sections.came).find((each) =>
			isFuller(each.words, words),
		);
		if (twin !== undefined && event.kind === 'added')
			found.push({
				fact: { kind: 'title', before: twin.title, after: title },
				weight: reworded,
				event,
				step: null,
			});
		if (twin !== undefined) continue;
		const below = clausesBelow(texts, events, at);
		if (below === 0 && isHeading(text)) continue;
		const step = longestStep(texts, events.slice(at, at + 1 + below), event.kind === 'added' ? 'in' : 'out');
		const kind = event.kind === 'added' ? 'section-in' : 'section-out';
		const weight = at < covered ? nested : whole + perClause * Math.min(below, mostClauses);
		covered = Math.max(covered, at + 1 + below);
		found.push({ fact: { kind, title }, weight, event, step });
	}
	return found;
}

/** Empty where it bears none, or one that names nothing. @param id index into `Ledger.texts` */
export function titleOf(ledger: Ledger, id: number | null): string {
	if (id === null) return '';
	const text = ledger.texts[id] as ClauseText;
	const title = isHeading(text) ? (namesSection(ledger, id) ? headingWords(text) : '') : runInTitle(text);
	return title.length <= longest && !idle.test(title) ? title : '';
}

/** What kind of remark follows, or that something does. */
const idle =
	/^(?:notes?|examples?|context|important|tips?|definitions?|reminder|caution|warning|general(?: terms| provisions| information)?|introduction|overview|preamble|background|miscellaneous|other(?: terms| provisions| information)?|(?:more|additional) information|learn more)[\s.:]*$/i;

function isOther(one: string, other: string): boolean {
	const [was, now] = [one, other].map(
		(title) =>
			meaningKeys(
				inOneSpelling(title)
					.replace(/\b(?:an?|the)\b/g, '')
					.replace(/&/g, ' and '),
			).key,
	);
	return was !== now;
}

interface Title {
	readonly title: string;
	readonly words: ReadonlySet<string>;
}

/** "Disputes and Fares" and "Dispute Resolution, Fares and Fees": all words of one stand in the other, and more than one. */
function isFuller(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
	return fewer.size >= 2 && [...fewer].every((word) => more.has(word));
}

/** In the singular, as far as a last letter tells. */
function tellingWords(title: string): ReadonlySet<string> {
	const words = inOneSpelling(title).match(/[\p{L}\p{M}]+/gu) ?? [];
	return new Set(words.filter((word) => !stopWords.has(word)).map((word) => word.replace(/(?<=..)s$/, '')));
}

function inOneSpelling(title: string): string {
	return title.toLowerCase().replace(/\p{L}+/gu, commonSpelling);
}

/** Clauses of a section that are looked at for the sentence to show: it begins with what it is about. */
const firstClauses = 2;

/** The sentence of most characters that came in, or went out, with the first clauses of a section; a row only where it has no others. */
function longestStep(
	texts: Ledger['texts'],
	events: readonly ClauseEvent[],
	kind: 'in' | 'out',
): SentenceStep | null {
	let best: SentenceStep | null = null;
	let most = 0;
	let looked = 0;
	const isRow = ({ after, before }: ClauseEvent): boolean =>
		texts[after ?? (before as number)]?.kind === 'row';
	const told = events.some((event) => !isRow(event) && longestOf(texts, event, kind) !== null)
		? events.filter((event) => !isRow(event))
		: events;
	for (const event of told) {
		const step = longestOf(texts, event, kind);
		if (step === null) continue;
		const { start, end } = (step.after ?? step.before) as Passage;
		if (end - start > most) [best, most] = [step, end - start];
		looked++;
		if (looked === firstClauses) break;
	}
	return best;
}

function longestOf(
	texts: Ledger['texts'],
	{ sentences }: ClauseEvent,
	kind: 'in' | 'out',
): SentenceStep | null {
	let best: SentenceStep | null = null;
	let most = 0;
	for (const step of sentences) {
		const passage = step.after ?? step.before;
		if (step.kind !== kind || passage === null || isHeading(texts[passage.text] as ClauseText)) continue;
		const length = passage.end - passage.start;
		if (length > most) [best, most] = [step, length];
	}
	return best;
}

/** Where a title stands in its clause, that of any heading ends it. */
const lowest = 9;

/** Clauses of the same kind of event that follow a title, up to the next one of its level. */
function clausesBelow(texts: Ledger['texts'], events: readonly ClauseEvent[], at: number): number {
	const { kind, after, before } = events[at] as ClauseEvent;
	const title = texts[(after ?? before) as number] as ClauseText;
	const level = isHeading(title) ? levelOf(title) : lowest;
	let count = 0;
	for (let next = at + 1; next < events.length && count < farthest; next++) {
		const event = events[next] as ClauseEvent;
		const text = texts[(event.after ?? event.before) as number] as ClauseText;
		if (event.kind !== kind || (isHeading(text) && levelOf(text) <= level)) break;
		count++;
	}
	return count;
}
