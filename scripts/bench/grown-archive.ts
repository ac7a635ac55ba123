/** Archives of other sizes made of one: a share of its agreements, or all of them several times under other names and in other words. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { readBlobs } from '../../src/archive/blobs.ts';
import { readCollection } from '../../src/archive/collection.ts';
import { git } from '../../src/archive/git.ts';
import { readHistory } from '../../src/archive/history.ts';
import { openRepository } from '../../src/archive/repository.ts';
import { Fault } from '../../src/model/fault.ts';
import type { Version } from '../../src/model/version.ts';
import { fnv } from '../../src/text/fnv.ts';

export interface Growth {
	/** Of the agreements, above 0 and up to 1; which ones hangs on their names. */
	readonly share: number;
	/** How often each is there; from the second on its platform has another name and its text other words. */
	readonly copies: number;
}

/** Of the longer words of a copy one in so many is another. */
const altered = 4;

export interface GrownArchive {
	readonly versions: number;
	/** Those that differ from every other: a text that was put back is read once. */
	readonly texts: number;
}

/** @param folder an empty directory; becomes a repository of versions */
export async function growArchive(archive: string, folder: string, growth: Growth): Promise<GrownArchive> {
	const { versions: below } = await readCollection(archive);
	const repository = await openRepository(path.join(archive, below));
	const { versions, places } = await readHistory(repository);
	// By their number, not each by chance: a hundredth of a hundred agreements may be none.
	const drawn = [...versions].sort(([one], [other]) => (fnv(one) >>> 0) - (fnv(other) >>> 0));
	const inOrder = drawn
		.slice(0, Math.ceil(growth.share * drawn.length))
		.flatMap(([, list]) => list)
		.sort((one, other) => (places.get(one.commit) ?? 0) - (places.get(other.commit) ?? 0));
	await git(folder, ['init', '--quiet', '--initial-branch', 'main']);
	await importVersions(repository.directory, folder, inOrder, growth.copies);
	await git(folder, ['reset', '--quiet', '--hard']);
	const texts = new Set(inOrder.flatMap(({ blob }) => blob ?? [])).size;
	return { versions: inOrder.length * growth.copies, texts: texts * growth.copies };
}

async function importVersions(
	source: string,
	target: string,
	versions: readonly Version[],
	copies: number,
): Promise<void> {
	const program = spawn('git', ['fast-import', '--quiet'], {
		cwd: target,
		stdio: ['pipe', 'ignore', 'inherit'],
	});
	const ended = once(program, 'exit');
	const texts = readBlobs(
		source,
		versions.flatMap(({ blob }) => blob ?? []),
	);
	for (const version of versions) {
		const text = version.blob === null ? null : ((await texts.next()).value as Buffer).toString('utf8');
		for (let copy = 0; copy < copies; copy++)
			if (!program.stdin.write(commitOf(version, text, copy))) await once(program.stdin, 'drain');
	}
	program.stdin.end('done\n');
	const [status] = await ended;
	if (status !== 0)
		throw new Fault(`git fast-import ended with status ${status}`, target, 'What it said stands above.');
}

/** In the language of `git fast-import`. */
function commitOf({ path: file, fetched, subject }: Version, text: string | null, copy: number): Buffer {
	const moment = `${Math.floor(Date.parse(fetched) / 1000)} +0000`;
	const name = JSON.stringify(nameOf(file, copy));
	const message = Buffer.from(subject);
	const body = text === null ? null : Buffer.from(copy === 0 ? text : otherWords(text, copy));
	return Buffer.concat([
		Buffer.from(
			`commit refs/heads/main\nauthor A <a@example.org> ${moment}\ncommitter A <a@example.org> ${moment}\n`,
		),
		Buffer.from(`data ${message.length}\n`),
		message,
		Buffer.from(body === null ? `\nD ${name}\n` : `\nM 100644 inline ${name}\ndata ${body.length}\n`),
		...(body === null ? [] : [body, Buffer.from('\n')]),
	]);
}

function nameOf(file: string, copy: number): string {
	const [platform = '', ...rest] = file.split('/');
	return copy === 0 ? file : [`${platform} ${copy + 1}`, ...rest].join('/');
}

/** The same word is another in the same way wherever it stands: what did not change in the text did not change in its copy. */
function otherWords(text: string, copy: number): string {
	return text.replace(/\p{Ll}{5,}/gu, (word) =>
		(fnv(`${copy} ${word}`) >>> 0) % altered === 0 ? `${word.slice(0, -1)}${'aeiou'[copy % 5]}` : word,
	);
}
