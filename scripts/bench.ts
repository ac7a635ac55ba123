/** `npm run bench -- <archive> [--json] [--warm] [--out-dir dist]`: builds the archive's site and prints what it cost; with `--warm` also what it costs again after one new commit. */
import { parseArgs } from 'node:util';
import { Fault } from '../src/model/fault.ts';
import { flag, needed } from './arguments.ts';
import { bench } from './bench/bench-build.ts';
import { benchTable } from './bench/bench-table.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { json: flag, warm: flag, 'out-dir': { type: 'string', default: 'dist' } },
	});
	const archive = needed(positionals[0], 'no archive was named', 'npm run bench -- <archive>');
	const report = await bench({ archive, outDir: values['out-dir'], warm: values.warm });
	console.log(values.json ? JSON.stringify(report, null, '\t') : benchTable(report));
	if (!report.accounted)
		throw new Fault('not every commit is accounted for', archive, 'See the last rows of the table.');
});
