/**
 * Parts of the search index on disk, so that a build makes only those of which an agreement changed. A part lies in a folder named by all
 * that it was made of; a folder of which a file is missing or altered counts as missing.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Archive, Platform } from '../model/archive.ts';
import { agreementKey } from '../site/page-keys.ts';
import { listFiles } from './site-files.ts';

export interface KeptParts {
	readonly directory: string;
	/** Equal only where the same agreements would be indexed alike. */
	readonly code: string;
}

/** Stands beside the files of a part. */
interface Proof {
	readonly records: number;
	/** File → hash. */
	readonly files: Readonly<Record<string, string>>;
}

const proofName = 'proof.json';

/** What a part is made of: its agreements and, because a text in force counts for every year until today, the year. */
export function partName({ code }: KeptParts, archive: Archive, platforms: readonly Platform[]): string {
	const agreements = platforms.flatMap((platform) =>
		platform.agreements.map((agreement) => agreementKey(archive, platform, agreement)),
	);
	const all = [code, archive.latest?.slice(0, 4), agreements];
	return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 40);
}

/** Copies a kept part to where the site wants it. @returns its number of records; null where it is not whole or was never kept */
export async function takePart(
	{ directory }: KeptParts,
	name: string,
	folder: string,
): Promise<number | null> {
	const kept = path.join(directory, name);
	const proof = await readProof(kept);
	if (proof === null) return null;
	await cp(path.join(kept, 'part'), folder, { recursive: true });
	return proof.records;
}

/** Keeps a part as it was just written. Under its name only once all of it is there. */
export async function keepPart(
	{ directory }: KeptParts,
	name: string,
	folder: string,
	records: number,
): Promise<void> {
	const unfinished = path.join(directory, `${name}.${process.pid}.tmp`);
	await rm(path.join(directory, name), { recursive: true, force: true });
	await cp(folder, path.join(unfinished, 'part'), { recursive: true });
	const proof: Proof = { records, files: await hashFiles(folder) };
	await writeFile(path.join(unfinished, proofName), JSON.stringify(proof));
	await rename(unfinished, path.join(directory, name));
}

/** Removes all parts but these. */
export async function sweepParts({ directory }: KeptParts, names: readonly string[]): Promise<void> {
	await mkdir(directory, { recursive: true });
	for (const name of await readdir(directory))
		if (!names.includes(name)) await rm(path.join(directory, name), { recursive: true, force: true });
}

async function readProof(kept: string): Promise<Proof | null> {
	if (!existsSync(path.join(kept, proofName))) return null;
	try {
		const proof = JSON.parse(await readFile(path.join(kept, proofName), 'utf8')) as Proof;
		const found = await hashFiles(path.join(kept, 'part'));
		return JSON.stringify(found) === JSON.stringify(proof.files) ? proof : null;
	} catch {
		return null;
	}
}

async function hashFiles(folder: string): Promise<Record<string, string>> {
	const hashes: Record<string, string> = {};
	for (const file of await listFiles(folder)) {
		const bytes = await readFile(path.join(folder, file));
		hashes[file] = createHash('sha256').update(bytes).digest('hex');
	}
	return hashes;
}
