/** Every change of the clauses by which a platform takes sides on a topic, those that are gone as well, newest first. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import type { SideStay, Topic } from '../../model/topic.ts';
import { cutEnd } from '../../text/cut-text.ts';
import { escapeHtml } from '../../text/escape.ts';
import { languageOfName, wordsOf } from '../addresses/language-attributes.ts';
import {
	type DrawnTimeStep,
	drawTimeStep,
	type StepOfClause,
	wordingsOfClauses,
} from '../provisions/clause-steps.ts';
import { clauseHref } from '../redline/clauses-on-page.ts';

export interface OnStep extends DrawnTimeStep {
	readonly agreement: Agreement;
	readonly nameLanguage: string | undefined;
	readonly words: ReturnType<typeof wordsOf>;
	/** Sides that the clause began to take with it, after the platform's name: "trains on what you write". */
	readonly begins: readonly string[];
	/** Sides that it took no longer. */
	readonly ends: readonly string[];
}

export interface OnHistory {
	readonly steps: readonly OnStep[];
	/** Older ones that are left out: each costs a word diff. */
	readonly more: number;
	/** Where those are to be read: the clauses that took most of them. */
	readonly clauses: readonly { readonly agreement: string; readonly number: string; readonly href: string }[];
}

/** Steps that a page draws, and its feed tells: there are thousands of these feeds, and what is older stands on the page. */
const stepsShown = 6;
/** Steps that have no other words to be compared with. */
const cutShort: ReadonlySet<DrawnTimeStep['kind']> = new Set(['came', 'left']);
/** Characters of such a clause: the agreement has the rest. */
const longestFirst = 200;
const mostClauses = 6;

interface Step extends StepOfClause {
	readonly agreement: Agreement;
	readonly stays: readonly SideStay[];
}

/** The page and its feed tell the same, one right after the other. */
let last: { readonly platform: Platform; readonly topic: Topic; readonly history: OnHistory } | undefined;

export function onHistory(platform: Platform, topic: Topic): OnHistory {
	if (last?.platform !== platform || last.topic !== topic)
		last = { platform, topic, history: historyOn(platform, topic, stepsShown) };
	return last.history;
}

/** @param most steps that are drawn */
export function historyOn(platform: Platform, topic: Topic, most: number): OnHistory {
	const all = platform.agreements.flatMap((agreement) => stepsIn(agreement, topic)).sort(newestFirst);
	const left = all.slice(most);
	return {
		steps: all.slice(0, most).map((step) => drawn(platform, topic, step)),
		more: left.length,
		clauses: placesOf(platform, left),
	};
}

function newestFirst(one: Step, other: Step): number {
	const time = ({ agreement, step }: Step): string => agreement.versions[step.version]?.fetched ?? '';
	return time(one) < time(other) ? 1 : time(one) > time(other) ? -1 : other.step.version - one.step.version;
}

/** Of each clause the steps from when it came to the topic until it left it. */
function stepsIn(agreement: Agreement, { id }: Topic): Step[] {
	const stays = agreement.topics.stays[id] ?? [];
	const sided = sidedClauses(stays);
	if (sided.size === 0) return [];
	const byClause = Map.groupBy(stays, ({ clause }) => clause);
	return sidedSteps(agreement).flatMap((one) => {
		if (!sided.has(one.clause)) return [];
		const own = byClause.get(one.clause) ?? [];
		const isOnTopic = own.some(
			({ first, last }) => first <= one.step.version && one.step.version <= last + 1,
		);
		return isOnTopic ? [{ ...one, agreement, stays: own }] : [];
	});
}

function sidedClauses(stays: readonly SideStay[]): ReadonlySet<number> {
	return new Set(stays.filter(({ stance }) => stance !== null).map(({ clause }) => clause));
}

const stepsKnown = new WeakMap<Agreement, StepOfClause[]>();

/** Of all topics at once: what happened between two versions is known as long as one agreement is looked at, and a platform's topics look at all of its. */
function sidedSteps(agreement: Agreement): StepOfClause[] {
	const known =
		stepsKnown.get(agreement) ??
		wordingsOfClauses(agreement, [...sidedClauses(Object.values(agreement.topics.stays).flat())]);
	stepsKnown.set(agreement, known);
	return known;
}

function drawn(platform: Platform, { stances }: Topic, one: Step): OnStep {
	const { agreement, step, stays } = one;
	const nameOf = ({ stance }: SideStay): string => stances.find(({ id }) => id === stance)?.one ?? '';
	const begins = stays.filter(({ first }) => first === step.version).map(nameOf);
	const ends = stays.filter(({ last }) => last + 1 === step.version).map(nameOf);
	const time = drawTimeStep({ platform, agreement }, one);
	return {
		...time,
		number: bareNumber(time.number),
		html: cutShort.has(step.kind) ? firstWords(agreement, step.after ?? step.before) : time.html,
		agreement,
		nameLanguage: languageOfName(agreement),
		words: wordsOf(agreement),
		begins: begins.filter((name) => name !== '' && !ends.includes(name)),
		ends: ends.filter((name) => name !== '' && !begins.includes(name)),
	};
}

/** `now trains on what you write`, `before: does not train on it`; where nothing began, `no longer trains on what you write` */
export function sidesInWords({ begins, ends }: Pick<OnStep, 'begins' | 'ends'>): string[] {
	const ended = begins.length > 0 ? 'before: ' : 'no longer ';
	return [...begins.map((side) => `now ${side}`), ...ends.map((side) => `${ended}${side}`)];
}

function firstWords({ ledger }: Agreement, text: number | null): string {
	return escapeHtml(cutEnd(ledger.texts[text ?? -1]?.visible ?? '', longestFirst));
}

function placesOf(platform: Platform, left: readonly Step[]): OnHistory['clauses'] {
	const byClause = [...Map.groupBy(left, ({ agreement, clause }) => `${agreement.path} ${clause}`).values()];
	return byClause
		.toSorted((one, other) => other.length - one.length)
		.slice(0, mostClauses)
		.map(([first]) => {
			const { agreement, clause, step } = first as Step;
			const anchor = agreement.ledger.clauses[clause]?.anchor ?? '';
			return {
				agreement: agreement.name,
				number: bareNumber(agreement.ledger.texts[step.after ?? step.before ?? -1]?.number ?? ''),
				href: clauseHref(platform, agreement, anchor),
			};
		});
}
