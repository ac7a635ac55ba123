/** What the judge would have held back of the changes that an archive recorded: how often it errs, and how often it is right. */
import path from 'node:path';
import { readBlobs } from '../../src/archive/blobs.ts';
import { sha256 } from '../../src/archive/hashes.ts';
import { openRepository } from '../../src/archive/repository.ts';
import { CaptureFault } from '../../src/capture/capture-fault.ts';
import { guardText } from '../../src/capture/wall-pages.ts';
import { waitFor } from '../../src/ingest/acceptance.ts';
import { judgeFirst } from '../../src/ingest/compare-texts.ts';
import { alternatingHold, holdOf } from '../../src/ingest/hold-back.ts';
import { lettersOf, profileOf, type TextProfile } from '../../src/ingest/text-profile.ts';
import { analyseAsFits } from '../../src/load/analyse-in-parallel.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import type { Agreement } from '../../src/model/archive.ts';
import type { Change } from '../../src/model/change.ts';

/** One recorded change that would have been held. */
export interface HeldChange {
	readonly code: string;
	readonly class: string;
	readonly rank: Change['rank'];
	readonly hindsight: string;
	readonly path: string;
	readonly commit: string;
	readonly date: string;
	/** True where it stood long enough to be recorded later, by rule. */
	readonly delayed: boolean;
}

export interface HoldTable {
	/** Recorded changes by class, first records left out, and those that are prominent. */
	readonly changes: Readonly<Record<string, number>>;
	readonly prominent: number;
	readonly held: readonly HeldChange[];
}

/** Each recorded version is a candidate that meets the version before it. */
export async function measureHolds(directory: string): Promise<HoldTable> {
	const { platforms, collection } = await readArchive(directory, analyseAsFits);
	const repository = await openRepository(path.join(directory, collection.versions));
	const changes: Record<string, number> = {};
	const held: HeldChange[] = [];
	let prominent = 0;
	for (const agreement of platforms.flatMap((platform) => platform.agreements)) {
		for (const change of agreement.changes.slice(1)) {
			changes[change.class] = (changes[change.class] ?? 0) + 1;
			if (change.rank === 'prominent') prominent++;
		}
		held.push(...(await heldOf(agreement, repository.directory)));
	}
	return { changes, prominent, held };
}

async function heldOf({ versions, changes, path }: Agreement, repository: string): Promise<HeldChange[]> {
	const texts = await candidatesOf([...new Set(versions.flatMap(({ blob }) => blob ?? []))], repository);
	const leftAt = new Map<string, string>();
	const held: HeldChange[] = [];
	for (const [index, { blob, fetched, commit }] of versions.entries()) {
		const before = versions[index - 1];
		if (before?.blob == null || blob === null) continue;
		leftAt.set(before.blob, before.fetched);
		const recent = [...leftAt].map(([textHash, until]) => ({ textHash, until }));
		const { code: wall, profile, isAgreement } = texts.get(blob) as Candidate;
		const recorded = (texts.get(before.blob) as Candidate).profile;
		const code =
			wall ??
			(alternatingHold(blob, recent, new Date(fetched)) ?? holdOf(profile, recorded, isAgreement))?.code ??
			null;
		const change = changes[index] as Change;
		if (code === null || blob === before.blob) continue;
		const { class: decided, rank, hindsight } = change;
		const delayed = isRecordedLater(code, index, versions, texts);
		held.push({
			code,
			class: decided,
			rank,
			hindsight: hindsight?.label ?? '',
			path,
			commit,
			date: fetched,
			delayed,
		});
	}
	return held;
}

/**
 * Whether this text, or one that follows it and would be held for the same reason, stood long enough to be believed: a rewritten agreement
 * whose date is corrected the next day is recorded with the correction.
 */
function isRecordedLater(
	code: string,
	index: number,
	versions: Agreement['versions'],
	texts: ReadonlyMap<string, Candidate>,
): boolean {
	const wait = waitFor(code);
	const recorded = texts.get(versions[index - 1]?.blob ?? '');
	if (wait === null || recorded === undefined) return false;
	let [letters, since] = ['', 0];
	for (let at = index; at < versions.length; at++) {
		const { blob, fetched } = versions[at] as Agreement['versions'][number];
		const standing = texts.get(blob ?? '');
		if (standing === undefined) return false;
		if (at > index && holdOf(standing.profile, recorded.profile, standing.isAgreement)?.code !== code)
			return false;
		if (standing.letters !== letters) [letters, since] = [standing.letters, Date.parse(fetched)];
		const until = versions[at + 1]?.fetched;
		if (until === undefined || Date.parse(until) - since >= wait) return true;
	}
	return false;
}

interface Candidate {
	/** Of the fault where the text alone says that it is none. */
	readonly code: string | null;
	readonly profile: TextProfile;
	/** By itself; worked out when it is first asked for. */
	readonly isAgreement: () => boolean;
	/** Hash of its letters. */
	readonly letters: string;
}

async function candidatesOf(blobs: readonly string[], repository: string): Promise<Map<string, Candidate>> {
	const texts = new Map<string, Candidate>();
	let at = 0;
	for await (const bytes of readBlobs(repository, blobs)) {
		const text = bytes.toString('utf8');
		const letters = sha256(Buffer.from(lettersOf(text)));
		texts.set(blobs[at++] as string, {
			code: wallCode(text),
			profile: profileOf(text),
			isAgreement: once(() => judgeFirst(text, '') === null),
			letters,
		});
	}
	return texts;
}

function once(decide: () => boolean): () => boolean {
	let decided: boolean | undefined;
	return () => {
		decided ??= decide();
		return decided;
	};
}

export function wallCode(text: string): string | null {
	try {
		guardText(text, '');
		return null;
	} catch (error) {
		if (error instanceof CaptureFault) return error.code;
		throw error;
	}
}

/** Rows: classes; columns: codes; then each prominent change that would have been held. */
export function formatHolds({ changes, prominent, held }: HoldTable): string {
	const codes = [...new Set(held.map(({ code }) => code))].sort();
	const rows = Object.entries(changes).map(([name, count]) => {
		const of = held.filter((each) => each.class === name);
		const cells = codes.map((code) => String(of.filter((each) => each.code === code).length));
		return [name, String(count), `${of.length} (${((100 * of.length) / count).toFixed(1)} %)`, ...cells];
	});
	const wrong = held.filter(({ rank }) => rank === 'prominent');
	const percent = (count: number) => `${((100 * count) / Math.max(1, prominent)).toFixed(2)} %`;
	const delayed = wrong.filter((each) => each.delayed).length;
	const forGood = wrong.length - delayed;
	return [
		...[['class', 'recorded', 'held', ...codes], ...rows].map((cells) =>
			cells
				.map((cell) => cell.padEnd(14))
				.join(' ')
				.trimEnd(),
		),
		'',
		`prominent changes ${prominent}: ${delayed} recorded later by rule (${percent(delayed)}), ${forGood} not at all (${percent(forGood)})`,
		...wrong.map(
			(each) =>
				`  ${each.code}  ${each.delayed ? 'later' : 'never'}  ${each.class}  ${each.path}  ${each.date}  ${each.commit.slice(0, 10)}`,
		),
	].join('\n');
}
