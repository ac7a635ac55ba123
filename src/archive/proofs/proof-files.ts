/** The proofs as they lie in `proofs/`: `<moment>.txt` is the statement, `<moment>.tsr` what the time-stamp authority answered to it. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../model/fault.ts';

/** Inside the folder of a collection. */
export const proofsFolder = 'proofs';

/** An answer of an authority with its certificates has 3 to 8 KB. */
export const largestAnswer = 64 * 1024;
const largestStatement = 4 * 1024;

export interface ProofFile {
	/** Such as `2026-05-03T061200Z`. */
	readonly name: string;
	/** For messages: the path of its statement. */
	readonly where: string;
	/** Null where only the other of the two is there. */
	readonly statement: Buffer | null;
	readonly answer: Buffer | null;
}

/** @param moment when the authority was asked */
export function proofName(moment: Date): string {
	return `${moment.toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}

/** Oldest first. A file that is larger than any proof, or a link, counts as missing. @param directory of the collection */
export async function readProofFiles(directory: string): Promise<readonly ProofFile[]> {
	const folder = path.join(directory, proofsFolder);
	const files = new Set((await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => name));
	const names = new Set(
		[...files].flatMap((file) => /^(\d{4}-\d\d-\d\dT\d{6}Z)\.(?:txt|tsr)$/.exec(file)?.[1] ?? []),
	);
	const read = async (file: string, largest: number) => {
		if (!files.has(file)) return null;
		const bytes = await readFile(path.join(folder, file)).catch((error) => cannotRead(error, folder));
		return bytes.byteLength > largest ? null : bytes;
	};
	return Promise.all(
		[...names].sort().map(async (name) => ({
			name,
			where: path.join(folder, `${name}.txt`),
			statement: await read(`${name}.txt`, largestStatement),
			answer: await read(`${name}.tsr`, largestAnswer),
		})),
	);
}

async function entriesOf(folder: string) {
	return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
		return cannotRead(error, folder);
	});
}

function cannotRead(error: NodeJS.ErrnoException, where: string): never {
	throw new Fault(`it cannot be read (${error.code})`, where, 'See to its permissions.', error);
}
