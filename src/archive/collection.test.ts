import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { declaredOn } from '../model/declaration-history.ts';
import { Fault } from '../model/fault.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { parseDeclaration, readCollection, readDeclarations } from './collection.ts';

const terms = (rules: unknown) => JSON.stringify({ name: 'Tern', terms: { 'Terms of Service': rules } });
const page = { fetch: 'https://tern.example/terms', select: 'main' };

const noPassword = /without a user name and password is expected/;

describe('collection.yml', () => {
	test('that is empty means the defaults', async () => {
		const collection = await readCollection(temporaryFolder({ 'collection.yml': '' }));
		assert.equal(collection.name, 'Clausetrail');
		assert.equal(collection.versions, 'versions');
	});

	test('that is not YAML is named with its line', async () => {
		const directory = temporaryFolder({ 'collection.yml': 'name: Tern\ntagline: "open\nsite: x\n' });
		await assert.rejects(readCollection(directory), (fault: Fault) => {
			assert.match(fault.where, /collection\.yml:\d$/);
			assert.match(fault.what, /not YAML/);
			return true;
		});
	});

	test('with a colon in a value names one line, and says what to do', async () => {
		const directory = temporaryFolder({ 'collection.yml': 'name: Tern\n\ntagline: Terms: as they were\n' });
		await assert.rejects(readCollection(directory), (fault: Fault) => {
			assert.match(fault.where, /collection\.yml:3$/);
			assert.doesNotMatch(fault.what, /at line/);
			assert.match(fault.remedy, /in quotes/);
			return true;
		});
	});

	test('with a wrong and an unknown field is named with the line of each', async () => {
		const text = 'name: Tern\nsite: tern.example\nlangauges: [en]\n';
		const directory = temporaryFolder({ 'collection.yml': text });
		await assert.rejects(readCollection(directory), (fault: Fault) => {
			assert.match(fault.where, /collection\.yml:2$/);
			assert.match(fault.what, /site: /);
			assert.match(fault.what, /; line 3: .*langauges/);
			return true;
		});
	});

	for (const field of ['site', 'repository'])
		test(`whose ${field} has a password in it is refused, and the password not repeated`, async () => {
			const text = `${field}: https://me:secret@tern.example/\n`;
			const directory = temporaryFolder({ 'collection.yml': text });
			await assert.rejects(readCollection(directory), (fault: Fault) => {
				assert.match(fault.message, noPassword);
				assert.doesNotMatch(fault.message, /secret@/);
				return true;
			});
		});

	test('of a newer machine asks for the upgrade', async () => {
		const directory = temporaryFolder({ 'collection.yml': 'format: 999\n' });
		await assert.rejects(readCollection(directory), /newer machine.*npm run upgrade/);
	});

	test('may be missing where the folder is a versions repository', async () => {
		const directory = temporaryFolder({ 'Tern/Terms of Service.md': 'Text.', 'README.md': '' });
		assert.equal((await readCollection(directory)).versions, '.');
	});

	test('may not be missing elsewhere', async () => {
		const directory = temporaryFolder({ 'README.md': '' });
		await assert.rejects(readCollection(directory), /no collection yet.*\n.*npm run init/s);
		await assert.rejects(readCollection(path.join(directory, 'nowhere')), Fault);
	});
});

