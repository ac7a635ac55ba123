import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from './openapi.ts';

const document = openApiDocument({ name: 'Tern', engine: 'clausetrail/1', licence: undefined });

test('the document is one of OpenAPI 3.1', async () => {
	const { valid, errors } = await new Validator().validate(structuredClone(document));
	assert.ok(valid, JSON.stringify(errors));
});

test('the document of a collection with a licence names it', async () => {
	const licence = { name: 'CC-BY-4.0', address: 'https://creativecommons.org/licenses/by/4.0/' };
	const licensed = openApiDocument({ name: 'Tern', engine: 'clausetrail/1', licence });
	const { valid, errors } = await new Validator().validate(structuredClone(licensed));
	assert.ok(valid, JSON.stringify(errors));
	assert.ok(JSON.stringify(licensed).includes('CC-BY-4.0'));
});

test('every schema that it names is in it', () => {
	const { components } = document as { components: { schemas: object } };
	const named = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
	const missing = [...named].map(([, name = '']) => name).filter((name) => !(name in components.schemas));
	assert.deepEqual(missing, []);
});
