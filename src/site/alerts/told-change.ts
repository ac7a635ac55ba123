/** A change in the words that every channel makes its message of. Nothing in it is escaped: each channel does that by its own rules. */
import { headlineOf, sentence } from '../../analysis/changes/change-summary.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import type { WordEdit } from '../../model/redline.ts';
import { capitalised } from '../../text/capitalised.ts';
import { counted, listed } from '../../text/counts-in-words.ts';
import { cutEnd } from '../../text/cut-text.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { legibleLine, showInvisible } from '../../text/legible.ts';
import { absolute, changeUrl } from '../addresses/urls.ts';
import { proseParts, toldInProse } from '../digest/told-in-prose.ts';
import { datedSentence } from '../overview/dated-in-words.ts';
import { alsoAt } from '../overview/told-once.ts';
import { notesOn } from '../provisions/notes.ts';
import { whyItWeighs } from '../topics/why-it-weighs.ts';
import { newsId } from './recent-news.ts';

export interface ToldChange {
	/** `newsId` */
	readonly id: string;
	/** "Pellmell, in its Privacy Policy, no longer says “We never sell data”." */
	readonly sentence: string;
	/** The same where nothing else shows the words that it cuts: quoted at length. */
	readonly spelled: string;
	/** "Also: notice: 30 → 14 days. And 12 more changes."; empty where the sentence tells all. */
	readonly more: string;
	/** The most telling words; of a text that says it all in its sentence none. */
	readonly passage: readonly WordEdit[];
	/** The passage without marks, for messages that have none: “New: …”, “Gone: …”, or “Now: …” and “Until then: …”; not what `spelled` holds. */
	readonly quotes: readonly string[];
	/** Whole sentences, the most useful first: what a person wrote, from when it holds, why a side that turned weighs. */
	readonly remarks: readonly string[];
	/** What else may be said where there is room: the weightiest topic, where else the same happened. */
	readonly context: readonly string[];
	/** "Pellmell Privacy Policy" */
	readonly whose: string;
	/** "16 June 2026" */
	readonly day: string;
	/** ISO 8601, UTC. */
	readonly fetched: string;
	readonly address: string;
}

/** Characters of the passage: what a phone shows on half of its screen. */
const longestPassage = 400;
const longestRemark = 400;
/** Other agreements named; the change's page names all. */
const mostAlso = 3;

export function toldChange(archive: Archive, entry: Entry): ToldChange {
	const { platform, agreement, change } = entry;
	const said = legibleLine(sentenceOf(archive, entry));
	const passage = shortPassage(change.passage);
	const spelled = spelledOut(said, passage);
	const legible = (remarks: readonly string[]) => remarks.map((each) => legibleLine(each, longestRemark));
	return {
		id: newsId(entry),
		sentence: said,
		spelled,
		more: legibleLine(moreOf(change)),
		passage,
		quotes: quotesOf(passage)
			.filter(({ words }) => !holds(spelled, words))
			.map(({ label, words }) => `${label}: “${words}”`),
		remarks: legible(remarksOf(archive, entry)),
		context: legible(contextOf(archive, entry)),
		whose: legibleLine(`${platform.name} ${agreement.name}`),
		day: dayInWords(change.version.fetched),
		fetched: change.version.fetched,
		address: absolute(changeUrl(platform, agreement, change)),
	};
}

interface Quote {
	readonly label: 'New' | 'Gone' | 'Now' | 'Until then';
	readonly words: string;
}

/** A passage as it stands, and as it stood. */
function quotesOf(passage: readonly WordEdit[]): Quote[] {
	const [now, then] = (['del', 'ins'] as const).map((other) =>
		passage
			.filter(({ kind }) => kind !== other)
			.map(({ text }) => text)
			.join('')
			.replace(/ {2,}/g, ' ')
			.trim(),
	) as [string, string];
	const kinds = new Set(passage.map(({ kind }) => kind));
	if (kinds.size === 1 && kinds.has('ins')) return [{ label: 'New', words: now }];
	if (kinds.size === 1 && kinds.has('del')) return [{ label: 'Gone', words: then }];
	return kinds.has('ins') || kinds.has('del')
		? [
				{ label: 'Now', words: now },
				{ label: 'Until then', words: then },
			]
		: [];
}

