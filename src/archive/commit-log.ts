/** Commits with what each changed, as one `git log` tells them: whatever config says, and whatever was written into them. */
import { isUtf8 } from 'node:buffer';
import { Fault } from '../model/fault.ts';
import { readGit, streamGit } from './git-stream.ts';

export interface LoggedCommit {
	readonly hash: string;
	readonly merge: boolean;
	/** Unix seconds; null where the commit holds nothing that is a time. */
	readonly authored: number | null;
	readonly committed: number | null;
	readonly message: string;
	/** Of a merge those against each of its parents. */
	readonly changes: readonly LoggedChange[];
}

export interface LoggedChange {
	/** Path inside the repository. */
	readonly path: string;
	/** False where the path holds bytes that are no text; `path` then has replacement signs in their place. */
	readonly isText: boolean;
	/** What stands there after the commit: `100644` for a file, `120000` for a link, `160000` for a submodule; `000000` for nothing. */
	readonly mode: string;
	/** Object name of the file that stood there before; null where none did, or something else. */
	readonly before: string | null;
	/** Object name of what stands there after the commit; null for nothing. */
	readonly blob: string | null;
}

/** Of messages and paths; what is longer than this counts as ended here. */
const longestToken = 1024 * 1024;

const format = '--format=tformat:%x00%H%x00%P%x00%at%x00%ct%x00%B';

const shape = [
	'--topo-order',
	'--reverse',
	'--raw',
	'--root',
	'-m',
	'-z',
	'-O/dev/null',
	'--no-abbrev',
	'--no-renames',
	'--no-relative',
	'--no-ext-diff',
	'--no-textconv',
	'--no-color',
	'--no-notes',
	'--ignore-submodules=none',
	'--encoding=UTF-8',
];

/**
 * Oldest first; the order is topological, never by date.
 * @param commits such as `HEAD`, or `main..HEAD`
 * @param folder path inside the repository, with a slash at its end: only commits that change something in it; empty for all
 * @throws Fault where git fails
 */
export async function* readCommits(
	directory: string,
	commits: string,
	folder = '',
): AsyncGenerator<LoggedCommit> {
	// Simplified history would drop commits of a side branch whose changes came to nothing.
	const scope = folder === '' ? ['--'] : ['--full-history', '--', `:(top,literal)${folder}`];
	const log = streamGit(directory, ['log', ...shape, format, commits, ...scope]);
	let last: LoggedCommit | null = null as LoggedCommit | null;
	for await (const commit of recordsOf(tokensOf(log))) {
		// A merge is logged once for each parent, one right after the other.
		if (last?.hash === commit.hash) last = { ...last, changes: [...last.changes, ...commit.changes] };
		else {
			if (last !== null) yield last;
			last = commit;
		}
	}
	if (last !== null) yield last;
}

/**
 * True where every commit between two has all its parents among these and the first: then the log of the second is that of the first and,
 * behind it, that of what lies between. A merge of a branch that began earlier would put older commits in between.
 */
export async function goesOnFrom(directory: string, before: string, after: string): Promise<boolean> {
	try {
		const lines = (await readGit(directory, ['rev-list', '--parents', after, `^${before}`])).split('\n');
		const commits = lines.filter(Boolean).map((line) => line.split(' '));
		const known = new Set([before, ...commits.map(([commit]) => commit)]);
		return (
			commits.length > 0 &&
			commits.every((names) => names.length > 1 && names.every((name) => known.has(name)))
		);
	} catch (error) {
		// The history was rewritten, and the commit is gone.
		if (error instanceof Fault) return false;
		throw error;
	}
}

/**
 * A record is an empty token, five header tokens, then pairs of `:modes names status` and path. Neither a path nor a message
 * can hold NUL, so the tokens cannot be mistaken.
 */
async function* recordsOf(tokens: AsyncGenerator<Buffer>): AsyncGenerator<LoggedCommit> {
	const next = async () => (await tokens.next()).value ?? null;
	try {
		let token = await next();
		while (token !== null) {
			const header: string[] = [];
			for (let count = 0; count < 5; count++) header.push((await next())?.toString() ?? '');
			const changes: LoggedChange[] = [];
			for (token = await next(); token !== null && token.length > 0; token = await next())
				changes.push(changeOf(token.toString('latin1').trim(), (await next()) ?? Buffer.alloc(0)));
			const [hash = '', parents = '', authored = '', committed = '', message = ''] = header;
			const times = { authored: timeOf(authored), committed: timeOf(committed) };
			yield { hash, merge: parents.includes(' '), ...times, message, changes };
		}
	} finally {
		// Whoever stops early: a git that waits to be read would keep this program alive for ever.
		await tokens.return(undefined);
	}
}

/** @param raw `:100644 100644 <before> <after> M` */
function changeOf(raw: string, path: Buffer): LoggedChange {
	const [former = '', mode = '', before = '', after = ''] = raw.split(' ');
	return {
		path: path.toString(),
		isText: isUtf8(path),
		mode,
		before: former.startsWith(':100') ? objectName(before) : null,
		blob: objectName(after),
	};
}

/** Zeros mean that there is no file. */
function objectName(name: string): string | null {
	return /^0+$/.test(name) ? null : name;
}

function timeOf(seconds: string): number | null {
	return /^\d{1,15}$/.test(seconds) ? Number(seconds) : null;
}

/**
 * Unix seconds between which a page can have been fetched: before the first the web had none, and of a year far ahead, every year until
 * then would get its place on the pages.
 */
const [firstFetch, lastFetch] = [Date.UTC(1990, 0) / 1000, Date.UTC(2100, 0) / 1000 - 1];

export function isFetchTime(seconds: number | null): seconds is number {
	return seconds !== null && seconds >= firstFetch && seconds <= lastFetch;
}

/** What NUL ends, each without it. */
async function* tokensOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let begun: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		let at = 0;
		for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, at)) {
			const last = chunk.subarray(at, Math.min(end, at + longestToken));
			yield begun.length === 0 ? last : Buffer.concat([...begun, last]).subarray(0, longestToken);
			begun = [];
			length = 0;
			at = end + 1;
		}
		const rest = chunk.subarray(at, at + longestToken - length);
		if (rest.length > 0) begun.push(rest);
		length += rest.length;
	}
}
