/** Steps of chosen clauses of an agreement through time, drawn and linked to their changes. Computed from the ledger. */
import { lookKinds, wordlessKinds } from '../../analysis/ledger/event-kinds.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import { changeHref } from '../addresses/links.ts';
import { clausesOnPage } from '../redline/changed-clauses.ts';
import {
	type ClauseArchive,
	type DatedStep,
	datedSteps,
	datedWordings,
	drawStep,
	untilWhen,
} from '../redline/clause-history-html.ts';

/** A step, and the clause that took it, as index into `Ledger.clauses`. */
export interface StepOfClause {
	readonly clause: number;
	readonly step: DatedStep;
}

export interface DrawnTimeStep {
	readonly kind: DatedStep['kind'];
	readonly change: Change;
	/** The change, at this clause. */
	readonly href: string;
	/** Number of the clause as written, or empty. */
	readonly number: string;
	/** `Reworded`, `Came in` */
	readonly label: string;
	/** Words with their marks; empty where the step brought none. */
	readonly html: string;
	/** `Stood until 3 May 2024.` */
	readonly until: string;
}

/** Newest first. A platform that counts its links' visits makes hundreds of steps without a word: they are left out. */
export function stepsOfClauses(agreement: Agreement, clauses: readonly number[]): StepOfClause[] {
	const archive = clauseArchive(agreement);
	return newestFirst(clauses, (clause) => datedSteps(archive, clause));
}

/** The same without moves and new numbers, for a fraction of the cost. */
export function wordingsOfClauses(agreement: Agreement, clauses: readonly number[]): StepOfClause[] {
	const archive = clauseArchive(agreement);
	const steps = newestFirst(clauses, (clause) => datedWordings(archive, clause));
	return steps.filter(({ step }) => !wordlessKinds.has(step.kind));
}

function newestFirst(
	clauses: readonly number[],
	stepsOf: (clause: number) => readonly DatedStep[],
): StepOfClause[] {
	return clauses
		.flatMap((clause) => stepsOf(clause).map((step) => ({ clause, step })))
		.filter(({ step }) => !lookKinds.has(step.kind))
		.sort((one, other) => other.step.version - one.step.version);
}

/** Costs a word diff. */
export function drawTimeStep(
	{ platform, agreement }: { readonly platform: Platform; readonly agreement: Agreement },
	{ clause, step }: StepOfClause,
): DrawnTimeStep {
	const archive = clauseArchive(agreement);
	const change = agreement.changes[step.version] as Change;
	const text = agreement.ledger.texts[step.after ?? step.before ?? -1];
	return {
		kind: step.kind,
		change,
		href: changeAt(platform, agreement, change, clause),
		number: text?.number ?? '',
		...drawStep(archive, clause, step),
		until: untilWhen(archive, step),
	};
}

/** A change, at a clause of it where its page has that one. */
function changeAt(platform: Platform, agreement: Agreement, change: Change, clause: number): string {
	const isThere = !change.onYearPage && clausesOnPage(agreement, change).has(clause);
	const anchor = isThere ? agreement.ledger.clauses[clause]?.anchor : undefined;
	return changeHref(platform, agreement, change, anchor);
}

export function clauseArchive(agreement: Agreement): ClauseArchive {
	const versions = agreement.changes.map((change) => ({
		day: change.day,
		fetched: change.version.fetched,
		page: hasPage(change),
		onYearPage: change.onYearPage,
		base: change.base,
	}));
	const { ledger, retired } = agreement;
	return { ledger, versions, ...(retired === null ? {} : { retired: retired.day }) };
}
