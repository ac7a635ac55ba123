/** `npm run migrate [-- --archive dir --json]`: brings a collection to the formats that this machine reads; `npm run upgrade` does it on its way. */
import { parseArgs } from 'node:util';
import { allMigrations } from '../src/migrations/all-migrations.ts';
import { migrateCollection } from '../src/migrations/migration.ts';
import { archive, flag } from './arguments.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive, json: flag } });
	const files = await migrateCollection(values.archive, allMigrations);
	const told = files.length === 0 ? 'Every file is of the format that this machine reads.' : files.join('\n');
	console.log(values.json ? JSON.stringify(files) : told);
});
