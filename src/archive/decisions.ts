/** Reads and formats `decisions/<platform>/<agreement>.json`, which people and the commands that act for them write. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Decision, type DecisionsByAgreement, decisionsSchema, isSpent } from '../model/decision.ts';
import { Fault, orFault } from '../model/fault.ts';
import { type Status, statusKey } from '../model/status.ts';
import { validate } from '../model/validation.ts';
import type { FileToCommit, RemovedFile } from './commit-files.ts';
import { readTextFile } from './text-file.ts';

/** Inside the folder of a collection. */
export const decisionsFolder = 'decisions';

export interface ReadDecisions {
	readonly decisions: DecisionsByAgreement;
	/** One for each file that cannot be used: it costs itself and no other. */
	readonly faults: readonly Fault[];
}

/** @param directory of the collection; one in which nobody decided anything has none */
export async function readDecisions(directory: string): Promise<ReadDecisions> {
	const folder = path.join(directory, decisionsFolder);
	const decisions = new Map<string, readonly Decision[]>();
	const faults: Fault[] = [];
	for (const platform of await namesIn(folder))
		for (const name of await namesIn(path.join(folder, platform))) {
			if (!name.endsWith('.json')) continue;
			const file = path.join(folder, platform, name);
			const read = await orFault(readTextFile(file).then((text) => parseDecisions(text, file)));
			if (read instanceof Fault) faults.push(read);
			else decisions.set(statusKey({ platform, agreement: path.basename(name, '.json') }), read);
		}
	return { decisions, faults };
}

/** @throws Fault that names the file and every wrong field in it */
export function parseDecisions(text: string, file: string): readonly Decision[] {
	return validate(decisionsSchema, parseJson(text, file), file, remedy).decisions;
}

const remedy = 'Correct it, or delete it: nothing is then decided of the agreement.';

function parseJson(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		throw new Fault(`this is not JSON: ${said}`, file, remedy, error);
	}
}

/**
 * The file that says all that was decided of an agreement; to be taken away where that is nothing.
 * @param folder of the decisions inside the repository, with a slash at its end
 * @param key `<platform>/<agreement>`
 */
export function decisionsFile(
	folder: string,
	key: string,
	decisions: readonly Decision[],
): FileToCommit | RemovedFile {
	const file = `${folder}${key}.json`;
	if (decisions.length === 0) return { path: file, blob: null };
	const text = `${JSON.stringify({ format: 1, decisions }, null, '\t')}\n`;
	return { path: file, bytes: Buffer.from(text) };
}

/** What is left of the files once what nothing hangs on any more is taken out; only those in which that is something. */
export function clearedFiles(
	folder: string,
	decisions: DecisionsByAgreement,
	{ agreements }: Status,
	now: Date,
): readonly (FileToCommit | RemovedFile)[] {
	return [...decisions].flatMap(([key, all]) => {
		const left = all.filter((each) => !isSpent(each, agreements[key], now));
		return left.length === all.length ? [] : [decisionsFile(folder, key, left)];
	});
}

/** Subject of the commit that takes them out. */
export const clearingSubject = 'Take away decisions that were carried out';

async function namesIn(folder: string): Promise<readonly string[]> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
		throw new Fault(`it cannot be read (${error.code})`, folder, 'See to its permissions.', error);
	});
	return names.filter((name) => !name.startsWith('.')).sort();
}
