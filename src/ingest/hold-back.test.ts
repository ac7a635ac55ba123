import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareWithRecorded } from './compare-texts.ts';
import { alternatingHold, isReplaced, takenFrom, unsteadyHold } from './hold-back.ts';
import { profileOf } from './text-profile.ts';

const subjects = [
	'content',
	'account',
	'payment',
	'refund',
	'device',
	'message',
	'profile',
	'licence',
	'order',
	'claim',
];
const verbs = ['keep', 'use', 'change', 'delete', 'share', 'store'];
/** Sixty different sentences of an agreement. */
const clauses = subjects.flatMap((subject) =>
	verbs.map(
		(verb) => `We may ${verb} your ${subject} under these terms if you agree to it or the law allows it.`,
	),
);
const agreement = clauses.join('\n');
const codeOf = (candidate: string, recorded = agreement) =>
	compareWithRecorded(candidate, recorded, '').hold?.code ?? null;

describe('a changed text', () => {
	for (const [what, text] of [
		['with a clause more', [...clauses, 'You must be sixteen years old to use the service.'].join('\n')],
		['with a clause less', clauses.slice(1).join('\n')],
		['with its first half dropped', clauses.slice(30).join('\n')],
		['with its second half dropped and a date changed', ['As of 2025.', ...clauses.slice(0, 30)].join('\n')],
		['in another order', clauses.toReversed().join('\n')],
	] as const) {
		test(`is believed ${what}`, () => assert.equal(codeOf(text), null));
	}

	test('that has no sentence of the recorded one waits until it has stood for a day', () => {
		const rewritten = clauses.map(
			(_, at) => `Users agree that the provider's liability for damage number ${at} is limited by law.`,
		);
		assert.equal(codeOf(rewritten.join('\n')), 'replaced');
	});

	test('that lost most of its letters is held', () => {
		assert.equal(codeOf(clauses.slice(40, 50).join('\n')), 'lost');
	});

	test('that breaks off in the middle of a sentence is held', () => {
		assert.equal(codeOf(agreement.slice(0, agreement.length / 2)), 'cut');
	});

	test('that lost its last sentence alone is believed, and one that lost a tenth is not', () => {
		assert.equal(codeOf(clauses.slice(0, -1).join('\n')), null);
		assert.equal(codeOf(clauses.slice(0, -6).join('\n')), 'cut');
	});

	test('that is the recorded one with a banner or a menu at its edge waits for a person', () => {
		const banner = 'Try our new plan for teams: 30 % off until Friday, and two months for free.';
		const hold = compareWithRecorded([banner, ...clauses].join('\n'), agreement, '').hold;
		assert.equal(hold?.code, 'notice');
		assert.match(hold?.reason ?? '', /“Try our new plan for teams/);
		const menu = ['Home', 'Our products', 'Prices', 'Stories of birds', 'Jobs', 'Help'];
		assert.equal(codeOf([...clauses, ...menu].join('\n')), 'notice');
	});

	test('into which a question for consent came is held wherever it stands', () => {
		const consent = ['We use cookies to show you what you like on this page.', 'Accept all', 'Reject all'];
		assert.equal(codeOf([...clauses.slice(0, 9), ...consent, ...clauses.slice(9)].join('\n')), 'notice');
	});

	test('that has a new date at its top or a new address at its end is believed', () => {
		const text = ['Last updated: 5 May 2025', ...clauses, 'Write to mail@tern.example.'].join('\n');
		assert.equal(codeOf(text), null);
	});

	test('of which little is left, and that little no agreement, is believed by no time', () => {
		const left = [...clauses.slice(0, 2), 'Please come back in an hour or two, and thank you.'];
		const { hold } = compareWithRecorded(left.join('\n'), agreement, '');
		assert.equal(hold?.code, 'doubtful');
		assert.match(hold?.reason ?? '', /only \d+ % of the recorded text is left/);
	});

	test('in another language is held, and named', () => {
		const german = clauses.map(
			(_, at) =>
				`Wir dürfen Ihre Inhalte im Rahmen von Ziffer ${at} dieser Bedingungen nur nutzen, wenn Sie zustimmen.`,
		);
		const hold = compareWithRecorded(german.join('\n'), agreement, '').hold;
		assert.equal(hold?.code, 'language');
		assert.match(hold?.reason ?? '', /in German, while .* in English/);
	});

	test('that reads like no agreement at all is held', () => {
		const shop = clauses.map(
			(_, at) => `Blue woollen winter jacket size ${at} with two deep pockets and a warm hood.`,
		);
		assert.equal(codeOf(shop.join('\n')), 'foreign');
	});
});

test('a text of another agreement is told by its phrases, whatever was changed around them', () => {
	const other = clauses.map(
		(_, at) => `Cookie number ${at} stays on this machine for a month and is read by nobody else.`,
	);
	const [recorded, elsewhere] = [profileOf(agreement), profileOf(other.join('\n'))];
	const candidate = profileOf(['# Notice', ...other, 'Contact us.'].join('\n'));
	assert.ok(isReplaced(candidate, recorded));
	assert.match(takenFrom(candidate, elsewhere, 'Cookie Policy')?.reason ?? '', /Cookie Policy/);
	assert.ok(!isReplaced(profileOf([...clauses, ...other].join('\n')), recorded));
});

test('a text alternates that was given up within the last month, and no longer ago', () => {
	const left = [{ textHash: 'a', until: '2024-05-06T04:12:00.000Z' }];
	assert.equal(alternatingHold('a', left, new Date('2024-06-04T00:00:00Z'))?.code, 'alternating');
	assert.equal(alternatingHold('a', left, new Date('2024-06-06T00:00:00Z')), null);
	assert.equal(alternatingHold('b', left, new Date('2024-05-07T00:00:00Z')), null);
});

test('two fetches differ in their words, not in their links', () => {
	const fetched = (target: string, word: string) =>
		profileOf(`${agreement}\n\n[${word}](https://tern.example/?${target})`);
	assert.equal(unsteadyHold(fetched('1', 'More'), fetched('2', 'More')), null);
	assert.equal(unsteadyHold(fetched('1', 'More'), fetched('1', 'Less'))?.code, 'unsteady');
});
