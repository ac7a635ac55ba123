/** The server as an assistant starts it: a process that is spoken to by its standard input and output. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { root } from '../src/root.ts';
import { apiOf, serveApi } from '../src/samples/api-site.ts';
import { sampleArchive } from '../src/samples/sample-archive.ts';

const command = path.join(root, 'scripts', 'mcp.ts');
const keep = 'You keep all rights in the content that you put here.';

test('an assistant starts it, asks, and is answered; nothing else is on its standard output', async () => {
	const site = await serveApi(apiOf(sampleArchive({ Tern: { Terms: [keep] } })));
	const transport = new StdioClientTransport({
		command: process.execPath,
		args: [command, '--site', site.address],
		stderr: 'pipe',
	});
	const client = new Client({ name: 'test', version: '1' });
	const disturbed: Error[] = [];
	client.onerror = (error) => disturbed.push(error);
	await client.connect(transport);
	const asked = { name: 'find_clauses', arguments: { words: 'rights' } };
	const { structuredContent } = await client.callTool(asked);
	const { clauses } = structuredContent as { clauses: { text: string }[] };
	assert.deepEqual(
		clauses.map(({ text }) => text),
		[keep],
	);
	assert.match(client.getInstructions() ?? '', /word for word/);
	await client.close();
	site.close();
	assert.deepEqual(disturbed, []);
});
