/** `npm run bench:capture [-- --agreements 1000 --hosts 200 --latency 200 --delay 2 --json]`: captures an invented web and prints its time beside that which the rests of its hosts alone take; exit code 1 above 1.3 times of it or 500 MB. */
import { parseArgs } from 'node:util';
import { flag } from './arguments.ts';
import { formatLoad, isWithinBounds, measureLoad } from './bench/capture-load.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: {
			agreements: { type: 'string', default: '1000' },
			hosts: { type: 'string', default: '200' },
			latency: { type: 'string', default: '200' },
			delay: { type: 'string', default: '2' },
			json: flag,
		},
	});
	const { agreements, hosts, latency, delay, json } = values;
	const runs = await measureLoad({
		agreements: Number(agreements),
		hosts: Number(hosts),
		latency: Number(latency),
		delay: Number(delay),
	});
	console.log(json ? JSON.stringify(runs, null, '\t') : formatLoad(runs));
	if (!isWithinBounds(runs)) process.exitCode = 1;
});
