/**
 * `npm run --silent mcp -- --site <address>`: answers an assistant that started it, over standard input and output (Model Context Protocol), from
 * the API of a site; `<address>` may be the folder of a built one. It ends with its input.
 */
import { parseArgs } from 'node:util';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { siteFiles } from '../src/mcp/read-site.ts';
import { mcpServer } from '../src/mcp/server.ts';
import { siteAnswers } from '../src/mcp/site-answers.ts';
import { needed, text } from './arguments.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { site: text } });
	const site = needed(values.site, 'no site is named', 'npm run --silent mcp -- --site https://example.org/');
	await mcpServer(siteAnswers(siteFiles(site))).connect(new StdioServerTransport());
	// Standard output belongs to the protocol.
	console.error(`answers from ${site}`);
});
