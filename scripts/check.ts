/** `npm run check [-- --archive dir]`: validates collection.yml and every declaration and lists all faults at once; exit code 1 if any. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCollection, readDeclarations } from '../src/archive/collection.ts';
import { selectorFaults } from '../src/capture/selection.ts';
import { Fault } from '../src/model/fault.ts';
import { contactRemark } from './client-options.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: { archive: { type: 'string', default: process.env.ARCHIVE || 'archive' } },
	});
	if (!existsSync(values.archive))
		throw new Fault('there is no such directory', values.archive, 'Name the folder of a collection.');
	const collection = await readCollection(values.archive).catch(faultOf);
	const { declarations, faults, pastFaults } = await readDeclarations(values.archive);
	const all = [
		...(collection instanceof Fault ? [collection] : []),
		...faults,
		...pastFaults,
		...declarations.flatMap(selectorFaults),
	];
	for (const fault of all) console.log(`${fault.message}\n`);
	const platforms = new Set(declarations.map(({ platform }) => platform));
	console.log(`${declarations.length} agreements of ${platforms.size} platforms, ${all.length} faults`);
	const remark = collection instanceof Fault ? null : contactRemark(collection);
	if (remark !== null) console.log(`Note: ${remark}`);
	process.exitCode = all.length > 0 ? 1 : 0;
});

function faultOf(error: unknown): Fault {
	if (error instanceof Fault) return error;
	throw error;
}
