/**
 * `npm run alert [-- note|send|report] [--dry-run] [--newest <n>] [--ledger <file>] [--cache <folder>] [--summary <file>]`: tells the channels
 * that `collection.yml` names of what is new. Exit code 2 where one of them took nothing.
 */
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { alertLedgerName } from '../src/archive/alert-ledger-file.ts';
import { readCollection } from '../src/archive/collection.ts';
import { archive, flag, parseCount, text } from './arguments.ts';
import { keepCompiledCode } from './compile-cache.ts';
import { formatAlerts, summariseAlerts } from './report/alert-report.ts';
import { run } from './run.ts';

keepCompiledCode();
const { runAlerts, stageNamed } = await import('../src/alerts/run-alerts.ts');
const { repositoryFrom } = await import('../src/forge/github.ts');
const { reportDeadChannels } = await import('../src/forge/report-issues.ts');
const { readKeptArchive } = await import('./kept-archive.ts');

await run(async () => {
	const options = { archive, 'dry-run': flag, newest: text, ledger: text, cache: text, summary: text };
	const { values, positionals } = parseArgs({ allowPositionals: true, options });
	const { alerts } = await readCollection(values.archive);
	if (alerts.length === 0) return console.log('No alerts are declared: collection.yml › alerts');
	const ledger = values.ledger ?? path.join(values.archive, alertLedgerName);
	const stage = stageNamed(positionals, values['dry-run']);
	if (stage === 'report') return void (await reportDeadChannels(ledger, repositoryFrom(process.env)));
	const newest = values.newest === undefined ? null : parseCount(values.newest, '--newest');
	const result = await runAlerts(await readKeptArchive(values.archive, values.cache), ledger, stage, newest);
	console.log(formatAlerts(result));
	if (values.summary) await appendFile(values.summary, summariseAlerts(result));
	if (result.sent.some(({ failure }) => failure !== null)) process.exitCode = 2;
});
