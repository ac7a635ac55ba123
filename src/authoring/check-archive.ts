/** Checks all that people write in an archive: its settings, its declarations, and what they say of agreements. */
import { requireCollection } from '../archive/collection.ts';
import { readDecisions } from '../archive/decisions.ts';
import { contactRemark } from '../ingest/client-options.ts';
import { Fault, partsOf } from '../model/fault.ts';
import { checkAlerts } from './check-alerts.ts';
import { checkCollection } from './check-collection.ts';
import { checkEditorial } from './check-editorial.ts';
import { nameRemarks } from './check-names.ts';
import { checkPublication } from './check-publication.ts';
import { readRecorded } from './recorded-archive.ts';
import { unreadFiles } from './unread-files.ts';

export interface ArchiveCheck {
	/** That are declared, and their platforms. */
	readonly agreements: number;
	readonly platforms: number;
	/** Provisions, posts, notes and pages. */
	readonly texts: number;
	readonly faults: readonly Fault[];
	/** What is no fault and should be known. */
	readonly remarks: readonly string[];
}

/** @throws Fault where there is no collection, and where git fails */
export async function checkArchive(directory: string): Promise<ArchiveCheck> {
	await requireCollection(directory);
	const { collection, declarations, faults, remarks } = await checkCollection(directory);
	const declared = declarations.declarations;
	const recorded = await readRecorded(directory, collection, declarations);
	const publication = await checkPublication(directory, collection, declared, recorded);
	const editorial = await checkEditorial(directory, collection, recorded);
	const names =
		recorded instanceof Fault ? [] : nameRemarks(declarations, recorded.history, publication.status);
	const decisions = await readDecisions(directory);
	const alerts = collection === null ? [] : await checkAlerts(directory, collection, declarations);
	const contact = collection === null ? null : contactRemark(collection);
	return {
		agreements: declared.length,
		platforms: new Set(declared.map(({ platform }) => platform)).size,
		texts: editorial.texts,
		faults: inOrder([...faults, ...alerts, ...decisions.faults, ...publication.faults, ...editorial.faults]),
		remarks: [
			...remarks,
			...publication.remarks,
			...names,
			...editorial.remarks,
			...(await unreadFiles(directory)),
			...(contact === null ? [] : [contact]),
		],
	};
}

/** Each thing that is wrong by itself, by file and line: what somebody mends in one file stands together. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
	const placed = faults.flatMap(partsOf).map((fault) => {
		const [, file = fault.where, line = '0'] = /^(.*?):(\d+)(?::|$)/.exec(fault.where) ?? [];
		return { fault, file, line: Number(line) };
	});
	return placed
		.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line))
		.map(({ fault }) => fault);
}
