/** Checks the proofs of time against the history as it is: each statement stands for the commits it says, each time-stamp is of its statement. */
import { existsSync } from 'node:fs';
import type { Collection } from '../../model/collection.ts';
import { Fault } from '../../model/fault.ts';
import { sha256 } from '../hashes.ts';
import { openRepository } from '../repository.ts';
import { type CommitGraph, hashCommits, listHash, readCommitGraph } from './commit-list.ts';
import { type ProofFile, readProofFiles } from './proof-files.ts';
import { parseStatement, type Statement } from './statement.ts';
import { proveTime, type TimeStamp } from './time-stamp.ts';
import { trustedRoots } from './trusted-roots.ts';

export interface HeldProof extends Omit<TimeStamp, 'nonce'> {
	/** `2026-05-03T061200Z` */
	readonly name: string;
	readonly commit: string;
}

export interface ProofsOfTime {
	/** Oldest first. Each proves that all commits which lead to its own, itself included, existed by its time. */
	readonly held: readonly HeldProof[];
	/** One for each proof that does not hold. */
	readonly faults: readonly Fault[];
	/** Commit → the time since when it is proven to exist; a commit that is not is left out. */
	readonly provenSince: ReadonlyMap<string, string>;
}

/** What one answer of an authority proves of a statement: see time-stamp.ts. */
export type ProveTime = typeof proveTime;

const none: ProofsOfTime = { held: [], faults: [], provenSince: new Map() };

/**
 * Needs neither the network nor another program than git.
 * @param directory of the collection
 * @param prove checks one time-stamp
 * @throws Fault where git fails, or the collection names a root that cannot be read
 */
export async function checkProofs(
	directory: string,
	collection: Collection,
	prove: ProveTime = proveTime,
): Promise<ProofsOfTime> {
	const files = await readProofFiles(directory);
	if (files.length === 0 || !existsSync(directory)) return none;
	const { directory: repository, head } = await openRepository(directory);
	if (head === null) return none;
	const graph = await readCommitGraph(repository, head);
	const hashes = await hashCommits(repository, [...graph.keys()]);
	const roots = await trustedRoots(directory, collection);
	const chain = readChain(files, graph, hashes);
	const held: HeldProof[] = [];
	const faults: Fault[] = [...chain.faults];
	for (const { file, statement } of chain.sound) {
		try {
			const { nonce: _, ...stamp } = await prove(
				...stampedBy(file),
				roots,
				file.where.replace(/txt$/, 'tsr'),
			);
			held.push({ name: file.name, commit: statement.commit, ...stamp });
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			faults.push(error);
		}
	}
	return { held, faults, provenSince: provenSince(held, graph) };
}

function stampedBy({ statement, answer, where }: ProofFile): readonly [answer: Buffer, statement: Buffer] {
	if (answer !== null && statement !== null) return [answer, statement];
	throw new Fault(
		`the time-stamp ${where.replace(/^.*[\\/]|txt$/g, '')}tsr that belongs to it is missing, or larger than any`,
		where,
		'Give the file back from the history.',
	);
}

interface Sound {
	readonly file: ProofFile;
	readonly statement: Statement;
}

/** The statements that say what is so of the history, in the order of their files, and a fault for each that does not. */
function readChain(
	files: readonly ProofFile[],
	graph: CommitGraph,
	hashes: ReadonlyMap<string, string>,
): { readonly sound: readonly Sound[]; readonly faults: readonly Fault[] } {
	const faults: Fault[] = [];
	const sound: Sound[] = [];
	/** SHA-256 of a statement → the commit up to which it stands, and so does everything that is built on it. */
	const known = new Map<string, string>();
	const told = new Set<string>();
	for (const file of files) {
		try {
			const statement = soundStatement(file, graph, hashes, known, told);
			known.set(sha256(file.statement as Buffer), statement.commit);
			sound.push({ file, statement });
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			faults.push(error);
		}
	}
	return { sound, faults };
}

/** @param told commits that sound statements stand for; those of this one are added */
function soundStatement(
	{ statement: bytes, where }: ProofFile,
	graph: CommitGraph,
	hashes: ReadonlyMap<string, string>,
	known: ReadonlyMap<string, string>,
	told: Set<string>,
): Statement {
	if (bytes === null)
		throw new Fault('the statement of this proof is missing', where, 'Give the file back from the history.');
	const statement = parseStatement(bytes.toString('latin1'), where);
	const { commit, since, previous, commits, list } = statement;
	if (!graph.has(commit)) throw rewritten(commit, where);
	if (previous !== null && known.get(previous) !== since) throw unfounded(where);
	const own = ancestors(commit, graph, since === null ? new Set() : told);
	const found = listHash(own.map((each) => hashes.get(each) ?? ''));
	if (own.length !== commits || found !== list) throw otherList(statement, own.length, where);
	for (const each of own) told.add(each);
	return statement;
}

function rewritten(commit: string, where: string): Fault {
	return new Fault(
		`the history was rewritten after it was stamped: the commit ${commit.slice(0, 12)} that this proof names does not lead to today’s newest one`,
		where,
		'Give the branch the history back that it had (git reflog, or another clone). If it had to be rewritten, remove this proof: what it proved is gone.',
	);
}

function unfounded(where: string): Fault {
	return new Fault(
		'the statement that this one goes on from is missing or does not hold, so it proves nothing alone',
		where,
		'See to that one first; removed proofs lie in the history of the folder.',
	);
}

function otherList({ commits }: Statement, found: number, where: string): Fault {
	return new Fault(
		`the commits that it stands for are others than those that were stamped (${commits} then, ${found} now)`,
		where,
		'Give statement and history back as they were; git log -- on the file shows whether it was changed.',
	);
}

/** A commit and all that lead to it, without those known already and what lies behind them. */
function ancestors(commit: string, graph: CommitGraph, known: ReadonlySet<string>): readonly string[] {
	const found = new Set<string>();
	const open = known.has(commit) ? [] : [commit];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (found.has(next)) continue;
		found.add(next);
		for (const parent of graph.get(next) ?? [])
			if (!known.has(parent) && !found.has(parent)) open.push(parent);
	}
	return [...found];
}

/** By time, so that each commit keeps the earliest. */
function provenSince(held: readonly HeldProof[], graph: CommitGraph): ReadonlyMap<string, string> {
	const since = new Map<string, string>();
	const known = new Set<string>();
	for (const { commit, time } of held.toSorted((one, other) => (one.time < other.time ? -1 : 1)))
		for (const each of ancestors(commit, graph, known)) {
			known.add(each);
			since.set(each, time);
		}
	return since;
}
