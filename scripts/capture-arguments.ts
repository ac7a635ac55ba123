/** What `npm run capture` was asked for. */
import { parseArgs } from 'node:util';
import type { CaptureOptions } from '../src/ingest/capture-collection.ts';
import { proxiesOf } from '../src/ingest/client-options.ts';
import { parseShard } from '../src/ingest/shard.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { Fault } from '../src/model/fault.ts';

export interface CaptureRequest {
	readonly options: CaptureOptions;
	/** Whether to print what would be recorded. */
	readonly show: boolean;
	/** File that a table of the outcomes is added to, under this title. */
	readonly summary: string | undefined;
	readonly title: string;
}

/**
 * @param args as on the command line
 * @param env names the archive, where no argument does, and proxies
 * @throws Fault, or what node:util throws, where they make no sense
 */
export function parseCaptureArguments(args: readonly string[], env: NodeJS.ProcessEnv): CaptureRequest {
	const text = { type: 'string' } as const;
	const yes = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({
		args: [...args],
		options: {
			archive: { type: 'string', default: archiveDirectory(env) },
			...{ platform: text, agreement: text, shard: text, now: text, summary: text },
			...{ 'dry-run': yes, show: yes },
		},
	});
	const { archive, platform, agreement, shard, now, summary, show } = values;
	if (show && !values['dry-run'])
		throw new Fault('only a dry run has something to show', '--show', 'Add --dry-run, or leave --show out.');
	const options = {
		...{ directory: archive, platform, agreement },
		shard: shard === undefined ? undefined : parseShard(shard),
		now: now === undefined ? new Date() : parseMoment(now),
		mode: values['dry-run'] ? 'dry-run' : 'record',
		proxy: proxiesOf(env),
	} as const;
	return { options, show, summary, title: shard === undefined ? 'Capture' : `Capture, shard ${shard}` };
}

/** Only ISO 8601: what else `Date` accepts depends on the machine. */
function parseMoment(text: string): Date {
	const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/.test(text)
		? new Date(text)
		: null;
	if (moment !== null && !Number.isNaN(moment.getTime())) return moment;
	throw new Fault(`${JSON.stringify(text)} is no time`, '--now', 'Write it like 2026-06-16T04:12:00Z.');
}
