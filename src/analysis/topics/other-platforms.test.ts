import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agreement, Platform, Provision } from '../../model/archive.ts';
import type { TopicFinding } from '../../model/topic.ts';
import { leastLikeness, othersLike, othersOn } from './other-platforms.ts';

const platforms = [
	platformOf('Tern', [
		['arbitration', 'An arbitrator in Oban decides any dispute between us, and no court does.'],
	]),
	platformOf('Skua', [
		['arbitration', 'You may reject this clause by a letter to us.'],
		['arbitration', 'Any dispute is decided by an arbitrator, and not by a court.'],
	]),
	platformOf('Gannet', [['arbitration', 'Arbitration takes place in Cork alone.']]),
	platformOf('Shag', [['arbitration', 'Disputes and arbitration']]),
	platformOf('Auk', [['fees', 'An arbitrator in Oban decides any dispute between us, and no court does.']]),
	platformOf('Kittiwake', [
		['arbitration', 'An arbitrator in Oban decides any dispute between us, and no court does.', 3],
	]),
];
const [tern] = platforms as [Platform];

test('of each other platform the clause most like the quote stands there, most alike first', () => {
	const others = othersLike(
		{ platforms },
		tern,
		'arbitration',
		'An arbitrator in Oban decides any dispute, no court.',
	);
	assert.deepEqual(
		others.map(({ platform, finding }) => [platform.name, finding.quote]),
		[
			['Skua', 'Any dispute is decided by an arbitrator, and not by a court.'],
			['Gannet', 'Arbitration takes place in Cork alone.'],
		],
	);
});

test('a clause on another topic, a heading, one that went out, and the own platform’s are no others', () => {
	const names = othersLike({ platforms }, tern, 'arbitration', 'dispute').map(
		({ platform }) => platform.name,
	);
	assert.deepEqual(names.sort(), ['Gannet', 'Skua']);
	assert.deepEqual(othersLike({ platforms }, tern, 'no-such-topic', 'dispute'), []);
});

test('what shares the topic alone is not set beside a provision', () => {
	const quote = { exact: 'An arbitrator in Oban decides any dispute between us, and no court does.' };
	const provision = { platform: tern, topic: 'arbitration', quote } as Provision;
	const others = othersOn({ platforms }, provision);
	assert.deepEqual(
		others.map(({ platform }) => platform.name),
		['Skua'],
	);
	assert.ok(others.every(({ likeness }) => likeness >= leastLikeness));
});

function platformOf(name: string, clauses: readonly (readonly [string, string, number?])[]): Platform {
	const findings = clauses.map(([topic, quote, until = null], clause) => ({ topic, quote, until, clause }));
	const agreement = {
		name: 'Terms',
		versions: [],
		retired: null,
		topics: { findings: findings as unknown as TopicFinding[], spans: {}, stays: {} },
	};
	return { name, slug: name.toLowerCase(), agreements: [agreement as unknown as Agreement] };
}
