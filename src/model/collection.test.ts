/** What a maintainer says about a collection is taken only where others can go by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectionSchema } from './collection.ts';

for (const [field, value, isTaken] of [
	['name', 'Tern Watch', true],
	['name', ' \t', false],
	['tagline', '  ', false],
	['site', 'https://tern.example/watch/', true],
	['site', 'https://tern.example/?page=', false],
	['site', 'https://tern.example/#watch', false],
	['contact', 'Ada <ada@tern.example>', true],
	['contact', 'https://tern.example/about', true],
	['contact', 'ada', false],
	['contact', 'ada @ tern', false],
] as const)
	test(`${isTaken ? 'takes' : 'refuses'} ${field}: ${JSON.stringify(value)}`, () => {
		assert.equal(collectionSchema.safeParse({ [field]: value }).success, isTaken);
	});
