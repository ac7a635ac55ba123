/** `npm run bench:capture [-- --agreements 1000 --hosts 200 --latency 200 --delay 2 --json]`: captures an invented web and prints its time beside that which the rests of its hosts alone take; exit code 1 above 1.3 times of it or 500 MB. */
import { parseArgs } from 'node:util';
import { measureLoad, type RunCost } from './bench/capture-load.ts';
import { run } from './run.ts';

/** Bounds of the issue that asked for this. */
const mostTimes = 1.3;
const mostMemory = 500e6;

await run(async () => {
	const { values } = parseArgs({
		options: {
			agreements: { type: 'string', default: '1000' },
			hosts: { type: 'string', default: '200' },
			latency: { type: 'string', default: '200' },
			delay: { type: 'string', default: '2' },
			json: { type: 'boolean', default: false },
		},
	});
	const runs = await measureLoad({
		agreements: Number(values.agreements),
		hosts: Number(values.hosts),
		latency: Number(values.latency),
		delay: Number(values.delay),
	});
	console.log(values.json ? JSON.stringify(runs, null, '\t') : runs.map(inWords).join('\n'));
	const isWithin = runs.every((each) => each.time <= each.dictated * mostTimes && each.memory < mostMemory);
	process.exitCode = isWithin ? 0 : 1;
});

function inWords({ run, outcomes, requests, time, dictated, shortestGap, memory }: RunCost): string {
	const kinds = Object.entries(outcomes).map(([kind, count]) => `${count} ${kind}`);
	const times = `${time.toFixed(1)} s, ${(time / dictated).toFixed(2)} times the ${dictated} s of rest`;
	const gap = `never two requests to a host within ${Math.floor(shortestGap)} ms`;
	return `${run}: ${kinds.join(', ')}; ${requests} requests; ${times}; ${Math.round(memory / 1e6)} MB; ${gap}`;
}
