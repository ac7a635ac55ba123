import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { root } from '../src/root.ts';
import { type PageWeb, startPageWeb } from '../src/samples/page-web.ts';
import { clause, makeCollection, pageOf, type SampleCollection } from '../src/samples/sample-collection.ts';

let web: PageWeb;
before(async () => {
	web = await startPageWeb();
});
after(() => web.close());

let place: SampleCollection;
beforeEach(() => {
	web.clear();
	place = makeCollection();
});
afterEach(() => place.remove());

describe('npm run capture', () => {
	test('ends with a table and says by its exit code how it went', async () => {
		place.declare('Tern', { Terms: web.terms('/terms'), Gone: web.terms('/gone') });
		web.pages.set('/terms', pageOf(clause));
		const first = await run('--now', '2024-05-06');
		assert.equal(first.status, 1);
		assert.match(first.out, /recorded {2}Tern › Terms {2}first record [0-9a-f]{10}\n/);
		assert.match(
			first.out,
			/failed {4}Tern › Gone {3}the server answered with status 404\n.*\/gone\n.*declaration\.\n/,
		);
		assert.match(first.out, /1 recorded, 0 unchanged, 0 held, 1 failed\n$/);
		assert.equal((await run('--agreement', 'Terms')).status, 0);
		assert.equal(place.versions(), 1);
	});

	for (const args of [
		['--now', 'yesterday'],
		['--now', '2024-13-01'],
		['--nonsense'],
		['--platform', 'Nobody'],
	]) {
		test(`ends with 2 where it cannot run: ${args.join(' ')}`, async () => {
			place.declare('Tern', { Terms: web.terms('/terms') });
			const { status, out } = await run(...args);
			assert.equal(status, 2);
			assert.ok(out.includes(args.at(-1) as string) && !out.includes(' at '));
		});
	}
});

async function run(...args: string[]): Promise<{ status: number | null; out: string }> {
	const script = path.join(root, 'scripts', 'capture.ts');
	const child = spawn(process.execPath, [script, '--archive', place.directory, ...args], {
		env: { ...process.env, http_proxy: '', HTTP_PROXY: '' },
	});
	const closed = once(child, 'close');
	const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
	const [status] = await closed;
	return { status, out: error + out };
}
