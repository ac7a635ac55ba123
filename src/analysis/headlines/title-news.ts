/** Titles that came in or went out with what stands under them, and titles in other words. */
import type { ClauseEvent, ClauseText, Ledger, SentenceStep } from '../../model/ledger.ts';
import { meaningKeys } from '../../text/meaning-key.ts';
import { namesSection } from '../clauses/place-names.ts';
import { runInTitle } from '../clauses/run-in-title.ts';
import { headingWords, isHeading } from '../clauses/sections.ts';
import type { News } from './news.ts';

const whole = 420;
const perClause = 12;
const mostClauses = 12;
const reworded = 330;
/** A longer title is a sentence. */
const longest = 70;

/** @param events those that alter the terms and their titles, in the order of the document */
export function titleNews(
	ledger: Ledger,
	events: readonly ClauseEvent[],
	standsIn: (key: number, side: 'before' | 'after') => boolean,
): News[] {
	const found: News[] = [];
	const { texts } = ledger;
	for (const [at, event] of events.entries()) {
		const text = texts[(event.after ?? event.before) as number] as ClauseText;
		const [was, now] = [titleOf(ledger, event.before), titleOf(ledger, event.after)];
		if (event.kind === 'reworded' && was !== '' && now !== '' && isOther(was, now))
			found.push({ fact: { kind: 'title', before: was, after: now }, weight: reworded, event, step: null });
		if ((event.kind !== 'added' || now === '') && (event.kind !== 'removed' || was === '')) continue;
		const title = event.kind === 'added' ? now : was;
		const key = meaningKeys(title).key;
		if (standsIn(key, event.kind === 'added' ? 'before' : 'after')) continue;
		const below = clausesBelow(texts, events, at);
		if (below === 0 && isHeading(text)) continue;
		const step = longestStep(texts, events.slice(at, at + 1 + below), event.kind === 'added' ? 'in' : 'out');
		const kind = event.kind === 'added' ? 'section-in' : 'section-out';
		const weight = whole + perClause * Math.min(below, mostClauses);
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

/** What kind of remark follows. */
const idle = /^(?:notes?|examples?|context|important|tips?|definitions?|reminder|caution|warning)[\s.:]*$/i;

function isOther(one: string, other: string): boolean {
	return meaningKeys(one).key !== meaningKeys(other).key;
}

/** The sentence of most characters that came in, or went out. */
function longestStep(
	texts: Ledger['texts'],
	events: readonly ClauseEvent[],
	kind: 'in' | 'out',
): SentenceStep | null {
	let best: SentenceStep | null = null;
	let most = 0;
	for (const { sentences } of events)
		for (const step of sentences) {
			const passage = step.after ?? step.before;
			if (step.kind !== kind || passage === null || isHeading(texts[passage.text] as ClauseText)) continue;
			const length = passage.end - passage.start;
			if (length > most) [best, most] = [step, length];
		}
	return best;
}

/** Clauses of the same kind of event that follow a title, up to the next one. */
function clausesBelow(texts: Ledger['texts'], events: readonly ClauseEvent[], at: number): number {
	const { kind } = events[at] as ClauseEvent;
	let count = 0;
	for (let next = at + 1; next < events.length && count < mostClauses; next++) {
		const event = events[next] as ClauseEvent;
		const text = texts[(event.after ?? event.before) as number] as ClauseText;
		if (event.kind !== kind || isHeading(text)) break;
		count++;
	}
	return count;
}
