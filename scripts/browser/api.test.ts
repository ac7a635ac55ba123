/** Every answer of the demonstration is what its schema says, in zod and in the OpenAPI document, and what it quotes stands in its commit. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { z } from 'zod';
import { listFiles } from '../../src/build/site-files.ts';
import * as schemas from '../../src/model/api-answers.ts';
import { Fault } from '../../src/model/fault.ts';
import { clausesOf } from '../../src/site/api/compose.ts';
import { type Operation, operations } from '../../src/site/api/openapi.ts';
import { testAddress, testSite } from '../test/test-site.ts';

const folder = path.join(testSite, 'api', 'v1');
let files: readonly string[] = [];

before(async () => {
	if (!existsSync(testSite))
		throw new Fault('the demonstration is not built', testSite, 'Run npm test, which builds it first.');
	files = listFiles(folder);
});

const typed: Readonly<Record<string, z.ZodType>> = {
	Index: schemas.apiIndex,
	Lookup: schemas.lookupAnswer,
	Platform: schemas.platformAnswer,
	Agreement: schemas.agreementAnswer,
	Clauses: schemas.clausesAnswer,
	Month: schemas.monthAnswer,
	Topic: schemas.topicAnswer,
	Provisions: schemas.provisionsAnswer,
	Status: schemas.statusAnswer,
};

function read(file: string): unknown {
	return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

function filesOf({ file }: Operation): string[] {
	const shape = new RegExp(`^${file.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
	return files.filter((each) => shape.test(each));
}

interface Document {
	readonly components: { readonly schemas: object };
}

test('every answer is what its operation says, and has no field that its schema lacks', () => {
	const { components } = read('openapi.json') as Document;
	const validator = addFormats.default(new Ajv2020({ strict: false }));
	validator.addSchema({ $id: 'api', components });
	const seen = new Set(['openapi.json']);
	for (const operation of operations) {
		const own = filesOf(operation);
		assert.ok(own.length > 0, `${operation.id}: the demonstration has such an answer`);
		const isValid = validator.compile({ $ref: `api#/components/schemas/${operation.answer}` });
		for (const file of own) {
			const answer = read(file);
			assert.ok(isValid(answer), `${file}: ${JSON.stringify(isValid.errors?.slice(0, 3))}`);
			assert.deepEqual(typed[operation.answer]?.parse(answer), answer, file);
			seen.add(file);
		}
	}
	assert.deepEqual(
		files.filter((file) => !seen.has(file)),
		[],
	);
});

/** Every address below the site in an answer, templates left out. */
function addressesIn(text: string): string[] {
	return [...text.matchAll(/"(https:\/\/example\.org\/clausetrail\/[^"{]*)"/g)].map(
		([, address = '']) => address,
	);
}

test('every address in an answer is one of the site', () => {
	const missing = new Set<string>();
	for (const file of files.filter((each) => each !== 'openapi.json'))
		for (const address of addressesIn(readFileSync(path.join(folder, file), 'utf8'))) {
			const place = decodeURIComponent(address.slice(testAddress.length).replace(/#.*/, ''));
			if (!existsSync(path.join(testSite, place.replace(/(^|\/)$/, '$1index.html'))))
				missing.add(`${file}: ${address}`);
		}
	assert.deepEqual([...missing], []);
});

test('what an answer quotes stands in the version of its commit', () => {
	const quotes = filesOf(operations.find(({ id }) => id === 'platform') as Operation)
		.map((file) => schemas.platformAnswer.parse(read(file)))
		.flatMap(({ topics }) => topics.flatMap((topic) => topic.quotes));
	const explained = schemas.provisionsAnswer
		.parse(read('provisions.json'))
		.provisions.map(({ quote }) => quote);
	assert.ok(quotes.length > 100 && explained.length > 10, 'quotes were found');
	for (const quote of [...quotes, ...explained]) {
		const clauses = schemas.clausesAnswer.parse(
			read(`agreements/${quote.platform.id}/${quote.agreement.id}/clauses.json`),
		);
		const version = clauses.versions.findIndex(({ commit }) => commit === quote.commit);
		const text = clausesOf(clauses, version)
			.map((row) => row.text)
			.join(' ');
		for (const part of quote.text.split('…'))
			assert.ok(plain(text).includes(plain(part)), `${quote.address}: ${part}`);
	}
});

/** White space and the forms of quotes do not count, and cells of a row are parted by a dot in quotes, by a bar in texts. */
function plain(text: string): string {
	return text
		.replace(/ [·|] /g, ' ')
		.replace(/[“”„"]/g, '"')
		.replace(/[‘’']/g, "'")
		.replace(/\s+/g, ' ')
		.trim();
}
