/** Checks all that people write in an archive: its settings, its declarations, and what they say of agreements. */
import { existsSync } from 'node:fs';
import { contactRemark } from '../ingest/client-options.ts';
import { Fault } from '../model/fault.ts';
import { checkCollection } from './check-collection.ts';
import { checkEditorial } from './check-editorial.ts';
import { formerNameRemarks } from './check-former-names.ts';

export interface ArchiveCheck {
	/** That are declared, and their platforms. */
	readonly agreements: number;
	readonly platforms: number;
	/** Provisions, posts and notes. */
	readonly texts: number;
	readonly faults: readonly Fault[];
	/** What is no fault and should be known. */
	readonly remarks: readonly string[];
}

/** @throws Fault where there is no such directory, and where git fails */
export async function checkArchive(directory: string): Promise<ArchiveCheck> {
	if (!existsSync(directory))
		throw new Fault('there is no such directory', directory, 'Name the folder of a collection.');
	const { collection, declarations, faults, remarks } = await checkCollection(directory);
	const editorial = await checkEditorial(directory, collection?.versions ?? null);
	const formerNames = await formerNameRemarks(directory, collection?.versions ?? null);
	const contact = collection === null ? null : contactRemark(collection);
	return {
		agreements: declarations.length,
		platforms: new Set(declarations.map(({ platform }) => platform)).size,
		texts: editorial.texts,
		faults: [...faults, ...editorial.faults],
		remarks: [...remarks, ...formerNames, ...editorial.remarks, ...(contact === null ? [] : [contact])],
	};
}
