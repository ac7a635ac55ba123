import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Regulation } from '../../model/regulation.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { withProvisions } from '../../samples/sample-provision.ts';
import { byJurisdiction, provisionsTouching } from './regulation-view.ts';

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

test('regulations stand together by jurisdiction', () => {
	const law = (short: string, jurisdiction: string) => ({ short, jurisdiction }) as Regulation;
	const groups = byJurisdiction([law('B', 'Union'), law('A', 'Kingdom'), law('C', 'Union')]);
	assert.deepEqual(
		groups.map(({ jurisdiction, regulations }) => [jurisdiction, ...regulations.map(({ short }) => short)]),
		[
			['Kingdom', 'A'],
			['Union', 'B', 'C'],
		],
	);
});
