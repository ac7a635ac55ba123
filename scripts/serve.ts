/** `npm run serve [-- <directory>] [--port n] [--base /path/]`: serves a built site until it is stopped. */
import { parseArgs } from 'node:util';
import { serveDirectory } from '../src/build/serve-site.ts';
import { parsePort, text } from './arguments.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { port: text, base: { type: 'string', default: '/' } },
	});
	const [directory = 'dist'] = positionals;
	const port = values.port === undefined ? null : parsePort(values.port);
	const { address } = await serveDirectory({ directory, port, base: values.base });
	console.log(`${address}  (stop with Ctrl+C)`);
});