describe('declarations', () => {
	test('that are broken cost their own platform alone', async () => {
		const directory = temporaryFolder({
			'declarations/Tern.json': terms(page),
			'declarations/Broken.json': '{ "name": "Broken",\n  "terms": { }, }',
			'declarations/Wrong.json': terms({ fetch: 'tern.example' }),
			'declarations/Tern.history.json': '{}',
			'declarations/Tern.filters.js': 'export {}',
		});
		const { declarations, faults } = await readDeclarations(directory);
		assert.deepEqual(
			declarations.map(({ platform, agreement }) => [platform, agreement]),
			[['Tern', 'Terms of Service']],
		);
		assert.deepEqual(
			faults.map((fault) => path.basename(fault.where)),
			['Broken.json:2', 'Wrong.json:1'],
		);
		assert.match(faults[0]?.what ?? '', /not JSON: nothing follows this comma/);
		assert.match(faults[1]?.what ?? '', /terms › Terms of Service › fetch: /);
	});

	test('that cannot be read as files cost their own platform alone', async () => {
		const directory = temporaryFolder({
			'declarations/Tern.json': terms(page),
			'declarations/Gull.json/inside.txt': '',
		});
		symlinkSync('nowhere', path.join(directory, 'declarations', 'Skua.json'));
		const { declarations, faults } = await readDeclarations(directory);
		assert.deepEqual(
			declarations.map(({ platform }) => platform),
			['Tern'],
		);
		assert.deepEqual(
			faults.map(({ where }) => path.basename(where)),
			['Gull.json', 'Skua.json'],
		);
	});

	test('of a collection without any are none', async () => {
		const directory = temporaryFolder({ 'collection.yml': '' });
		assert.deepEqual(await readDeclarations(directory), {
			declarations: [],
			formerly: [],
			retired: new Map(),
			past: [],
			faults: [],
			pastFaults: [],
		});
	});

	test('of former days are read from the history file, and a broken one costs nothing else', async () => {
		const past = [{ ...page, select: 'article', validUntil: '2022-03-15T10:17:27+01:00' }];
		const directory = temporaryFolder({
			'declarations/Tern.json': terms(page),
			'declarations/Tern.history.json': `\ufeff${JSON.stringify({ 'Terms of Service': past })}`,
			'declarations/Gull.json': terms(page),
			'declarations/Gull.history.json': JSON.stringify({
				'Terms of Service': [{ ...page, validUntil: '2022' }],
			}),
		});
		const read = await readDeclarations(directory);
		assert.equal(read.declarations.length, 2);
		assert.deepEqual(read.faults, []);
		assert.match(read.pastFaults[0]?.message ?? '', /Gull\.history\.json.*validUntil: a time with its zone/);
		const asked = ['2022-03-15T09:17:27Z', '2022-03-15T09:17:28Z'].map((moment) =>
			declaredOn(new Date(moment), 'Tern', 'Terms of Service', read.declarations, read.past),
		);
		assert.deepEqual(
			asked.map((each) => each?.sources[0]?.select),
			[['article'], ['main']],
		);
	});

	test('of former days may hold no password either', async () => {
		const past = [
			{ fetch: 'https://me:secret@tern.example/', select: 'a', validUntil: '2022-03-15T10:17:27Z' },
		];
		const directory = temporaryFolder({
			'declarations/Tern.json': terms(page),
			'declarations/Tern.history.json': JSON.stringify({ 'Terms of Service': past }),
		});
		assert.match((await readDeclarations(directory)).pastFaults[0]?.message ?? '', noPassword);
	});

	for (const sign of ['\u202e', '\u200b', '\u200d', '\u2066', '\u00ad', '\ufeff', '\u{e0041}'])
		test(`with U+${sign.codePointAt(0)?.toString(16)} in a name are refused, and the sign is shown`, () => {
			const hidden = `Te${sign}rn`;
			const shown = /Te⟨U\+[0-9A-F]+⟩rn/;
			const agreement = JSON.stringify({ name: 'Tern', terms: { [hidden]: page } });
			assert.throws(() => parseDeclaration(agreement, 'Tern.json'), shown);
			assert.throws(() => parseDeclaration(terms(page), `${hidden}.json`), shown);
			const platform = JSON.stringify({ name: hidden, terms: { Terms: page } });
			assert.throws(() => parseDeclaration(platform, 'Tern.json'), shown);
		});

	test('share what is factored among the pages they combine', () => {
		const rules = {
			combine: [
				{ fetch: 'https://tern.example/1' },
				{ fetch: 'https://tern.example/2', select: ['.a', '.b'], executeClientScripts: true },
			],
			select: 'main',
			remove: { startBefore: '#ad', endAfter: '#ad' },
			filter: [{ removeQueryParams: ['utm_source'] }, 'tidy'],
			executeClientScripts: false,
		};
		const [declared] = parseDeclaration(terms(rules), 'declarations/Tern.json');
		const shared = {
			remove: [{ startBefore: '#ad', endAfter: '#ad' }],
			filters: [{ removeQueryParams: ['utm_source'] }, 'tidy'],
		};
		assert.deepEqual(declared?.sources, [
			{ address: 'https://tern.example/1', select: ['main'], ...shared, executeClientScripts: false },
			{ address: 'https://tern.example/2', select: ['.a', '.b'], ...shared, executeClientScripts: true },
		]);
	});

	test('of a PDF need no selector', () => {
		for (const fetch of ['https://tern.example/t.PDF', 'https://tern.example/t.pdf?v=2']) {
			assert.equal(parseDeclaration(terms({ fetch }), 'Tern.json')[0]?.sources[0]?.select.length, 0);
		}
	});

	for (const [name, rules, complaint] of [
		['neither fetch nor combine', { select: 'main' }, /exactly one of fetch/],
		['both fetch and combine', { ...page, combine: [page] }, /exactly one of fetch/],
		['no selector', { fetch: page.fetch }, /select: is missing/],
		['no selector in a part', { combine: [{ fetch: page.fetch }] }, /combine › 0 › select: is missing/],
		['an empty selector', { ...page, select: ' ' }, /select/],
		['half a range', { ...page, select: [{ startBefore: 'h1' }] }, /a range ends at exactly one of/],
		['an address of another kind', { ...page, fetch: 'file:///etc/passwd' }, /fetch: an address/],
		['an address with a password', { ...page, fetch: 'https://me:secret@tern.example/' }, noPassword],
		['an address with a user’s name', { ...page, fetch: 'https://me@tern.example/' }, noPassword],
		['a password behind backslashes', { ...page, fetch: 'https:\\\\me:secret@tern.example/' }, noPassword],
		['a password in a part', { combine: [page, { ...page, fetch: 'http://:x@tern.example' }] }, noPassword],
		['a field that nobody knows', { ...page, wait: 3 }, /wait/],
	] as const) {
		test(`with ${name} are refused`, () => {
			assert.throws(() => parseDeclaration(terms(rules), 'declarations/Tern.json'), complaint);
		});
	}

	for (const name of [
		'../Terms',
		'/etc/Terms',
		'a/b',
		'a\\b',
		'.git',
		'..',
		'CON',
		'nul.txt',
		'a\nb',
		'x ',
		'',
	]) {
		test(`that name an agreement ${JSON.stringify(name)} are refused`, () => {
			const text = JSON.stringify({ name: 'Tern', terms: { [name]: page } });
			assert.throws(() => parseDeclaration(text, 'declarations/Tern.json'), /cannot be a file/);
		});
	}

	test('in a file whose name no folder can have are refused', () => {
		assert.throws(() => parseDeclaration(terms(page), 'declarations/aux.json'), /Windows/);
		assert.throws(() => parseDeclaration(terms(page), `declarations/${'é'.repeat(130)}.json`), /longer/);
	});
});
