/** A clause's history as dated redlines, drawn with the pieces of the change pages. Runs in the browser. */

import { withoutNumber } from '../../analysis/clauses/clause-number.ts';
import { isHeading } from '../../analysis/clauses/sections.ts';
import {
	type ClauseStep,
	clauseHistory,
	type StepKind,
	stepBlock,
	wordingHistory,
} from '../../analysis/history/clause-history.ts';
import { wordlessKinds } from '../../analysis/ledger/event-kinds.ts';
import type { ClauseText, EventKind, Ledger } from '../../model/ledger.ts';
import { dayInWords, dayOf } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { changePath } from '../addresses/change-path.ts';
import { changedClauses } from './changed-clauses.ts';
import { changedRow } from './changed-row.ts';
import { changedWordsHtml } from './redline-html.ts';

export interface ClauseArchive {
	readonly ledger: Ledger;
	/** The last day on which the agreement was followed; left out while it is. */
	readonly retired?: string;
	readonly versions: readonly {
		/** Last part of the address of its change. */
		readonly day: string;
		readonly fetched: string;
		/** True where its change is shown on a page. */
		readonly page: boolean;
		/** True where it stands on that of its year. */
		readonly onYearPage: boolean;
		/** Index of the version that it is compared with; −1 for the first. */
		readonly base: number;
	}[];
}

/** A step, and the version that ended the words it brought; null where they stand, or where it brought none. */
export interface DatedStep extends ClauseStep {
	readonly ended: number | null;
}

/** Newest first. */
export function datedSteps(archive: ClauseArchive, clause: number): DatedStep[] {
	return withEnds(clauseHistory(archive, clause));
}

/** Of the steps that altered its text alone, newest first. */
export function datedWordings(archive: ClauseArchive, clause: number): DatedStep[] {
	return withEnds(wordingHistory(archive, clause));
}

function withEnds(steps: readonly ClauseStep[]): DatedStep[] {
	let end: number | null = null;
	return steps.toReversed().map((step) => {
		const ended = step.putBack ?? end;
		if (!wordlessKinds.has(step.kind) && step.putBack === null) end = step.version;
		return { ...step, ended };
	});
}

/** Where a change is to be read, as seen from the page of its agreement: at the clause on its page where that has it, or in the history table. */
export function changeAddress({ ledger, versions }: ClauseArchive, version: number, clause: number): string {
	const { day = '', page = false, onYearPage = false, base = -1 } = versions[version] ?? {};
	if (!page) return `history/#v-${day}`;
	const isShown = base >= 0 && !onYearPage && changedClauses(ledger, { base, index: version }).has(clause);
	return changePath({ day, onYearPage }, isShown ? ledger.clauses[clause]?.anchor : undefined);
}

/** @param language of the document where it is not the page's, else empty */
export function historyItemsHtml(
	archive: ClauseArchive,
	clause: number,
	steps: readonly DatedStep[],
	language: string,
): string {
	return steps.map((step) => itemHtml(archive, clause, step, language)).join('');
}

function itemHtml(archive: ClauseArchive, clause: number, step: DatedStep, language: string): string {
	const { fetched = '' } = archive.versions[step.version] ?? {};
	const href = changeAddress(archive, step.version, clause);
	const { label, html } = drawnStep(archive, clause, step);
	const day = `<a href="${escapeHtml(href)}"><time datetime="${dayOf(fetched)}">${dayInWords(fetched)}</time></a>`;
	const when = `<p class="when">${day} <b>${label}.</b> ${untilWhen(archive, step)}</p>`;
	const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`;
	return `<li>${when}${html === '' ? '' : `<div class="t"${lang} dir="auto">${html}</div>`}</li>`;
}

/** How long the words of a step stood; empty where it brought none. */
export function untilWhen(
	{ versions, retired }: ClauseArchive,
	{ kind, after, ended, putBack }: DatedStep,
): string {
	if (after === null || (wordlessKinds.has(kind) && putBack === null)) return '';
	if (ended === null) {
		const now = retired === undefined ? 'Stands today' : `Followed until ${dayInWords(retired)}`;
		return kind === 'came' ? `${now}, not a word changed.` : `${now}.`;
	}
	const day = dayInWords(versions[ended]?.fetched ?? '');
	if (putBack === null) return `Stood until ${day}.`;
	return wordlessKinds.has(kind) ? `Undone on ${day}.` : `The former words were put back on ${day}.`;
}

const labels: Readonly<Partial<Record<StepKind, string>>> = {
	came: 'Came in',
	left: 'Went out',
	returned: 'Came back',
};

export interface DrawnStep {
	readonly label: string;
	/** Words with their marks; empty where the step brought none. */
	readonly html: string;
}

/** A step below its clause, whose words, where they never changed, stand above already. */
function drawnStep(archive: ClauseArchive, clause: number, step: DatedStep): DrawnStep {
	const drawn = drawStep(archive, clause, step);
	return step.kind === 'came' && step.ended === null ? { ...drawn, html: '' } : drawn;
}

export function drawStep(archive: ClauseArchive, clause: number, step: ClauseStep): DrawnStep {
	const { ledger, versions } = archive;
	const label = step.version === 0 ? 'In the first record' : labels[step.kind];
	if (step.kind === 'left') return { label: label ?? '', html: '' };
	const block = stepBlock(ledger, clause, step);
	if (block === null) return { label: label ?? '', html: firstWords(ledger.texts[step.after ?? -1]) };
	const row = changedRow(ledger, block);
	const day = dayInWords(versions[step.version]?.fetched ?? '');
	const own = { lang: 'en' } as const;
	const html = changedWordsHtml(row, { own, until: `Until ${day}`, from: `From ${day}` });
	return { label: label ?? alsoRenumbered(row.label, block.event), html };
}

function alsoRenumbered(
	label: string,
	{ kind, renumbered }: { kind: EventKind; renumbered: boolean },
): string {
	return renumbered && kind !== 'renumbered' ? `${label} and renumbered` : label;
}

function firstWords(text: ClauseText | undefined): string {
	if (text === undefined) return '';
	const number = text.number === '' ? '' : `<b>${escapeHtml(text.number)}</b> `;
	const words = escapeHtml(withoutNumber(text));
	return number + (isHeading(text) ? `<b>${words}</b>` : words);
}
