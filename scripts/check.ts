/** `npm run check [-- --archive dir]`: validates collection.yml and every declaration and lists all faults at once; exit code 1 if any. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { contactRemark } from './client-options.ts';
import { checkCollection } from './collection-check.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: { archive: { type: 'string', default: process.env.ARCHIVE || 'archive' } },
	});
	if (!existsSync(values.archive))
		throw new Fault('there is no such directory', values.archive, 'Name the folder of a collection.');
	const { collection, declarations, faults } = await checkCollection(values.archive);
	for (const fault of faults) console.log(`${fault.message}\n`);
	const platforms = new Set(declarations.map(({ platform }) => platform));
	console.log(`${declarations.length} agreements of ${platforms.size} platforms, ${faults.length} faults`);
	const remark = collection === null ? null : contactRemark(collection);
	if (remark !== null) console.log(`Note: ${remark}`);
	process.exitCode = faults.length > 0 ? 1 : 0;
});
