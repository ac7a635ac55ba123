import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { patience } from '../../samples/patience.ts';
import { CaptureFault } from '../capture-fault.ts';
import { pageOf } from '../page.ts';
import { createPageReader, type PageReader } from './page-text.ts';

const address = 'https://curlew.example/legal/terms.html';
const source = { address, select: ['main'], remove: [], filters: [] };

async function readWith(reader: PageReader, html: string): Promise<string> {
	return (await reader(pageOf(Buffer.from(html), address, 'text/html'), source, 'reading')).text;
}

/** The parser looks for each attribute among all before it: minutes of work in some hundred kilobytes. */
const endless = `<main><p ${Array.from({ length: 150_000 }, (_, at) => `a${at}`).join(' ')}>`;

const stopped = (words: RegExp) => (fault: unknown) => {
	assert.ok(fault instanceof CaptureFault && fault.code === 'unreadable');
	assert.equal(fault.where, address);
	assert.match(fault.what, words);
	return true;
};

/** In milliseconds: ten times what starting a thread and reading a page take on this machine. */
async function timeForOrdinaryPages(): Promise<number> {
	const start = performance.now();
	await readWith(createPageReader({ time: patience, memory: 256 }, 1), '<main>One.');
	return 1000 * Math.ceil((performance.now() - start) / 100);
}

describe('reading a page', () => {
	test('that would take minutes ends as a named fault, and the next pages are read', async () => {
		const time = await timeForOrdinaryPages();
		const reader = createPageReader({ time, memory: 256 }, 1);
		const first = assert.rejects(readWith(reader, endless), stopped(new RegExp(`within ${time / 1000} s`)));
		const next = ['One.', 'Two.'].map((text) => readWith(reader, `<main><p>${text}`));
		await first;
		assert.deepEqual(await Promise.all(next), ['One.\n', 'Two.\n']);
	});

	test('that takes all memory ends as a named fault, and the next page is read', async () => {
		const reader = createPageReader({ time: patience, memory: 64 }, 1);
		const huge = `<main>${'<p>All of it <b>in</b> memory.'.repeat(200_000)}`;
		await assert.rejects(readWith(reader, huge), stopped(/in 64 MB/));
		assert.equal(await readWith(reader, '<main>One.'), 'One.\n');
	});

	test('goes on in several threads at once, and each answer is that of its page', async () => {
		const reader = createPageReader({ time: patience, memory: 256 }, 2);
		const numbers = Array.from({ length: 12 }, (_, at) => `Page ${at}.\n`);
		const texts = await Promise.all(numbers.map((text) => readWith(reader, `<main><p>${text}`)));
		assert.deepEqual(texts, numbers);
	});

	test('says what is wrong with it as if there were no thread', async () => {
		const reader = createPageReader({ time: patience, memory: 256 }, 1);
		await assert.rejects(readWith(reader, '<p>No main part.'), (fault) => {
			assert.ok(fault instanceof CaptureFault && fault.code === 'selector');
			assert.match(fault.message, /"main" matches nothing/);
			return true;
		});
	});
});
