/** How a clause is named for people: by its own title or number, else by the nearest above it. */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { withoutEditionDay } from '../../text/date-line.ts';
import { bareNumber } from './clause-number.ts';
import { keptByState } from './known-of-states.ts';
import { keptByText, type OfText } from './known-of-texts.ts';
import { runInTitle } from './run-in-title.ts';
import { headingWords, isHeading } from './sections.ts';

/** Places of one state that name others, one a place; −1 where nothing does. */
export interface NamedPlaces {
	/** Of the heading or titled clause that a clause is named by: its own place where it bears a title itself. */
	readonly named: Int32Array;
	/** The same without its own title. */
	readonly above: Int32Array;
	/** Of the heading that it stands under: its own place where it is one. */
	readonly headings: Int32Array;
	/** Of the clause whose number with dots ("2.4") holds for it, where that stands below the title and bears none. */
	readonly numbered: Int32Array;
}

export interface PlaceName {
	/** With its number where that has dots: "2.4 No refunds"; may be empty. */
	readonly title: string;
	/** "2.4", of a clause without a title; may be empty. */
	readonly number: string;
}

/** A list of what the page holds, what it says to whoever opens it, what kind of remark follows, whose address: none names what stands below. */
const nameless = new RegExp(
	`^(?:${[
		'(?:table of )?contents|on this page|in this (?:article|policy|section|document)|jump to|overview|inhalt(?:sverzeichnis|e)?|übersicht',
		'sommaire|table des matières|índice|contenido|indice|inhoud(?:sopgave)?|innehåll|indhold|innhold|sisällys|spis treści|obsah|содержание|目次|目录|目錄',
		'thank(?:s| you)\\b.*|(?:welcome|hello|hi|hey|dear|greetings|willkommen|hallo|liebe[r]?|bienvenue|bonjour|cher|chère|bienvenid[oa]s?|hola|estimad[oa]s?|benvenut[oi]|ciao|bem-vindos?|olá|welkom|välkommen|velkommen|witamy)(?![\\p{L}\\p{N}-]).*',
		'(?:please |important )?notes?|notice|nb|(?:for )?examples?|e\\.g|important|tips?|warning|caution|exceptions?|policy|summary|in (?:short|summary|brief)|short version',
		'hinweis|(?:zum )?beispiel|remarque|(?:par )?exemple|nota|(?:por )?ejemplo|(?:per )?esempio|(?:por )?exemplo',
		'.{1,40}[\\s,](?:inc|corp|corporation|ltd|limited|llc|llp|company|gmbh|plc)\\.?',
	].join('|')})$`,
	'iu',
);
/** What documents are called. The whole vocabulary of agreements is too much for the compare page, which names places in the browser. */
const documentName =
	/\b(?:terms|polic(?:y|ies)|agreement|guidelines|rules|standards|notice|statement|conditions?|licen[cs]e|charter|bedingungen|nutzungsbedingungen|datenschutz\p{L}*|richtlinien?|agb|conditions|politique|règles|charte|términos|política|condiciones|normas|termini|informativa|condizioni|termos|voorwaarden|gebruiksvoorwaarden|privacybeleid|villkor|vilkår|policy)\b|条款|政策|規約|ポリシー|услови|политик/iu;
/** Above it stands at most a date or a mark of the house. */
const latestTitle = 2;
const dotted = /\d\.\d/;
/** A bold line is a heading below all levels. */
const levelOfBold = 7;

/** What a wording is for naming; asked for in every version that it stands in. */
interface Naming {
	/** As shown, without number; empty where it names nothing. */
	readonly title: string;
	/** Level of a heading, 0 for any other clause. */
	readonly level: number;
	/** Of an item, 0 for any other clause. */
	readonly depth: number;
	/** Without mark at its end; empty where it has no dots. */
	readonly number: string;
	/** "19." → 19; null for any other number. */
	readonly counted: number | null;
}

const namingOf: OfText<Naming> = keptByText(read);

function read(text: ClauseText): Naming {
	const heading = isHeading(text) && text.words > 0;
	const title = heading ? headingWords(text) : runInTitle(text);
	const level = text.kind === 'heading' ? text.depth : levelOfBold;
	const names = title !== '' && !nameless.test(title) && withoutEditionDay(text.visible) === null;
	return {
		title: names ? title : '',
		level: heading ? level : 0,
		depth: text.kind === 'item' ? text.depth : 0,
		number: dotted.test(text.number) ? bareNumber(text.number) : '',
		counted: countOf(text.number),
	};
}

/** True for a heading that names what stands below it: no date line, greeting or list of contents. */
export function namesSection({ texts }: Ledger, id: number): boolean {
	return isNamingHeading(namingOf(texts, id));
}

function isNamingHeading({ title, level }: Naming): boolean {
	return level > 0 && title !== '';
}

