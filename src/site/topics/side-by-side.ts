/** Two platforms by topic as HTML, from their `topics.json.gz`: drawn in the browser. Every archived word passes `escapeHtml`. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { plainness } from '../../analysis/topics/plainness.ts';
import { counted, grouped } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { markedQuote } from './marked-quote.ts';
import type { StandingTopic, StandingTopics } from './standing-topics.ts';
import type { FoundClause, TopicsFile } from './topics-json.ts';

/** What somebody says: all platforms' of today, or of agreements that a reader chose whatever became of them. */
type Side = TopicsFile & Partial<Pick<StandingTopics, 'followedUntil'>>;
type Said = TopicsFile['topics'][string] & Partial<Pick<StandingTopic, 'over'>>;

interface Row {
	readonly id: string;
	readonly name: string;
	readonly one: Said | undefined;
	readonly other: Said | undefined;
}

/** Quotes of one platform on one topic; more are counted. */
const mostQuotes = 2;

/** "Both have a clause on 12 topics; Tallybird alone on 3, Pellmell alone on 5." */
export function sideBySideSentence(one: Side, other: Side): string {
	const counting = [one, other].filter((side) => !isOver(side));
	const ends = [one, other].map(endInWords).join('');
	return `${counting.length === 2 ? bothInWords(one, other) : counting.map(soleInWords).join('')}${ends}`.trim();
}

function bothInWords(one: Side, other: Side): string {
	const rows = rowsOf(one, other);
	const count = (left: boolean, right: boolean): number =>
		rows.filter((row) => has(row.one) === left && has(row.other) === right).length;
	const alone = `${one.platform} alone on ${grouped(count(true, false))}, ${other.platform} alone on ${grouped(count(false, true))}`;
	return `Both have a clause on ${counted(count(true, true), 'topic')}; ${alone}.`;
}

function soleInWords({ platform, topics }: Side): string {
	return `${platform} has a clause on ${counted(Object.values(topics).filter(has).length, 'topic')}.`;
}

/** Whether its words are shown and do not count. */
function isOver({ followedUntil, topics }: Side): boolean {
	return Boolean(followedUntil) && !Object.values(topics).some(has);
}

function endInWords(side: Side): string {
	const { platform, followedUntil } = side;
	if (!followedUntil) return '';
	const counts = isOver(side) ? ': what it said last is shown and not counted' : '';
	return ` ${platform} was followed until ${dayInWords(followedUntil)}${counts}.`;
}

/** Topics that both speak of come first, then those of one alone; those of neither share one line. */
export function sideBySideHtml(one: Side, other: Side, topicHref: (id: string) => string): string {
	const rows = rowsOf(one, other);
	const speaking = rows.filter((row) => hasWords(row.one) || hasWords(row.other));
	const silent = rows.filter((row) => !speaking.includes(row));
	const order = ({ one: left, other: right }: Row): number =>
		has(left) && has(right) ? 0 : has(left) ? 1 : has(right) ? 2 : 3;
	const drawn = speaking
		.toSorted((first, second) => order(first) - order(second))
		.map((row) => rowHtml(row, [one, other], topicHref));
	const names = silent.map(({ id, name }) => linkHtml(topicHref(id), name)).join(', ');
	const rest =
		silent.length === 0 ? '' : `<div class="never"><span>Found at neither</span><p>${names}</p></div>`;
	return drawn.join('') + rest;
}

function rowsOf(one: Side, other: Side): Row[] {
	const ids = [...new Set([...Object.keys(one.topics), ...Object.keys(other.topics)])];
	return ids.map((id) => {
		const [left, right] = [one.topics[id], other.topics[id]];
		return { id, name: left?.name ?? right?.name ?? id, one: left, other: right };
	});
}

function has(said: Said | undefined): boolean {
	return said !== undefined && said.found.length > 0;
}

/** Whatever became of them. */
function hasWords(said: Said | undefined): boolean {
	return has(said) || (said?.over ?? []).length > 0 || (said?.gone ?? null) !== null;
}

function rowHtml(
	{ id, name, one, other }: Row,
	[left, right]: readonly [Side, Side],
	topicHref: (id: string) => string,
): string {
	const cells = cellHtml(id, one, left) + cellHtml(id, other, right);
	return `<section class="pair"><h2>${linkHtml(topicHref(id), name)}</h2>${cells}</section>`;
}

/** The name leads to all that the platform says on the topic, where it takes a side. */
function cellHtml(topic: string, said: Said | undefined, { platform, address }: Side): string {
	const isSided = [...(said?.found ?? []), ...(said?.over ?? [])].some(({ stance }) => stance !== null);
	const name = `<bdi>${escapeHtml(platform)}</bdi>`;
	const head = isSided ? `<a href="${escapeHtml(`${address}on/${topic}/`)}">${name}</a>` : name;
	return `<div><h3>${head}</h3>${said === undefined ? '' : saidHtml(said)}</div>`;
}

function saidHtml({ readable, found, over = [], gone }: Said): string {
	if (found.length > 0) return clausesHtml(found, sinceInWords);
	if (over.length > 0)
		return clausesHtml(over, ({ followedUntil }) => `followed until ${dayInWords(followedUntil)}`);
	if (gone !== null) {
		const { quote } = gone;
		const end = linkHtml(gone.address, `Taken out on ${dayInWords(gone.until)}`);
		return `<p class="text"${languageHtml(gone)}><del>${escapeHtml(quote)}</del></p><p class="small">${end}</p>`;
	}
	return `<p class="small">${readable ? 'No clause found' : 'No rule reads the language of its agreements'}</p>`;
}

function clausesHtml<Clause extends FoundClause>(
	clauses: readonly Clause[],
	when: (clause: Clause) => string,
): string {
	const quoted = toldOnce(plainestFirst(clauses)).slice(0, mostQuotes);
	const left = clauses.length - quoted.length;
	const more = left > 0 ? `<p class="small">and ${counted(left, 'more clause')}</p>` : '';
	return quoted.map((clause) => clauseHtml(clause, when(clause))).join('') + more;
}

/** Of clauses in the same words the first. */
function toldOnce<Clause extends FoundClause>(clauses: readonly Clause[]): Clause[] {
	return [...Map.groupBy(clauses, ({ quote }) => quote).values()].map(([first]) => first as Clause);
}

function sinceInWords({ since, reworded }: FoundClause): string {
	return reworded === null ? `since ${dayInWords(since)}` : `reworded ${dayInWords(reworded)}`;
}

function plainestFirst<Clause extends FoundClause>(found: readonly Clause[]): Clause[] {
	const plain = (clause: Clause): number => plainness(clause, clause.agreement);
	return found.toSorted((one, other) => plain(other) - plain(one));
}

function clauseHtml(clause: FoundClause, when: string): string {
	const { agreement, number, address } = clause;
	const where = linkHtml(address, `${agreement} ${bareNumber(number)}`.trim());
	const says = clause.says === null ? '' : `<p class="side">${escapeHtml(clause.says)}</p>`;
	return `${says}<p class="text"${languageHtml(clause)}>${markedQuote(clause, 'mark')}</p><p class="small">${where}, ${when}</p>`;
}

function languageHtml({ language }: FoundClause): string {
	return language === 'en' || language === 'und'
		? ' dir="auto"'
		: ` lang="${escapeHtml(language)}" dir="auto"`;
}

function linkHtml(href: string, words: string): string {
	return `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
}
