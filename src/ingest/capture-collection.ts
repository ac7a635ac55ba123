/** Captures a whole collection once: the web on one side, the archive on the other. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
	brokenPlatform,
	readCollection,
	readDeclarations,
	requireCollection,
	withFilterScripts,
} from '../archive/collection.ts';
import { readDecisions } from '../archive/decisions.ts';
import { readStatus } from '../archive/status-file.ts';
import { Fault } from '../model/fault.ts';
import { closeRun, openRun, type RunOptions } from './capture-run.ts';
import { checkAll } from './check-all.ts';
import { type AgreementChoice, chooseAgreements } from './choose-agreements.ts';
import type { FailedOutcome, Outcome } from './outcome.ts';
import { statusAfter, statusSubject } from './run-status.ts';

export interface CaptureOptions extends RunOptions, AgreementChoice {
	/** Called as soon as each is known. */
	readonly onOutcome?: (outcome: Outcome) => void;
	/** Called for each file of former rules or of decisions that cannot be used: today's pages are captured all the same. */
	readonly onWarning?: (fault: Fault) => void;
}

/**
 * Returns one outcome an agreement, in the order of the declarations; broken declarations come first. What goes wrong with one
 * agreement does not touch another.
 * @throws Fault where the collection cannot be read or chosen from, and where git fails: then the run stops
 */
export async function captureCollection(options: CaptureOptions): Promise<readonly Outcome[]> {
	const { directory, mode, shard, now, onOutcome = () => {}, onWarning = () => {} } = options;
	await requireCollection(directory);
	requireCollectionFile(directory);
	const collection = await readCollection(directory);
	const declarations = await readDeclarations(directory);
	const { decisions, faults } = await readDecisions(directory);
	for (const fault of [...declarations.pastFaults, ...faults]) onWarning(fault);
	const { broken, chosen } = chooseAgreements(declarations, options);
	const declared = await withFilterScripts(directory, collection, chosen);
	const run = await openRun(options, collection);
	try {
		const failed = broken.map(brokenDeclaration);
		for (const outcome of failed) onOutcome(outcome);
		const before = await readStatus(directory);
		const checked = await checkAll(declared, before, decisions, run, onOutcome);
		const outcomes = checked.map(({ outcome }) => outcome);
		const status = statusAfter(before, checked, declarations, now);
		if (mode === 'record') await run.recorder.recordStatus(status, statusSubject(outcomes), now);
		// Of a part of the collection nobody takes anything out: what is carried out is known when all parts are joined.
		if (mode === 'record' && shard === undefined) await run.recorder.clearDecisions(decisions, status, now);
		return [...failed, ...outcomes];
	} finally {
		await closeRun(run);
	}
}

function requireCollectionFile(directory: string): void {
	if (existsSync(path.join(directory, 'collection.yml'))) return;
	throw new Fault(
		'these are somebody’s versions without a collection.yml, so nothing says what to capture',
		directory,
		'Name the folder of a collection (--archive or ARCHIVE), or write a collection.yml and declarations/ there.',
	);
}

function brokenDeclaration(fault: Fault): FailedOutcome {
	return { kind: 'failed', platform: brokenPlatform(fault), agreement: '', detail: fault.what, fault };
}
