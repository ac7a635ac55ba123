/** The whole git history of an archive as versions, read by one `git log`. */
import type { ReadReport } from '../model/archive.ts';
import type { Version } from '../model/version.ts';
import { type ObjectFacts, readObjectFacts } from './blobs.ts';
import { goesOnFrom, isFetchTime, type LoggedChange, type LoggedCommit, readCommits } from './commit-log.ts';
import { parseMessage } from './message.ts';
import type { VersionsRepository } from './repository.ts';
import { statusFileName } from './status-file.ts';

export interface History {
	/** Path of an agreement → its versions in commit order, at least one. */
	readonly versions: ReadonlyMap<string, readonly Version[]>;
	/** Commits in their order → place of each, from 0. */
	readonly places: ReadonlyMap<string, number>;
	readonly report: ReadReport;
}

/** A history that was read before, of the same folder of versions. */
export interface ReadBefore {
	/** The commit that it ended with. */
	readonly head: string;
	readonly history: History;
}

/**
 * Reads every commit that touches the folder of versions. The order is topological, never by date: technical commits carry
 * the date of an old snapshot. Which agreement a commit is about is told by its paths, never by its subject.
 * @param before where the repository goes on from there, only what came since is read: the same comes out in less time
 */
export async function readHistory(
	{ directory, head, prefix }: VersionsRepository,
	before: ReadBefore | null = null,
): Promise<History> {
	if (head === null) return nothing;
	if (head === before?.head) return before.history;
	const isAhead = before !== null && (await goesOnFrom(directory, before.head, head));
	const commits: TouchingCommit[] = [];
	for await (const commit of readCommits(directory, isAhead ? `${before.head}..${head}` : head, prefix))
		commits.push({ ...commit, touched: agreementChanges(commit, prefix) });
	const named = commits.flatMap(({ touched }) => touched.flatMap(({ blob }) => blob ?? []));
	const objects = await readObjectFacts(directory, [...new Set(named)]);
	return continued(isAhead ? before.history : nothing, commits, objects);
}

const nothing: History = {
	versions: new Map(),
	places: new Map(),
	report: { commits: 0, commitsWithVersions: 0, versions: 0, setAside: {}, filesSetAside: {} },
};

interface TouchingCommit extends LoggedCommit {
	/** The changes of agreements, each path once, named relative to the folder of versions. */
	readonly touched: readonly LoggedChange[];
}

function continued(
	begun: History,
	commits: readonly TouchingCommit[],
	objects: ReadonlyMap<string, ObjectFacts>,
): History {
	const versions = new Map([...begun.versions].map(([file, all]) => [file, [...all]]));
	const setAside: Record<string, number> = { ...begun.report.setAside };
	const filesSetAside: Record<string, number> = { ...begun.report.filesSetAside };
	let total = begun.report.versions;
	for (const commit of commits) {
		const reasons = commit.touched.map((change) => oddity(commit, change, objects));
		const made = commit.touched.filter(
			(change, at) => reasons[at] === null && isNews(versions.get(change.path)?.at(-1), change),
		);
		for (const change of made) append(versions, versionOf(commit, change));
		total += made.length;
		const odd = reasons.filter((reason) => reason !== null);
		if (made.length === 0) count(setAside, odd[0] ?? reasonSetAside(commit));
		else for (const reason of odd) count(filesSetAside, reason);
	}
	const aside = Object.values(setAside).reduce((sum, each) => sum + each, 0);
	const all = begun.report.commits + commits.length;
	const report = {
		commits: all,
		commitsWithVersions: all - aside,
		versions: total,
		setAside,
		filesSetAside,
	};
	const places = new Map(begun.places);
	for (const { hash } of commits) places.set(hash, places.size);
	return { versions, places, report };
}

function count(reasons: Record<string, number>, reason: string): void {
	reasons[reason] = (reasons[reason] ?? 0) + 1;
}

/** As much as a capture takes of a page. */
const longestText = 16 * 1024 * 1024;

/** Why a change of an agreement cannot be a version; null where it can. Git keeps whatever was written into it. */
function oddity(
	{ authored }: LoggedCommit,
	{ path, isText, mode, blob }: LoggedChange,
	objects: ReadonlyMap<string, ObjectFacts>,
): string | null {
	if (!isFetchTime(authored)) return 'no author date, or one before 1990 or after 2099';
	if (!isText || /[\p{Cc}--\t]/v.test(path))
		return 'file name that is not UTF-8, or holds control characters';
	// Neither a file nor nothing.
	if (!/^(?:100|000)/.test(mode)) return 'link or submodule in the place of a text';
	const { kind = 'blob', size = 0 } = objects.get(blob ?? '') ?? {};
	if (kind !== 'blob') return 'object that is no file in the place of a text';
	return size > longestText ? 'text of more than 16 MiB' : null;
}

function agreementChanges(commit: LoggedCommit, prefix: string): LoggedChange[] {
	const byPath = new Map<string, LoggedChange>();
	for (const change of commit.changes) {
		const inside = change.path.startsWith(prefix) ? change.path.slice(prefix.length) : '';
		if (isAgreementPath(inside)) byPath.set(inside, { ...change, path: inside });
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

function reasonSetAside(commit: TouchingCommit): string {
	if (commit.merge) return 'merge that brings no new text';
	if (commit.changes.length === 0) return 'empty commit';
	if (commit.changes.every(({ before, blob }) => before === blob)) return 'mode of a file, and no text';
	if (commit.touched.length > 0) return 'text already recorded by a parallel branch';
	return commit.changes.every(isStatus) ? 'status of a capture run' : 'touches no agreement';
}

function append(versions: Map<string, Version[]>, version: Version): void {
	const list = versions.get(version.path);
	if (list === undefined) versions.set(version.path, [version]);
	else list.push(version);
}

function versionOf(commit: LoggedCommit, { path, blob }: LoggedChange): Version {
	const { subject, origin, evidence } = parseMessage(commit.message);
	const fetched = isoSeconds(commit.authored ?? 0);
	const committed = isFetchTime(commit.committed) ? isoSeconds(commit.committed) : fetched;
	return { commit: commit.hash, path, blob, fetched, committed, subject, origin, evidence };
}

/** 1781583127 → `2026-06-16T04:12:07Z` */
function isoSeconds(seconds: number): string {
	return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
