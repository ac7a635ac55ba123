/** `npm run check [-- --archive dir]`: validates collection.yml and every declaration and lists all faults at once; exit code 1 if any. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCollection, readDeclarations } from '../src/archive/collection.ts';
import { selectorFaults } from '../src/capture/selection.ts';
import { Fault } from '../src/model/fault.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: { archive: { type: 'string', default: process.env.ARCHIVE || 'archive' } },
	});
	if (!existsSync(values.archive))
		throw new Fault('there is no such directory', values.archive, 'Name the folder of a collection.');
	const collectionFault = await readCollection(values.archive).then(
		() => [],
		(error: unknown) => [faultOf(error)],
	);
	const { declarations, faults, pastFaults } = await readDeclarations(values.archive);
	const all = [...collectionFault, ...faults, ...pastFaults, ...declarations.flatMap(selectorFaults)];
	for (const fault of all) console.log(`${fault.message}\n`);
	const platforms = new Set(declarations.map(({ platform }) => platform));
	console.log(`${declarations.length} agreements of ${platforms.size} platforms, ${all.length} faults`);
	process.exitCode = all.length > 0 ? 1 : 0;
});

function faultOf(error: unknown): Fault {
	if (error instanceof Fault) return error;
	throw error;
}
