/**
 * What was read of a history on disk, so that a build after one more commit reads that commit alone. It counts only for the same folder of
 * versions and the same code, and only whole; whether the repository goes on from it, git is asked.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type History, type ReadBefore, readHistory } from '../archive/history.ts';
import type { VersionsRepository } from '../archive/repository.ts';
import { codeHash } from '../code-hash.ts';
import type { Version } from '../model/version.ts';
import type { ReadProvenSince } from './proven-since.ts';

/** Reads the whole history of a repository. */
export type ReadHistory = (repository: VersionsRepository) => Promise<History>;

/** How an archive is read from the disk. */
export interface Reading {
	readonly history: ReadHistory;
	readonly provenSince: ReadProvenSince;
}

/** As {@link History} is written down: its maps as lists. */
interface Written {
	readonly head: string;
	readonly versions: readonly (readonly [file: string, versions: readonly Version[]])[];
	/** Commits in their order. */
	readonly commits: readonly string[];
	readonly report: History['report'];
}

/** @param file where what is read now is kept for the next time */
export function readHistoryKeptIn(file: string): ReadHistory {
	return async (repository) => {
		const { head, prefix } = repository;
		const key = hashOf(`${codeHash(['src/archive', 'src/model'])} ${prefix}`);
		const before = readBefore(file, key);
		const history = await readHistory(repository, before);
		if (head !== null && head !== before?.head) keep(file, key, { head, history });
		return history;
	};
}

/** Null where nothing was kept under this key, or not all of it is there. */
function readBefore(file: string, key: string): ReadBefore | null {
	if (!existsSync(file)) return null;
	const bytes = readFileSync(file);
	const end = bytes.indexOf(10);
	const body = bytes.subarray(end + 1);
	if (end < 0 || bytes.toString('latin1', 0, end) !== proofOf(key, body)) return null;
	const { head, versions, commits, report } = JSON.parse(body.toString()) as Written;
	const places = new Map(commits.map((commit, place) => [commit, place]));
	return { head, history: { versions: new Map(versions), places, report } };
}

function keep(file: string, key: string, { head, history: { versions, places, report } }: ReadBefore): void {
	const written: Written = { head, versions: [...versions], commits: [...places.keys()], report };
	const body = Buffer.from(JSON.stringify(written));
	const unfinished = `${file}.${process.pid}.tmp`;
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(unfinished, Buffer.concat([Buffer.from(`${proofOf(key, body)}\n`), body]));
	renameSync(unfinished, file);
}

/** The first line of the file. */
function proofOf(key: string, body: Buffer): string {
	return `${key} ${hashOf(body)}`;
}

function hashOf(content: string | Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}
