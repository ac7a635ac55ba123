/** The whole git history of an archive as versions, read by one `git log`. */
import type { ReadReport } from '../model/archive.ts';
import type { Version } from '../model/version.ts';
import { collect, streamGit } from './git-stream.ts';
import { parseMessage } from './message.ts';
import type { VersionsRepository } from './repository.ts';
import { statusFileName } from './status-file.ts';

export interface History {
	/** Path of an agreement → its versions in commit order, at least one. */
	readonly versions: ReadonlyMap<string, readonly Version[]>;
	readonly report: ReadReport;
}

interface LoggedCommit {
	readonly hash: string;
	readonly merge: boolean;
	/** Unix seconds. */
	readonly authored: number;
	readonly committed: number;
	readonly message: string;
	readonly changes: readonly LoggedChange[];
}

interface LoggedChange {
	/** Path inside the repository. */
	readonly path: string;
	/** Object name after the commit; null where the file was deleted. */
	readonly blob: string | null;
}

/**
 * Reads every commit that touches the folder of versions. The order is topological, never by date: technical commits carry
 * the date of an old snapshot. Which agreement a commit is about is told by its paths, never by its subject.
 */
export async function readHistory(repository: VersionsRepository): Promise<History> {
	if (repository.head === null) return historyOf([], repository.prefix);
	const log = await collect(streamGit(repository.directory, logArguments(repository)));
	return historyOf(parseLog(log.toString('utf8')), repository.prefix);
}

function logArguments({ head, prefix }: VersionsRepository): string[] {
	const format = '--format=tformat:%x00%H%x00%P%x00%at%x00%ct%x00%B';
	const shape = [
		'--topo-order',
		'--reverse',
		'--raw',
		'-m',
		'-z',
		'--no-abbrev',
		'--no-renames',
		'--encoding=UTF-8',
	];
	// Simplified history would drop commits of a side branch whose changes came to nothing.
	const scope = prefix === '' ? [] : ['--full-history', '--', `:(top,literal)${prefix}`];
	return ['log', ...shape, format, head ?? 'HEAD', ...scope];
}

/**
 * A record is an empty token, five header tokens, then pairs of `:modes names status` and path. Neither a path nor a message
 * can hold NUL, so the tokens cannot be mistaken. A merge is logged once per parent: its records follow each other.
 */
export function parseLog(log: string): LoggedCommit[] {
	const tokens = log.split('\0');
	const commits: LoggedCommit[] = [];
	let at = 0;
	while (at + 5 < tokens.length) {
		const [hash, parents, authored, committed, message] = tokens.slice(at + 1, at + 6) as [
			string,
			string,
			string,
			string,
			string,
		];
		at += 6;
		const changes: LoggedChange[] = [];
		for (; tokens[at]?.trimStart().startsWith(':'); at += 2) {
			changes.push({ path: tokens[at + 1] as string, blob: resultOf(tokens[at] as string) });
		}
		const times = { authored: Number(authored), committed: Number(committed) };
		commits.push({ hash, merge: parents.includes(' '), ...times, message, changes });
	}
	return joinMerges(commits);
}

/** `:100644 100644 <before> <after> M` → after; zeros mean that the file is gone. */
function resultOf(raw: string): string | null {
	const blob = raw.trim().split(' ')[3] as string;
	return /^0+$/.test(blob) ? null : blob;
}

function joinMerges(commits: readonly LoggedCommit[]): LoggedCommit[] {
	const joined: LoggedCommit[] = [];
	for (const commit of commits) {
		const last = joined.at(-1);
		if (last?.hash !== commit.hash) joined.push(commit);
		else joined[joined.length - 1] = { ...last, changes: [...last.changes, ...commit.changes] };
	}
	return joined;
}

function historyOf(commits: readonly LoggedCommit[], prefix: string): History {
	const versions = new Map<string, Version[]>();
	const setAside: Record<string, number> = {};
	let total = 0;
	for (const commit of commits) {
		const touched = agreementChanges(commit, prefix);
		const made = touched.filter((change) => isNews(versions.get(change.path)?.at(-1), change));
		for (const change of made) append(versions, versionOf(commit, change));
		total += made.length;
		if (made.length > 0) continue;
		const reason = reasonSetAside(commit, touched);
		setAside[reason] = (setAside[reason] ?? 0) + 1;
	}
	const aside = Object.values(setAside).reduce((sum, count) => sum + count, 0);
	const report = {
		commits: commits.length,
		commitsWithVersions: commits.length - aside,
		versions: total,
		setAside,
	};
	return { versions, report };
}

/** The changes of agreements, each path once, named relative to the folder of versions. */
function agreementChanges(commit: LoggedCommit, prefix: string): LoggedChange[] {
	const byPath = new Map<string, LoggedChange>();
	for (const { path, blob } of commit.changes) {
		const inside = path.startsWith(prefix) ? path.slice(prefix.length) : '';
		if (isAgreementPath(inside)) byPath.set(inside, { path: inside, blob });
	}
	return [...byPath.values()];
}

function isStatus({ path }: LoggedChange): boolean {
	return path === statusFileName || path.endsWith(`/${statusFileName}`);
}

/** `<platform>/<agreement>.md`, neither part hidden. */
function isAgreementPath(path: string): boolean {
	return /^[^/.][^/]*\/[^/.][^/]*\.md$/.test(path);
}

/** A merge repeats what its branches recorded; only a text that differs from the last one recorded is a version. */
function isNews(last: Version | undefined, change: LoggedChange): boolean {
	return last === undefined ? change.blob !== null : last.blob !== change.blob;
}

function reasonSetAside(commit: LoggedCommit, touched: readonly LoggedChange[]): string {
	if (commit.merge) return 'merge that brings no new text';
	if (commit.changes.length === 0) return 'empty commit';
	if (touched.length > 0) return 'text already recorded by a parallel branch';
	return commit.changes.every(isStatus) ? 'status of a capture run' : 'touches no agreement';
}

function append(versions: Map<string, Version[]>, version: Version): void {
	const list = versions.get(version.path);
	if (list === undefined) versions.set(version.path, [version]);
	else list.push(version);
}

function versionOf(commit: LoggedCommit, change: LoggedChange): Version {
	const { subject, origin, evidence } = parseMessage(commit.message);
	const fetched = isoSeconds(commit.authored);
	const committed = isoSeconds(commit.committed);
	return { commit: commit.hash, ...change, fetched, committed, subject, origin, evidence };
}

/** 1781583127 → `2026-06-16T04:12:07Z` */
function isoSeconds(seconds: number): string {
	return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
