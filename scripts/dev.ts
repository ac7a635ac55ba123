/** `npm run dev [-- --port 4321 --archive dir --cache dir]`: shows the site while people write; what is saved is on its pages at once. */
import { parseArgs } from 'node:util';
import { startPreview } from '../src/build/preview/preview-server.ts';
import { archive, parsePort, text } from './arguments.ts';
import { tellPreview } from './report/preview-report.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { archive, port: text, cache: text } });
	const { port, cache } = values;
	const preview = await startPreview({
		archive: values.archive,
		port: port === undefined ? undefined : parsePort(port),
		cache,
		onState: tellPreview(console.log),
	});
	console.log(`The site is at ${preview.address} Ctrl+C ends it.`);
});