/** One walk through the document. */
export const namedPlaces: (ledger: Ledger, state: State) => NamedPlaces = keptByState(walk);

function walk(ledger: Ledger, { texts }: State): NamedPlaces {
	const namings = Array.from(texts, (id) => namingOf(ledger.texts, id));
	const ownTitle = titleOfDocument(namings, (at) => ledger.texts[texts[at] as number] as ClauseText);
	const [named, above, headings, numbered] = Array.from(
		{ length: 4 },
		() => new Int32Array(texts.length),
	) as [Int32Array, Int32Array, Int32Array, Int32Array];
	let titles: readonly Holding[] = [];
	let number = -1;
	for (const [at, naming] of namings.entries()) {
		const isTitle = naming.title !== '' && at !== ownTitle;
		const held = (title: Holding): boolean => holds(title, naming, isTitle);
		// Nearly every clause leaves all as they are.
		if ((naming.level === 0 || isTitle) && !titles.every(held)) titles = titles.filter(held);
		above[at] = titles.at(-1)?.at ?? -1;
		if (isTitle) titles = [...titles, { ...naming, at }];
		if (isTitle) number = -1;
		else if (naming.number !== '') number = at;
		else if (number !== -1 && isBeyond(naming, namings[number] as Naming)) number = -1;
		named[at] = titles.at(-1)?.at ?? -1;
		headings[at] = titles.find(({ level }) => level > 0)?.at ?? -1;
		numbered[at] = number;
	}
	return { named, above, headings, numbered };
}

function countOf(number: string): number | null {
	const whole = /^\d+(?=[.)]$)/.exec(number)?.[0];
	return whole === undefined ? null : Number(whole);
}

/** True for "19." behind 4.6; a list in 4.6 begins with 1 anew. */
function isBeyond({ counted }: Naming, { number }: Naming): boolean {
	return counted !== null && counted > Number.parseInt(number.replace(/^\D+/, ''), 10);
}

/** A title that the walk is under. */
interface Holding extends Naming {
	readonly at: number;
}

/** A heading holds until the next that names; a titled paragraph until the next title or a number beside its own; a titled item for what lies deeper. */
function holds(holding: Holding, { level, depth, number }: Naming, isTitle: boolean): boolean {
	if (level > 0) return false;
	if (holding.level > 0) return true;
	if (holding.depth > 0) return depth > holding.depth;
	if (isTitle && depth === 0) return false;
	return number === '' || holding.number === '' || number.startsWith(`${holding.number}.`);
}

/** The first heading, where it stands above all others, or at the very beginning and is called what documents are called; −1 where there is none. */
function titleOfDocument(namings: readonly Naming[], textAt: (at: number) => ClauseText): number {
	const headings = namings.flatMap((naming, at) => (isNamingHeading(naming) ? [at] : []));
	const levelAt = (at: number): number => (namings[at] as Naming).level;
	const top = headings.reduce((least, at) => Math.min(least, levelAt(at)), levelOfBold);
	const [first, ...others] = headings.filter((at) => top === levelOfBold || levelAt(at) < levelOfBold);
	if (first === undefined || levelAt(first) > top) return -1;
	const text = textAt(first);
	if (text.number !== '') return -1;
	if (headings.length > 1 && others.every((at) => levelAt(at) > top)) return first;
	return first <= latestTitle && documentName.test(text.visible) ? first : -1;
}

/** The name of the clause at a place: its own title, else the nearest above with its number. */
export function ownName(
	ledger: Ledger,
	state: State,
	{ named, numbered }: NamedPlaces,
	at: number,
): PlaceName {
	const own = namingAt(ledger, state, named[at] as number);
	const { number = '' } = namingAt(ledger, state, numbered[at] as number) ?? {};
	if (own === null) return { title: '', number };
	// "7.1 Descriptions" and 7.1.5: one number tells both.
	const told = own.number === '' || !number.startsWith(`${own.number}.`);
	return { title: told ? titleOf(own) : own.title, number };
}

/** "2.4 No refunds"; empty for the place −1. @param place one of {@link NamedPlaces} */
export function titleAt(ledger: Ledger, state: State, place: number): string {
	const naming = namingAt(ledger, state, place);
	return naming === null ? '' : titleOf(naming);
}

function titleOf({ number, title }: Naming): string {
	return `${number} ${title}`.trim();
}

function namingAt(ledger: Ledger, { texts }: State, place: number): Naming | null {
	return place === -1 ? null : namingOf(ledger.texts, texts[place] as number);
}

/** "2.4 No refunds"; "Fees (2.4)" for a clause that has a number alone; "2.4" where nothing stands above it. */
export function placeInWords({ title, number }: PlaceName): string {
	if (title === '' || number === '') return title || number;
	return `${title} (${number})`;
}
