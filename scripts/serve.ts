/** `npm run serve [-- <directory>] [--port n] [--base /path/]`: serves a built site until it is stopped. */
import { parseArgs } from 'node:util';
import { serveDirectory } from '../src/build/serve-site.ts';
import { Fault } from '../src/model/fault.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		options: { port: { type: 'string' }, base: { type: 'string', default: '/' } },
		allowPositionals: true,
	});
	const port = values.port === undefined ? null : portNumber(values.port);
	const { address } = await serveDirectory({ directory: positionals[0] ?? 'dist', port, base: values.base });
	console.log(`${address}  (stop with Ctrl+C)`);
});

function portNumber(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port < 65_536) return port;
	throw new Fault(
		'a port is a number from 0 to 65535',
		`--port ${text}`,
		'Leave --port out to take the next free one.',
	);
}
