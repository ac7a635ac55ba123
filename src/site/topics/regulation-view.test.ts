import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Regulation } from '../../model/regulation.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { withProvisions } from '../../samples/sample-provision.ts';
import {
	byCountry,
	checkInWords,
	comparedWithText,
	formalName,
	partOf,
	provisionsTouching,
} from './regulation-view.ts';

test('a regulation lists each citation by which a provision touches it', () => {
	const touches = (citation: string, regulation: string) => ({ regulation, citation, touches: 'It does.' });
	const archive = withProvisions(sampleArchive({ Tern: { Terms: ['We may end it.'] } }), {
		platform: 'Tern',
		agreement: 'Terms',
		slug: 'ending',
		quote: 'We may end it.',
		reviewed: '2024-01-05',
		fields: {
			regulations: [
				touches('Article 6', 'gdpr'),
				touches('Section 62', 'cra'),
				touches('Article 21', 'gdpr'),
			],
		},
	});
	assert.deepEqual(
		provisionsTouching(archive, { id: 'gdpr' }).map(({ citation }) => citation),
		['Article 6', 'Article 21'],
	);
	assert.deepEqual(provisionsTouching(archive, { id: 'dsa' }), []);
});

test('regulations stand together by country, those of all of it before those of its parts', () => {
	const law = (short: string, jurisdiction: string) => ({ short, jurisdiction }) as Regulation;
	const groups = byCountry([
		law('A', 'Texas, United States'),
		law('B', 'European Union'),
		law('C', 'United States'),
		law('D', 'California, United States'),
		law('E', 'United States'),
	]);
	assert.deepEqual(
		groups.map(({ country, anchor, regulations }) => [
			country,
			anchor,
			...regulations.map(({ short }) => short),
		]),
		[
			['European Union', 'european-union', 'B'],
			['United States', 'united-states', 'C', 'E', 'D', 'A'],
		],
	);
	assert.deepEqual(
		['Texas, United States', 'Japan'].map((jurisdiction) => partOf({ jurisdiction })),
		['Texas', ''],
	);
});

test('a regulation says when it was last gone over, and whether beside the official text', () => {
	const beside = { checked: { on: '2026-11-30', beside: 'official text' } } as const;
	const recalled = { checked: { on: '2026-11-30', beside: 'memory' } } as const;
	assert.equal(checkInWords(beside), 'Compared with the official text on 30 November 2026');
	assert.equal(checkInWords(recalled), 'Gone over from memory on 30 November 2026');
	assert.equal(comparedWithText([beside, recalled, beside]), 2);
});

test('a regulation is not named twice', () => {
	const names = [
		formalName({ name: 'Data Act', short: 'Data Act', citation: 'Regulation 1' }),
		formalName({ name: 'Privacy Act', short: 'Privacy', citation: 'Privacy Act (Cth)' }),
		formalName({ name: 'General Regulation', short: 'GR', citation: 'Regulation 2' }),
	];
	assert.deepEqual(names, ['Regulation 1', 'Privacy Act (Cth)', 'General Regulation, Regulation 2']);
});
