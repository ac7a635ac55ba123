/** Reads the newest version of each agreement again from its stored snapshots, by the engine of this program and today's rules. */

import { readCollection, readDeclarations, withFilterScripts } from '../archive/collection.ts';
import { type Finding, openRecorder, type Recorder } from '../archive/recorder.ts';
import { type RecordedVersion, readRecords } from '../archive/records.ts';
import type { Collection } from '../model/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault } from '../model/fault.ts';
import { compareTexts } from './bounded-comparisons.ts';
import { engine } from './engine.ts';
import { declaredInCommit, readAgain, storedPages } from './reproduce-version.ts';

/**
 * `same` nothing to do · `differs` recorded as a technical version, in a dry run only shown · `held` the new text looks like a loss ·
 * `failed` the snapshots cannot be read by these rules · `no snapshot` as in the archives of other programs
 */
export type Rereading = { readonly platform: string; readonly agreement: string } & RereadingResult;

type RereadingResult = { readonly detail: string } & (
	| { readonly kind: 'same' | 'held' | 'failed' | 'no snapshot' }
	| { readonly kind: 'differs'; readonly before: string; readonly after: string }
);

export interface RereadingOptions {
	/** Of the collection. */
	readonly directory: string;
	/** Left out: all. */
	readonly platform?: string | undefined;
	readonly mode: 'record' | 'dry-run';
}

/**
 * Snapshots stay as they are, and the new version has the time at which they were fetched.
 * @throws Fault where the archive cannot be read or git fails
 */
export async function reextractArchive(options: RereadingOptions): Promise<readonly Rereading[]> {
	const { directory, platform, mode } = options;
	const collection = await readCollection(directory);
	const { declarations } = await readDeclarations(directory);
	const today = await withFilterScripts(directory, collection, declarations);
	return withRecorder(directory, collection, mode, async (recorder) => {
		const rereadings: Rereading[] = [];
		// The history was read to its end before the first version comes, so that recording does not disturb the reading.
		for await (const record of readRecords(directory, collection, 'newest')) {
			if (platform !== undefined && record.platform !== platform) continue;
			const result = await reread(record, today);
			rereadings.push({ platform: record.platform, agreement: record.agreement, ...result });
			if (result.kind === 'differs') await recorder?.record(findingOf(record, result.after), 'technical');
		}
		return rereadings;
	});
}

/** An archive that is only looked at need not be one that can be recorded into. */
async function withRecorder<Result>(
	directory: string,
	collection: Collection,
	mode: RereadingOptions['mode'],
	work: (recorder: Recorder | null) => Promise<Result>,
): Promise<Result> {
	if (mode === 'dry-run') return work(null);
	const recorder = await openRecorder(directory, collection, mode);
	try {
		return await work(recorder);
	} finally {
		await recorder.close();
	}
}

async function reread(
	record: RecordedVersion,
	today: readonly DeclaredAgreement[],
): Promise<RereadingResult> {
	const { text, version } = record;
	const pages = storedPages(record);
	if (text === null || pages.length === 0) return { kind: 'no snapshot', detail: 'its commit names none' };
	const declared = rulesFor(record, today);
	if (declared === null || pages.length < declared.sources.length)
		return { kind: 'failed', detail: 'no declaration fits its snapshots' };
	const after = await readAgain(declared, pages, version.evidence);
	if (after instanceof Fault) return { kind: 'failed', detail: after.what };
	const before = text.toString('utf8');
	if (after === before) return { kind: 'same', detail: '' };
	const where = declared.sources[0]?.address ?? '';
	const compared = await compareTexts(where, 'compareWithRecorded', after, before, where).catch(orFault);
	if (compared instanceof Fault) return { kind: 'failed', detail: compared.what };
	if (compared.hold !== null) return { kind: 'held', detail: compared.hold.reason };
	return { kind: 'differs', detail: version.commit, before, after };
}

function orFault(error: unknown): Fault {
	if (error instanceof Fault) return error;
	throw error;
}

/** Today's rules, where they are for the pages that were kept; else those that the version's own commit holds. */
function rulesFor(record: RecordedVersion, today: readonly DeclaredAgreement[]): DeclaredAgreement | null {
	const { platform, agreement, version } = record;
	const current = today.find((each) => each.platform === platform && each.agreement === agreement);
	const addresses = current?.sources.map(({ address }) => address).join(' ');
	if (current !== undefined && addresses === version.evidence.sources.join(' ')) return current;
	return declaredInCommit(record);
}

function findingOf(record: RecordedVersion, text: string): Finding {
	const { platform, agreement, version } = record;
	const { accepted: _, ...evidence } = version.evidence;
	return {
		platform,
		agreement,
		text,
		snapshots: storedPages(record),
		evidence: { ...evidence, engine },
		fetched: new Date(version.fetched),
	};
}
