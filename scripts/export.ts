/**
 * `npm run export [-- <archive>] [--out <folder>] [--formats csv,jsonl,parquet] [--tables] [--beside dist]`: writes the data set, with `--beside` also into that
 * site, and, but for `--tables`, `changes.jsonl`, every recorded change a line with its clause events, and its JSON schema.
 */
import { parseArgs } from 'node:util';
import { exportArchive } from '../src/build/dataset/export-archive.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { flag, text } from './arguments.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			out: { type: 'string', default: 'export' },
			formats: { type: 'string', default: 'csv,jsonl,parquet' },
			tables: flag,
			beside: text,
			cache: text,
		},
	});
	const { files, changes } = await exportArchive({
		archive: positionals[0] ?? archiveDirectory(),
		folder: values.out,
		formats: values.formats.split(','),
		withEvents: !values.tables,
		beside: values.beside,
		cache: values.cache,
	});
	const rows = new Map(files.map(({ table, rows }) => [table.name, rows]));
	for (const [name, count] of rows) console.log(`${String(count).padStart(10)} ${name}`);
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	console.log(
		`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, described by ${values.out}/datapackage.json`,
	);
	if (changes !== null) console.log(`every change with its clause events in ${changes}`);
});