/** “If you are between …” → “If you are between the minimum age and …” */
function spelledOut(sentence: string, passage: readonly WordEdit[]): string {
	const cut = /“([^“”]+?) …”/.exec(sentence);
	const start = cut?.[1];
	if (cut === null || start === undefined) return sentence;
	const whole = quotesOf(passage).find(({ words }) => words.startsWith(start));
	return whole === undefined ? sentence : sentence.replace(cut[0], () => `“${bare(whole.words)}”`);
}

function holds(sentence: string, words: string): boolean {
	return sentence.includes(bare(words));
}

/** Without the stop at its end. */
function bare(words: string): string {
	return words.replace(/[\s.,;:!?]+$/, '');
}

/** What the sentence, which tells one thing, leaves out. */
function moreOf(change: Entry['change']): string {
	const told = headlineOf(change);
	const [first] = change.headline;
	if (told === null || first === undefined) return '';
	// Of two parts one stands in the sentence; where neither does, the second changes places with it among those that are counted.
	const other = told.parts
		.map(({ words }) => words)
		.find((words) => words.toLowerCase() !== first.words.toLowerCase());
	const also = other === undefined ? '' : `Also: ${other}.`.replace(/([.!?])\.$/, '$1');
	const left = told.more === '' ? '' : `${capitalised(told.more.replace(/^, /, ''))}.`;
	return `${also} ${left}`.trim();
}

function sentenceOf(archive: Archive, entry: Entry): string {
	const { platform, agreement, change } = entry;
	if (change.headline.length > 0)
		return proseParts(toldInProse(archive, entry))
			.map(({ words }) => words)
			.join('');
	return `${platform.name} ${agreement.name}: ${sentence(change)}.`;
}

function remarksOf(archive: Archive, entry: Entry): string[] {
	const { agreement, change } = entry;
	const notes = notesOn(archive, entry).map(({ author, summary }) => `Note by ${author}: ${summary}`);
	// That a page gives itself a new date is no news.
	const dated = change.dated?.kind === 'moved' ? null : datedSentence(agreement, change);
	const why = change.turns.length === 0 ? null : whyItWeighs(archive, entry);
	const kind = why?.kind === 'judgement' ? 'Why it matters, of clauses of this kind: ' : '';
	return [...notes, ...(dated === null ? [] : [dated]), ...(why === null ? [] : [`${kind}${why.words}`])];
}

function contextOf(archive: Archive, entry: Entry): string[] {
	const { change } = entry;
	const topic = change.rank === 'prominent' && change.turns.length === 0 ? whyItWeighs(archive, entry) : null;
	return [...(topic === null ? [] : [topic.words]), ...alsoRemark(alsoAt(archive, entry))];
}

function alsoRemark(others: readonly Entry[]): string[] {
	if (others.length === 0) return [];
	const named = others
		.slice(0, mostAlso)
		.map(({ platform, agreement }) => `${platform.name} ${agreement.name}`);
	const left = others.length - named.length;
	return [`The same changed at ${listed(left === 0 ? named : [...named, counted(left, 'other')])}.`];
}

/** In the order of the text, cut where it is long; its hidden signs shown. */
function shortPassage(passage: readonly WordEdit[]): WordEdit[] {
	const short: WordEdit[] = [];
	let room = longestPassage;
	for (const { kind, text } of passage) {
		if (room <= 0) break;
		const shown = cutEnd(showInvisible(text.slice(0, 4 * room).replace(/\s+/g, ' ')), room);
		short.push({ kind, text: shown });
		room -= shown.length;
	}
	return short;
}
