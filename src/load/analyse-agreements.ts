/** Analyses the histories of agreements: their texts from git, and of each its ledger, its changes and what it says on which topic. */
import { statedToday, withDates } from '../analysis/changes/dated-changes.ts';
import { describeChanges } from '../analysis/changes/describe-changes.ts';
import { tellChanges } from '../analysis/headlines/tell-changes.ts';
import { type BuiltLedger, buildLedger, type VersionText } from '../analysis/ledger/build-ledger.ts';
import { ledgerBounds } from '../analysis/ledger/ledger-bounds.ts';
import { type ClauseTopics, clauseTopics } from '../analysis/topics/clause-topics.ts';
import { topicDetector } from '../analysis/topics/detector.ts';
import { topicFindings } from '../analysis/topics/findings.ts';
import { readBlobs } from '../archive/blobs.ts';
import type { Agreement } from '../model/archive.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Topic } from '../model/topic.ts';
import type { Version } from '../model/version.ts';
import { languageOf } from '../text/language.ts';

/** The recorded versions of one agreement. */
export interface AgreementHistory {
	/** `<platform>/<agreement>.md` */
	readonly file: string;
	readonly versions: readonly Version[];
}

/** An agreement that has no name and no slug yet, nor those that it had. */
export type AnalysedAgreement = Omit<Agreement, 'name' | 'slug' | 'former' | 'retired' | 'provenSince'>;

/** Says that the time since it was last called was spent on this phase. */
export type Lap = (phase: 'read' | 'analyse') => void;

/**
 * Analyses agreements of the repository at `directory`, in any order. The build command brings one that uses two cores; pages that
 * load the archive themselves use {@link analyseAgreements}.
 */
export type Analyse = (
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
) => AsyncIterable<AnalysedAgreement>;

/** One agreement after the other, so that only one agreement's raw texts are in memory. */
export async function* analyseAgreements(
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
): AsyncGenerator<AnalysedAgreement> {
	const detect = detectorOf(topics);
	const names = histories.map(({ versions }) => distinctBlobs(versions));
	const blobs = readBlobs(directory, names.flat());
	try {
		for (const [index, { file, versions }] of histories.entries()) {
			const bytes = new Map<string, Uint8Array | null>();
			const isFollowed = ledgerBounds();
			for (const name of names[index] ?? []) {
				const text = (await blobs.next()).value as Buffer;
				bytes.set(name, isFollowed(text) ? text : null);
			}
			lap('read');
			const texts = versions.map(({ blob }) => ({
				name: blob ?? '',
				bytes: blob === null ? new Uint8Array() : (bytes.get(blob) ?? null),
			}));
			const analysed = analyse(
				file,
				versions,
				texts,
				(ledger, language) => clauseTopics(ledger, language, detect),
				topics,
			);
			lap('analyse');
			yield analysed;
		}
		// Drains the stream: only at its end git tells whether it failed.
		await blobs.next();
	} finally {
		await blobs.return(undefined);
	}
}

let last:
	| { readonly topics: readonly Topic[]; readonly detect: ReturnType<typeof topicDetector> }
	| undefined;

/** To compile the rules takes a third of a second, and histories come in several shares. */
function detectorOf(topics: readonly Topic[]): ReturnType<typeof topicDetector> {
	if (last?.topics !== topics) last = { topics, detect: topicDetector(topics) };
	return last.detect;
}

export function distinctBlobs(versions: readonly Version[]): string[] {
	return [...new Set(versions.map(({ blob }) => blob).filter((blob) => blob !== null))];
}

function analyse(
	file: string,
	versions: readonly Version[],
	texts: readonly VersionText[],
	topicsOf: (ledger: Ledger, language: string) => ClauseTopics,
	vocabulary: readonly Topic[],
): AnalysedAgreement {
	const built: BuiltLedger = buildLedger(texts);
	const { ledger } = built;
	const language = languageOfLast(ledger);
	const judged = topicsOf(ledger, language);
	// The changes before all else that compares versions: what a return is told by must not hang on who asked first.
	const described = describeChanges(versions, built, judged.ofEvents, vocabulary);
	const topics = topicFindings({ ledger, versions }, judged);
	const told = tellChanges({ ledger, topics, changes: described }, judged, vocabulary);
	const changes = withDates(ledger, language, told);
	const stated = statedToday(ledger, language, changes);
	const clauses = ledger.states.at(-1)?.clauses.length ?? 0;
	return { path: file, language, clauses, versions, ledger, changes, topics, stated };
}

/** Of today's text; of the last that there was where the agreement was withdrawn. */
function languageOfLast(ledger: Ledger): string {
	const last = ledger.states.findLast(({ texts }) => texts.length > 0);
	return last === undefined ? 'und' : languageOf(ledger, last);
}
