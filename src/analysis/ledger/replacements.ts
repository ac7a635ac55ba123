/**
 * Names that were replaced throughout: a company or a product is called otherwise, *users* became *customers*. Told once, they leave the edits
 * that remain to be read.
 */

import type { Replacement } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import { stopWords } from '../../text/stop-words.ts';
import { countWords } from '../../text/words.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { bareKey } from '../sentences/set-aside.ts';
import { wordEdits } from '../sentences/word-edits.ts';

/** In fewer places it is an edit like any other. */
const fewestPlaces = 3;
/** A word in lower case is a name only where the former one is gone from the text, and stood in so many places. */
const fewestOfCommon = 5;
/** Longer runs of words are wordings, not names. */
const longestName = 5;
/** Longer runs are not looked into. In characters. */
const longestWords = 160;
/** Sentences looked at: in a rewrite of more, the first ones tell. */
const mostSentences = 600;
/** A name that is replaced throughout shows twice among so many. */
const sample = 12;

/** What one edited sentence puts in the place of what; null where it does more than replace. */
interface Exchange {
	readonly event: ClauseEvent;
	readonly pairs: readonly string[];
	/** Of each pair, the capitals that go on behind it. */
	readonly behind: readonly string[];
	/** True where words came in or went out that nothing took the place of. */
	readonly more: boolean;
}

export interface Replaced {
	/** The most frequent first. */
	readonly replacements: readonly Replacement[];
	/** Events in which nothing else happened. */
	readonly explained: ReadonlySet<ClauseEvent>;
}

const nothing: Replaced = { replacements: [], explained: new Set() };

/** @param after the version in which the new names stand */
export function findReplacements(ledger: Ledger, events: readonly ClauseEvent[], after: State): Replaced {
	const exchanges = exchangesOf(ledger, events);
	const counts = new Map<string, number>();
	for (const { pairs } of exchanges) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
	const respelled = new Set([...counts.keys()].filter(isRespelled));
	const names = new Map(
		[...counts].filter(([pair, places]) => !respelled.has(pair) && isReplaced(ledger, pair, places, after)),
	);
	if (names.size === 0) return nothing;
	const replacements = [...names]
		.map(([pair, places]) => ({ ...wholeName(pair, exchanges), places }))
		.sort((one, other) => other.places - one.places || (one.before < other.before ? -1 : 1));
	return {
		replacements,
		explained: explainedEvents(events, exchanges, new Set([...names.keys(), ...respelled])),
	};
}

function explainedEvents(
	events: readonly ClauseEvent[],
	exchanges: readonly Exchange[],
	names: ReadonlySet<string>,
): Set<ClauseEvent> {
	const byEvent = Map.groupBy(exchanges, ({ event }) => event);
	const whole = (event: ClauseEvent): boolean =>
		event.sentences.every(({ kind }) => kind !== 'in' && kind !== 'out') &&
		(byEvent.get(event) ?? []).every(({ pairs, more }) => !more && pairs.every((pair) => names.has(pair)));
	return new Set(events.filter((event) => byEvent.has(event) && whole(event)));
}

function exchangesOf(ledger: Ledger, events: readonly ClauseEvent[]): Exchange[] {
	const edited = events.flatMap((event) =>
		event.sentences.filter(({ kind }) => kind === 'edited').map((step) => ({ event, step })),
	);
	if (edited.length < fewestPlaces) return [];
	const exchange = ({ event, step }: (typeof edited)[number]): Exchange => ({
		event,
		...exchangeIn(passageWords(ledger, step.before).trim(), passageWords(ledger, step.after).trim()),
	});
	const first = edited.slice(0, sample).map(exchange);
	const pairs = first.flatMap((each) => each.pairs);
	if (edited.length > sample && new Set(pairs).size === pairs.length) return [];
	return [...first, ...edited.slice(sample, mostSentences).map(exchange)];
}

function exchangeIn(before: string, after: string): Omit<Exchange, 'event'> {
	const edits = wordEdits(before, after);
	const pairs: string[] = [];
	const behind: string[] = [];
	let more = false;
	for (const [at, { kind, text }] of edits.entries()) {
		if (kind === 'same') continue;
		const [previous, next] = [edits[at - 1], edits[at + 1]];
		const taken = kind === 'del' ? (next?.text ?? '') : '';
		if (Math.max(text.length, taken.length) > longestWords) more = true;
		else if (kind === 'del' && next?.kind === 'ins') {
			pairs.push(pairOf(text, next.text));
			behind.push(capitals.exec(edits[at + 2]?.text ?? '')?.[0] ?? '');
		} else if (!(kind === 'ins' && previous?.kind === 'del') && countWords(text) > 0) more = true;
	}
	return { pairs, behind, more };
}

const edges = /^[^\p{L}\p{N}]+|(?:['’]s)?[^\p{L}\p{N}]*$/gu;
const between = '\u0000';

const capitals = /^(?: \p{Lu}[\p{L}\p{N}-]*)+/u;

function pairOf(before: string, after: string): string {
	return [before, after].map((side) => side.replace(edges, '')).join(between);
}

/** "Community Guidelines" and "User Guidelines" differ in a word and are two names: what stands behind it everywhere is a part of them. */
function wholeName(pair: string, exchanges: readonly Exchange[]): { before: string; after: string } {
	const behind = exchanges.flatMap(({ pairs, behind: own }) =>
		pairs.flatMap((each, at) => (each === pair ? [own[at] as string] : [])),
	);
	const [first = ''] = behind;
	const rest = behind.every((each) => each === first) ? first : '';
	const { before, after } = sidesOf(pair);
	return { before: before + rest, after: after + rest };
}

function sidesOf(pair: string): { before: string; after: string } {
	const [before = '', after = ''] = pair.split(between);
	return { before, after };
}

function isRespelled(pair: string): boolean {
	const { before, after } = sidesOf(pair);
	return bareKey(before) === bareKey(after);
}

/** Words that bind, allow, deny or count: one in the place of another is another term. */
const binding =
	/^(?:may|might|must|shall|should|will|would|can|could|cannot|need|not|no|never|none|any|all|each|every|some|only|and|or|nor|if|unless|except|days?|weeks?|months?|years?|hours?|daily|monthly|yearly|annual(?:ly)?|one|two|three|four|five|six|seven|eight|nine|ten|prior|immediately|reasonable|sole)$/i;

function isReplaced(ledger: Ledger, pair: string, places: number, after: State): boolean {
	if (places < fewestPlaces) return false;
	const { before, after: now } = sidesOf(pair);
	const both = [before, now].map((side) => side.split(/\s+/));
	if (both.some((side) => side.length > longestName || side[0] === '')) return false;
	if (both.flat().some((word) => binding.test(word) || /^[\d.,%$€£]+$/.test(word))) return false;
	if (both.every(isName)) return true;
	const common = both.flat().some((word) => stopWords.has(word.toLowerCase()));
	return !common && places >= fewestOfCommon && !stillStands(ledger, before, after);
}

/** A proper name, or an address. */
function isName(side: readonly string[]): boolean {
	if (side.length === 1 && /[@./]\S/.test(side[0] as string)) return true;
	const telling = side.filter((word) => !stopWords.has(word.toLowerCase()));
	return telling.length > 0 && telling.every((word) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word));
}

function stillStands({ texts }: Ledger, name: string, state: State): boolean {
	const lower = name.toLowerCase();
	return state.texts.some((id) => (texts[id] as ClauseText).visible.toLowerCase().includes(lower));
}
