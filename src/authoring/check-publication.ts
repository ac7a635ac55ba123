/** What would stop the site as a whole, whatever people wrote: a history that is cut, a status that is none, platforms that nobody knows. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formerAcceptances, readStatus, statusFileName } from '../archive/status-file.ts';
import { fieldLines, lineOfField } from '../archive/yaml-file.ts';
import type { JoinedHistory } from '../load/joined-history.ts';
import { shownHistories } from '../load/shown-histories.ts';
import type { Collection } from '../model/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault, orFault } from '../model/fault.ts';
import type { Status } from '../model/status.ts';
import type { RecordedArchive } from './recorded-archive.ts';

export interface PublicationCheck {
	/** Null where there is none, and where it cannot be read. */
	readonly status: Status | null;
	readonly faults: readonly Fault[];
	/** What is no fault and should be known. */
	readonly remarks: readonly string[];
}

/** @param collection null where it cannot be read: that is told elsewhere */
export async function checkPublication(
	directory: string,
	collection: Collection | null,
	declarations: readonly DeclaredAgreement[],
	recorded: RecordedArchive | Fault,
): Promise<PublicationCheck> {
	const status = await orFault(readStatus(directory));
	const faults = status instanceof Fault ? [status] : [];
	const known = status instanceof Fault ? null : status;
	const remarks = known === null ? [] : await acceptanceRemarks(directory);
	if (collection === null) return { status: known, faults, remarks };
	if (recorded instanceof Fault) return { status: known, faults: [...faults, recorded], remarks };
	const { history } = recorded;
	const unknown = await unknownPlatforms(directory, collection, declarations, history);
	const empty = history.versions.size + declarations.length === 0 ? [nothingThere(directory)] : [];
	return { status: known, faults: [...faults, ...unknown, ...empty], remarks };
}

async function acceptanceRemarks(directory: string): Promise<readonly string[]> {
	const keys = formerAcceptances(await readFile(path.join(directory, statusFileName), 'utf8'));
	return keys.map((key) => {
		const [platform = '', agreement = ''] = key.split('/').map((name) => JSON.stringify(name));
		return `${statusFileName}: an accepted text of ${key.replace('/', ' › ')} was noted here by an earlier machine, and is not recorded for that; accept it anew: npm run accept -- --platform ${platform} --agreement ${agreement}`;
	});
}

/** With the line that names them. */
async function unknownPlatforms(
	directory: string,
	collection: Collection,
	declarations: readonly DeclaredAgreement[],
	history: JoinedHistory,
): Promise<readonly Fault[]> {
	try {
		shownHistories(collection, { declarations }, history);
		return [];
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		const file = path.join(directory, 'collection.yml');
		const line = lineOfField(['platforms'], fieldLines(await readFile(file, 'utf8'))) ?? 1;
		return [new Fault(error.what, `${file}:${line}`, error.remedy, error)];
	}
}

function nothingThere(directory: string): Fault {
	return new Fault(
		'there is no agreement here: none is recorded, and none is declared',
		directory,
		'Declare one in declarations/<Platform>.json: npm run try -- <address> --write <Platform> --as <Agreement>.',
	);
}
