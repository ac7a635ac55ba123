/** `npm run check [-- --archive dir]`: validates a collection and what people wrote for it, lists all faults at once; exit code 1 if any. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkCollection } from '../src/authoring/check-collection.ts';
import { checkEditorial } from '../src/authoring/check-editorial.ts';
import { contactRemark } from '../src/ingest/client-options.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { Fault } from '../src/model/fault.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: { archive: { type: 'string', default: archiveDirectory() } },
	});
	if (!existsSync(values.archive))
		throw new Fault('there is no such directory', values.archive, 'Name the folder of a collection.');
	const { collection, declarations, faults } = await checkCollection(values.archive);
	const editorial = await checkEditorial(values.archive, collection?.versions ?? null);
	const all = [...faults, ...editorial.faults];
	for (const fault of all) console.log(`${fault.message}\n`);
	const platforms = new Set(declarations.map(({ platform }) => platform));
	const written = editorial.texts === 0 ? '' : `, ${editorial.texts} written texts`;
	console.log(
		`${declarations.length} agreements of ${platforms.size} platforms${written}, ${all.length} faults`,
	);
	const contact = collection === null ? null : contactRemark(collection);
	for (const remark of [...editorial.remarks, ...(contact === null ? [] : [contact])])
		console.log(`Note: ${remark}`);
	process.exitCode = all.length > 0 ? 1 : 0;
});
