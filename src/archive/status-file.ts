/** Reads and formats `status.json`, the robot's own page about how each agreement's capture stands. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../model/fault.ts';
import { type Status, statusSchema } from '../model/status.ts';
import { validate } from '../model/validation.ts';
import { parseJson } from './json-file.ts';

/** Inside the folder of a collection. */
export const statusFileName = 'status.json';

/**
 * Null where there is none yet.
 * @throws Fault where the file is there and is no status
 */
export async function readStatus(directory: string): Promise<Status | null> {
	const file = path.join(directory, statusFileName);
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
		throw new Fault(`it cannot be read (${error.code})`, file, 'See to its permissions.', error);
	});
	return text === null ? null : parseStatus(text, file);
}

/** @throws Fault that names the file and every wrong field in it */
export function parseStatus(text: string, file: string): Status {
	return validate(statusSchema, parsed(text, file), file, remedy);
}

const remedy =
	'The robot writes this file: give it back with git restore, or delete it and the next capture begins another.';

/** Nobody mends by hand what the robot writes: marks of a merge that was left half done are the likely cause. */
function parsed(text: string, file: string): unknown {
	try {
		return parseJson(text, file);
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		throw new Fault(error.what, error.where, remedy, error.cause);
	}
}

/**
 * Agreements, by their keys, of which an earlier engine kept here that a person accepted a text. Nobody goes by that any more, and the next
 * capture drops it.
 * @param text of a status
 */
export function formerAcceptances(text: string): readonly string[] {
	const { agreements } = JSON.parse(text) as { readonly agreements: Readonly<Record<string, object>> };
	return Object.entries(agreements).flatMap(([key, entry]) => ('accepted' in entry ? [key] : []));
}

/** Agreements by name, one field a line: runs about different agreements then change different lines. */
export function formatStatus(status: Status): string {
	const sorted = Object.entries(status.agreements).sort(([one], [other]) => (one < other ? -1 : 1));
	return `${JSON.stringify({ ...status, agreements: Object.fromEntries(sorted) }, null, '\t')}\n`;
}
