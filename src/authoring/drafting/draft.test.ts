import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { readEditorial } from '../../archive/editorial.ts';
import { readArchive } from '../../load/load-archive.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../../samples/temporary-repository.ts';
import { checkEditorial } from '../check-editorial.ts';
import type { ModelUse } from './ask-for-prose.ts';
import type { ChatRequest } from './ask-model.ts';
import { draftNote } from './draft-note.ts';
import { draftProvision } from './draft-provision.ts';

const refused = 'Fees that were paid are not refunded.';
let repository: TemporaryRepository;
let server: Server;
let answer: RequestListener;
const asked: { request: ChatRequest; authorization: string | undefined }[] = [];

before(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece) => {
			body += piece;
		});
		request.on('end', () => {
			asked.push({ request: JSON.parse(body), authorization: request.headers.authorization });
			answer(request, response);
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
after(() => server.close());
beforeEach(() => {
	asked.length = 0;
	repository = makeTemporaryRepository();
	repository.write('collection.yml', 'name: Mine\n');
	record(
		'# Terms\n\nYou pay the fees of your plan a month ahead.\n\nFees that were paid are refunded within 30 days.\n',
		'2024-01-01',
	);
	record(`# Terms\n\nYou pay the fees of your plan a month ahead.\n\n${refused}\n`, '2024-03-01');
});
afterEach(() => repository.remove());

function record(text: string, day: string): void {
	repository.write('versions/Tern/Terms of Service.md', text);
	repository.commit('Record new changes', day);
}

/** A server that says these fields. */
function says(fields: object): RequestListener {
	return (_, response) => {
		const content = `Here it is:\n\`\`\`json\n${JSON.stringify(fields)}\n\`\`\``;
		response.end(JSON.stringify({ choices: [{ message: { content } }] }));
	};
}

function modelAt(fields: Partial<ModelUse> = {}): ModelUse {
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
	return { server: { address, model: 'small', key: 'secret' }, onlyShow: false, tell: () => {}, ...fields };
}

const alone: ModelUse = { server: null, onlyShow: false, tell: () => assert.fail('nothing is to be sent') };

function draft(model: ModelUse = alone) {
	return draftProvision(repository.directory, { platform: 'tern', topic: 'refunds', model });
}

function textOf(file: string | null): string {
	return readFileSync(file as string, 'utf8');
}

describe('a draft', () => {
	it('is begun from what is computed, and sends nothing where no model was named', async () => {
		const { file } = await draft();
		assert.equal(
			path.relative(repository.directory, file as string),
			path.join('provisions', 'Tern', 'refunds.mdx'),
		);
		assert.match(textOf(file), /^quote: Fees that were paid are not refunded\.$/m);
		assert.match(textOf(file), /^lead: Tern /m);
		assert.equal(asked.length, 0);
	});

	it('is published nowhere until somebody signs it, and then is a provision', async () => {
		const { file } = await draft();
		const unsigned = await readArchive(repository.directory);
		assert.equal(unsigned.provisions.length, 0);
		const { faults, remarks } = await checkEditorial(repository.directory, { versions: 'versions' });
		assert.deepEqual([faults, remarks.length], [[], 1]);
		repository.write(
			path.relative(repository.directory, file as string),
			textOf(file).replace(/^reviewed: *$/m, 'reviewed: 2024-05-01'),
		);
		const { provisions } = await readArchive(repository.directory);
		assert.deepEqual(
			provisions.map(({ slug, quote }) => [slug, quote.exact]),
			[['refunds', refused]],
		);
	});

	it('is written over nothing', async () => {
		await draft();
		await assert.rejects(draft(), /there is such a file already/);
	});

	it('names what is likely meant where a platform or a topic is none, or nothing was found on it', async () => {
		const on = (platform: string, topic: string) =>
			draftProvision(repository.directory, { platform, topic, model: alone });
		await assert.rejects(on('Tren', 'refunds'), /Tern/);
		await assert.rejects(on('Tern', 'refund'), /refunds/);
		await assert.rejects(on('Tern', 'arbitration'), /no clause of today takes a side/);
	});
});

describe('a draft with a language model', () => {
	it('takes the sentences of an honest one, each with the words that carry it', async () => {
		answer = says({
			lead: [{ sentence: 'Tern gives no money back.', quote: refused }],
			whyItMatters: [{ sentence: 'Whoever paid ahead has lost the money.', quote: refused }],
		});
		const told: object[] = [];
		const { file, prose } = await draft(modelAt({ tell: (request) => told.push(request) }));
		assert.deepEqual(prose?.cut, []);
		assert.match(textOf(file), /^lead: Tern gives no money back\.$/m);
		assert.match(textOf(file), /^# lead: “Tern gives no money back\.” stands on “Fees that were paid/m);
		assert.deepEqual(told, [asked[0]?.request], 'what is told is what is sent');
		assert.equal(asked[0]?.authorization, 'Bearer secret');
		assert.doesNotMatch(JSON.stringify(told), /secret/);
	});

	it('cuts what one invents, and says so', async () => {
		answer = says({
			lead: [
				{
					sentence: 'Tern refunds everything within 90 days.',
					quote: 'Everything is refunded within 90 days',
				},
			],
			whyItMatters: [
				{ sentence: 'Money that was paid stays with Tern.', quote: refused },
				{ sentence: 'The court of Leeds said so in 2021.', quote: refused },
			],
		});
		const { file, prose } = await draft(modelAt());
		assert.deepEqual(
			prose?.cut.map(({ field, why }) => [field, why]),
			[
				['lead', 'its quote does not stand in the text'],
				['whyItMatters', 'its quote does not say 2021'],
			],
		);
		assert.match(textOf(file), /^whyItMatters: Money that was paid stays with Tern\.$/m);
		assert.doesNotMatch(textOf(file), /90 days|2021/);
	});

	for (const [what, breaking, message] of [
		['breaks off', (_, response) => response.destroy(), /broke off/],
		['refuses', (_, response) => response.writeHead(401).end('{}'), /answered 401/],
		['answers with a page', (_, response) => response.end('<html>'), /not in the form/],
		[
			'answers in prose',
			(_, response) => response.end('{"choices":[{"message":{"content":"Sure!"}}]}'),
			/asked JSON/,
		],
	] as readonly (readonly [string, RequestListener, RegExp])[])
		it(`writes nothing where one ${what}`, async () => {
			answer = breaking;
			await assert.rejects(draft(modelAt()), message);
			assert.deepEqual((await readEditorial(repository.directory)).drafts, []);
		});

	it('only shows what would be sent, where that is asked', async () => {
		const told: object[] = [];
		const { file } = await draft(modelAt({ onlyShow: true, tell: (request) => told.push(request) }));
		assert.deepEqual([file, asked.length, told.length], [null, 0, 1]);
	});
});

describe('a draft of a note', () => {
	const address = 'https://example.org/mine/tern/terms-of-service/2024-03-01/';

	it('begins with the headline of the change', async () => {
		const { file } = await draftNote(repository.directory, { address, model: alone });
		assert.match(textOf(file), /^change: 2024-03-01$/m);
		assert.match(textOf(file), /^written: *$/m);
		assert.match(textOf(file), /^summary: \S/m);
	});

	it('takes the address of a change on the page of its year', async () => {
		const place = address.replace('2024-03-01/', '2024/#2024-03-01');
		const { file } = await draftNote(repository.directory, { address: place, model: alone });
		assert.match(textOf(file), /^change: 2024-03-01$/m);
	});

	it('may quote what went out', async () => {
		const gone = 'Fees that were paid are refunded within 30 days.';
		answer = says({
			summary: [{ sentence: 'Until then fees were given back within 30 days.', quote: gone }],
		});
		const { file } = await draftNote(repository.directory, { address, model: modelAt() });
		assert.match(textOf(file), /^summary: Until then fees were given back within 30 days\.$/m);
	});

	for (const wrong of [
		'/tern/terms-of-service/',
		'/tern/terms-of-service/2024-01-01/',
		'/tern/terms/2024-03-01/',
	])
		it(`refuses what is no change: ${wrong}`, async () => {
			await assert.rejects(draftNote(repository.directory, { address: wrong, model: alone }), {
				name: 'Fault',
			});
		});
});
