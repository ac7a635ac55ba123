import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { writeDeclaration } from './write-declaration.ts';

describe('a declaration', () => {
	const root = temporaryFolder();
	const rules = { fetch: 'https://tern.example/terms', select: 'main' };

	test('is written anew, then merged into, and never overwrites an agreement', async () => {
		const file = await writeDeclaration(root, 'Tern', 'Terms of Service', rules);
		await writeDeclaration(root, 'Tern', 'Privacy Policy', { ...rules, select: '#privacy' });
		const before = readFileSync(file, 'utf8');
		assert.deepEqual(JSON.parse(before), {
			name: 'Tern',
			terms: { 'Terms of Service': rules, 'Privacy Policy': { ...rules, select: '#privacy' } },
		});
		await assert.rejects(writeDeclaration(root, 'Tern', 'Privacy Policy', rules), /declared here already/);
		assert.equal(readFileSync(file, 'utf8'), before);
	});

	test('leads nowhere else and mends no broken file', async () => {
		await assert.rejects(writeDeclaration(root, '../Gull', 'Terms', rules), /no path|cannot be a file/);
		await assert.rejects(writeDeclaration(root, 'Gull', 'a/b', rules), /cannot be a file/);
		const file = path.join(root, 'declarations', 'Broken.json');
		writeFileSync(file, '{');
		await assert.rejects(writeDeclaration(root, 'Broken', 'Terms', rules), /not JSON/);
		assert.equal(readFileSync(file, 'utf8'), '{');
	});
});
