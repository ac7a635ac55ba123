/** Reads many texts of one repository through a single `git cat-file --batch`. */
import { Fault } from '../model/fault.ts';
import { collect, streamGit } from './git-stream.ts';

/**
 * Yields the bytes of each blob in the order asked for.
 * @param blobs object names; one asked for twice comes twice
 * @throws Fault when an object is missing: a damaged repository or a partial clone
 * @see https://git-scm.com/docs/git-cat-file#_batch_output
 */
export async function* readBlobs(directory: string, blobs: readonly string[]): AsyncGenerator<Buffer> {
	let at = 0;
	for await (const bytes of readObjects(directory, blobs)) {
		if (bytes === null) throw missingObject(directory, blobs[at] ?? '');
		yield bytes;
		at++;
	}
}

/**
 * What each commit says, in the order asked for, as `git cat-file commit` prints it.
 * @param commits object names
 * @throws Fault when one is missing
 */
export async function* readCommitBytes(
	directory: string,
	commits: readonly string[],
): AsyncGenerator<Buffer> {
	let at = 0;
	for await (const bytes of readKind(directory, commits, 'commit')) {
		if (bytes === null) throw missingObject(directory, commits[at] ?? '');
		yield bytes;
		at++;
	}
}

/**
 * The same for names that may lead to nothing, such as `<commit>:<path>`: null where there is no such file.
 * @param names without line breaks
 */
export function readObjects(directory: string, names: readonly string[]): AsyncGenerator<Buffer | null> {
	return readKind(directory, names, 'blob');
}

async function* readKind(
	directory: string,
	names: readonly string[],
	wanted: 'blob' | 'commit',
): AsyncGenerator<Buffer | null> {
	if (names.length === 0) return;
	const stream = streamGit(directory, ['cat-file', '--batch', '--buffer'], `${names.join('\n')}\n`);
	const cursor = byteCursor(stream);
	try {
		for (const name of names) {
			const header = await cursor.line();
			const [, kind, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(header) ?? [];
			if (size === undefined) {
				if (!header.endsWith(' missing')) throw missingObject(directory, header || name);
				yield null;
				continue;
			}
			const bytes = await cursor.bytes(Number(size));
			await cursor.bytes(1);
			yield kind === wanted ? bytes : null;
		}
		await cursor.end();
	} finally {
		// Whoever stops early, by a fault or by will: a git that waits to be read would keep this program alive for ever.
		await stream.return(undefined);
	}
}

export interface ObjectFacts {
	/** `blob`, or what a tree should not name as a file: `tree`, `commit`, `tag`. */
	readonly kind: string;
	/** Bytes. */
	readonly size: number;
}

/** Of each object that git has; without reading it, so that its size costs nothing. */
export async function readObjectFacts(
	directory: string,
	names: readonly string[],
): Promise<ReadonlyMap<string, ObjectFacts>> {
	if (names.length === 0) return new Map();
	const options = ['--batch-check=%(objectname) %(objecttype) %(objectsize)', '--buffer'];
	const answer = await collect(streamGit(directory, ['cat-file', ...options], `${names.join('\n')}\n`));
	const found = answer.toString('latin1').matchAll(/^([0-9a-f]{40,64}) (\w+) (\d+)$/gm);
	return new Map([...found].map(([, name = '', kind = '', size]) => [name, { kind, size: Number(size) }]));
}

function missingObject(directory: string, answer: string): Fault {
	return new Fault(
		`git cannot read an archived file: ${answer}`,
		directory,
		'The repository is damaged or a partial clone: run git fsck, or clone it whole (without --filter).',
	);
}

/** Reads lines and exact numbers of bytes from a stream of chunks. Both fail by a short result when the stream ends early. */
function byteCursor(stream: AsyncGenerator<Buffer>) {
	let chunk: Buffer = Buffer.alloc(0);
	let at = 0;

	async function more(): Promise<boolean> {
		const next = await stream.next();
		if (next.done) return false;
		chunk = next.value;
		at = 0;
		return true;
	}

	async function bytes(count: number): Promise<Buffer> {
		const result = Buffer.allocUnsafe(count);
		let filled = 0;
		while (filled < count) {
			if (at === chunk.length && !(await more())) return result.subarray(0, filled);
			const copied = chunk.copy(result, filled, at, Math.min(chunk.length, at + count - filled));
			filled += copied;
			at += copied;
		}
		return result;
	}

	async function line(): Promise<string> {
		let text = '';
		for (;;) {
			const end = chunk.indexOf(10, at);
			text += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
			at = end < 0 ? chunk.length : end + 1;
			if (end >= 0 || !(await more())) return text;
		}
	}

	/** Drains the stream so that the exit status of its process is looked at. */
	async function end(): Promise<void> {
		while (await more());
	}

	return { bytes, line, end };
}
