import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { checkCollection } from './check-collection.ts';

function declaration(terms: unknown): string {
	return JSON.stringify({ name: 'Tern', terms }, null, '\t');
}

const page = { fetch: 'https://tern.example/terms', select: 'main' };

test('all faults of all files are listed at once, each with its line', async () => {
	const directory = temporaryFolder({
		'collection.yml': 'name: Tern\nlangauges: [en]\n',
		'declarations/Broken.json': '{',
		'declarations/Gull.json': declaration({
			Terms: { ...page, fetch: 'gull' },
			Privacy: { fetch: page.fetch },
		}),
		'declarations/Tern.json': declaration({
			Terms: page,
			Privacy: { ...page, remove: ['p', 'a[[b'] },
			Copy: page,
			terms: { ...page, select: '#own' },
		}),
		'declarations/Tern.history.json':
			'{"Terms":[{"fetch":"https://tern.example/","select":"b","validUntil":"May"}]}',
	});
	const { faults, remarks } = await checkCollection(directory);
	const told = faults.map(({ where, what }) => `${path.relative(directory, where)} ${what.slice(0, 34)}`);
	assert.deepEqual(
		told.map((each) => each.split(' ')[0]),
		[
			'collection.yml:2',
			'declarations/Broken.json:1',
			'declarations/Gull.json:5',
			'declarations/Gull.json:8',
			'declarations/Tern.history.json:1',
			'declarations/Tern.json:13:',
			'declarations/Tern.json:20:',
		],
	);
	assert.match(faults[5]?.what ?? '', /a\[\[b.*is no CSS selector/);
	assert.match(faults[6]?.what ?? '', /capitals alone/);
	assert.ok(faults.every(({ remedy }) => remedy !== ''));
	assert.equal(remarks.length, 1);
	assert.match(remarks[0] ?? '', /Tern\.json: Copy: .* is read as Tern › Terms already/);
});

test('a field that nobody knows is led to by its own line', async () => {
	const tern = declaration({ Terms: page, Privacy: { ...page, select: '#privacy', slect: 'main' } });
	const directory = temporaryFolder({ 'collection.yml': '', 'declarations/Tern.json': tern });
	const { faults } = await checkCollection(directory);
	assert.equal(faults.length, 1);
	const line = tern.split('\n').findIndex((each) => each.includes('slect')) + 1;
	assert.equal(faults[0]?.where, path.join(directory, 'declarations', `Tern.json:${line}`));
	assert.match(faults[0]?.what ?? '', /slect/);
});

test('a sound collection has none', async () => {
	const two = { Terms: page, Privacy: { ...page, select: '#privacy' } };
	const directory = temporaryFolder({ 'collection.yml': '', 'declarations/Tern.json': declaration(two) });
	const { faults, declarations, collection: read } = await checkCollection(directory);
	assert.deepEqual(faults, []);
	assert.equal(declarations.declarations.length, 2);
	assert.equal(read?.versions, 'versions');
});

test('what every reader takes in the same sense is told and is no fault', async () => {
	const directory = temporaryFolder({
		'collection.yml': '',
		'declarations/Tern.json': declaration({ Terms: { ...page, remove: ['h2[id^="annex'] } }),
		'declarations/Tern.history.json': JSON.stringify({
			Terms: [
				{ ...page, validUntil: '2023-04-05T06:07:08+0200' },
				{ ...page, validUntil: '2024-04-05T06:07:08Z' },
			],
		}),
	});
	const { faults, remarks } = await checkCollection(directory);
	assert.deepEqual(faults, []);
	assert.equal(remarks.length, 2);
	assert.match(remarks[0] ?? '', /Tern\.json: Terms: .*ends too early.*annex\\"\]/);
	assert.match(remarks[1] ?? '', /history\.json:1: 2023-04-05T06:07:08\+0200 is read as 2023-04-05T04:07:08/);
});

test('a filter that no script brings is told, and no script is run for it', async () => {
	const asking = (...filter: unknown[]) => ({ ...page, filter });
	const declarations = {
		'declarations/Tern.json': declaration({
			Terms: asking('removeSeal'),
			Rules: asking('removeQueryParams', { cutFoot: ['em'] }, 'removeSeals'),
			Gone: { ...asking('removeSeals'), retired: { day: '2024-01-01' } },
		}),
		'declarations/Tern.filters.js':
			'throw new Error("run"); export function removeSeal() {} export const cutFoot = () => {};',
	};
	const remarksWith = async (collection: string) => {
		const directory = temporaryFolder({ 'collection.yml': collection, ...declarations });
		const { faults, remarks } = await checkCollection(directory);
		assert.deepEqual(faults, []);
		return remarks;
	};
	const [wrong, ...others] = await remarksWith('filterScripts: true\n');
	assert.deepEqual(others, []);
	assert.match(
		wrong ?? '',
		/Tern\.json: Rules: .* asks for "removeSeals".*Tern\.filters\.js has none of that/s,
	);
	const refused = await remarksWith('');
	assert.equal(refused.length, 2);
	assert.match(refused[1] ?? '', /"cutFoot", "removeSeals".*does not allow scripts/);
});
