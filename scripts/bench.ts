/** `npm run bench -- <archive> [--json] [--warm] [--out-dir dist]`: builds the archive's site and prints what it cost; with `--warm` also what it costs again after one new commit. */
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { bench } from './bench/bench-build.ts';
import { benchTable } from './bench/bench-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		options: {
			json: { type: 'boolean', default: false },
			warm: { type: 'boolean', default: false },
			'out-dir': { type: 'string', default: 'dist' },
		},
		allowPositionals: true,
	});
	const [archive] = positionals;
	if (archive === undefined)
		throw new Fault('no archive was named', 'npm run bench', 'npm run bench -- <archive>');
	const report = await bench({ archive, outDir: values['out-dir'], warm: values.warm });
	console.log(values.json ? JSON.stringify(report, null, '\t') : benchTable(report));
	if (!report.accounted)
		throw new Fault('not every commit is accounted for', archive, 'See the last rows of the table.');
});
