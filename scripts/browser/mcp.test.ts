/** An assistant asks the demonstration: what it is told stands there, word for word. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { type ClausesAnswer, clausesAnswer } from '../../src/model/api-answers.ts';
import { Fault } from '../../src/model/fault.ts';
import { root } from '../../src/root.ts';
import { clausesOf } from '../../src/site/api/compose.ts';
import { testAddress, testSite } from '../test/test-site.ts';

const client = new Client({ name: 'test', version: '1' });

interface Name {
	readonly id: string;
}
interface Listed {
	readonly platform: Name;
	readonly agreement: Name;
}
interface Quote extends Listed {
	readonly text: string;
	readonly commit: string;
	readonly clause: string;
	readonly address: string;
}

before(async () => {
	if (!existsSync(testSite))
		throw new Fault('the demonstration is not built', testSite, 'Run npm test, which builds it first.');
	const args = [path.join(root, 'scripts', 'mcp.ts'), '--site', testSite];
	await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
	// From now on every answer is held against the schema of its tool.
	await client.listTools();
});

after(() => client.close());

async function ask<Answer>(name: string, given: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
	const { structuredContent, content, isError } = await client.callTool({ name, arguments: given });
	assert.ok(!isError, JSON.stringify(content));
	return structuredContent as Answer;
}

/** All of a list that comes in parts. */
async function all<Item>(
	name: string,
	list: string,
	given: Readonly<Record<string, unknown>>,
): Promise<Item[]> {
	const items: Item[] = [];
	for (let skip: number | null = 0; skip !== null; ) {
		const part: { next: number | null } & Record<string, unknown> = await ask(name, { ...given, skip });
		items.push(...(part[list] as Item[]));
		skip = part.next;
	}
	return items;
}

function clausesIn({ platform, agreement }: Listed): ClausesAnswer {
	const file = path.join(testSite, 'api/v1/agreements', platform.id, agreement.id, 'clauses.json');
	return clausesAnswer.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function assertProven(quote: Quote): void {
	const clauses = clausesIn(quote);
	const version = clauses.versions.findIndex(({ commit }) => commit === quote.commit);
	const row = clausesOf(clauses, version).find(({ clause }) => clause === quote.clause);
	assert.equal(row?.text, quote.text, quote.address);
	assert.ok(quote.address.startsWith(testAddress), quote.address);
}

test('every agreement is read to its end as it stands today', async () => {
	const agreements = await all<Listed>('list_names', 'agreements', {});
	assert.ok(agreements.length > 10);
	for (const listed of agreements) {
		const { platform, agreement } = listed;
		const given = { platform: platform.id, agreement: agreement.id, day: '2100-01-01' };
		const told = await all<Quote>('agreement_as_of', 'clauses', given);
		const clauses = clausesIn(listed);
		const expected = clausesOf(clauses, clauses.versions.length - 1);
		assert.deepEqual(
			told.map(({ clause }) => clause),
			expected.map(({ clause }) => clause),
		);
	}
});

test('what is found stands in the version of its commit, in force and not', async () => {
	for (const former of [false, true]) {
		const found = await all<Quote>('find_clauses', 'clauses', { words: 'agree', former });
		assert.ok(found.length > 5, `${found.length}`);
		for (const quote of found) assertProven(quote);
	}
});

test('every topic tells who takes which side, and the changes of a year are listed', async () => {
	const { topics } = await ask<{ topics: Name[] }>('list_names');
	let sides = 0;
	for (const { id } of topics) {
		const { isError, content } = await client.callTool({
			name: 'stances_on_topic',
			arguments: { topic: id },
		});
		if (isError) assert.match(JSON.stringify(content), /no clause of the texts of today/);
		else sides++;
	}
	assert.ok(sides > 5, `${sides}`);
	const changes = await all<Quote>('list_changes', 'changes', { from: '2000-01-01', to: '2100-01-01' });
	assert.ok(changes.length > 10);
});
