/**
 * Since when the commits of an archive are proven to exist, by the time-stamps that lie beside it. A time-stamp takes milliseconds to check and
 * there are thousands after some years, so a build keeps what it found; what does not hold is told by `npm run verify`, and proves nothing here.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../archive/hashes.ts';
import type { ProveTime } from '../archive/proofs/check-proofs.ts';
import { proofsFolder } from '../archive/proofs/proof-files.ts';
import type { TimeStamp } from '../archive/proofs/time-stamp.ts';
import { codeHash } from '../code-hash.ts';
import type { Collection } from '../model/collection.ts';
import { Fault, orFault } from '../model/fault.ts';
import type { Version } from '../model/version.ts';
import { readKept, writeKept } from './kept-file.ts';

/** Commit → the time since when it is proven to exist, ISO 8601. */
export type ProvenSince = ReadonlyMap<string, string>;

/** @param directory of the collection */
export type ReadProvenSince = (directory: string, collection: Collection) => Promise<ProvenSince>;

export const readProvenSince: ReadProvenSince = (directory, collection) => provenBy(directory, collection);

const fileName = 'proofs.json';

/** @param cache of a build, in which the time-stamps that hold are kept for the next time */
export function provenSinceKeptIn(cache: string): ReadProvenSince {
	return async (directory, collection) => {
		const code = codeHash(['src/archive/proofs']);
		const kept = readKept<Kept>(cache, fileName);
		const before = kept?.code === code ? kept.held : {};
		const held: Record<string, TimeStamp> = {};
		const proven = await provenBy(
			directory,
			collection,
			(prove) => async (answer, statement, roots, where) => {
				const authorities = roots.map(({ fingerprint256 }) => fingerprint256).join();
				const key = sha256(Buffer.from([sha256(answer), sha256(statement), authorities].join()));
				held[key] = before[key] ?? (await prove(answer, statement, roots, where));
				return held[key];
			},
		);
		if (Object.keys(held).some((key) => !(key in before)))
			await writeKept(cache, fileName, { code, held } satisfies Kept);
		return proven;
	};
}

interface Kept {
	readonly code: string;
	readonly held: Readonly<Record<string, TimeStamp>>;
}

/** The packages that read time-stamps are loaded where there are some alone. */
async function provenBy(
	directory: string,
	collection: Collection,
	around: (prove: ProveTime) => ProveTime = (prove) => prove,
): Promise<ProvenSince> {
	if (!existsSync(path.join(directory, proofsFolder))) return new Map();
	const [{ checkProofs }, { proveTime }] = await Promise.all([
		import('../archive/proofs/check-proofs.ts'),
		import('../archive/proofs/time-stamp.ts'),
	]);
	const proofs = await orFault(checkProofs(directory, collection, around(proveTime)));
	return proofs instanceof Fault ? new Map() : proofs.provenSince;
}

/**
 * One a version: null where no time-stamp stands for it, or its commit does not hold the SHA-256 of its text. Empty where none has one.
 * @param versions of an agreement
 */
export function provenVersions(
	versions: readonly Version[],
	proven: ProvenSince,
): readonly (string | null)[] {
	const since = versions.map(({ commit, blob, evidence }) =>
		blob === null || evidence.textHash === undefined ? null : (proven.get(commit) ?? null),
	);
	return since.some((time) => time !== null) ? since : [];
}
