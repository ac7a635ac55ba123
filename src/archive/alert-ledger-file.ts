/** Reads and writes the ledger of what was sent: `alerts.json` of a collection, or a file that a workflow keeps. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AlertLedger, alertLedgerSchema } from '../model/alert-ledger.ts';
import { Fault } from '../model/fault.ts';
import { validate } from '../model/validation.ts';

/** Inside the folder of a collection. */
export const alertLedgerName = 'alerts.json';

const remedy =
	'The robot writes this file. Give it back from a copy, or delete it: each alert then begins with what is new.';

/**
 * Null where there is none yet.
 * @throws Fault where the file is there and is none: to begin another in silence would lose what waits to be sent
 */
export async function readAlertLedger(file: string): Promise<AlertLedger | null> {
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
		throw new Fault(`it cannot be read (${error.code})`, file, 'See to its permissions.', error);
	});
	return text === null ? null : validate(alertLedgerSchema, parseJson(text, file), file, remedy);
}

/** In one step: a run that is killed leaves it as it was before or after. */
export async function writeAlertLedger(file: string, ledger: AlertLedger): Promise<void> {
	const unfinished = `${file}.${process.pid}.tmp`;
	try {
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(unfinished, `${JSON.stringify(ledger, null, '\t')}\n`);
		await rename(unfinished, file);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const what = `what is sent cannot be written down (${code})`;
		throw new Fault(
			what,
			file,
			'See to the folder and to the room on the disk: nothing is sent without.',
			error,
		);
	}
}

function parseJson(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Fault('this is not JSON', file, remedy, error);
	}
}
