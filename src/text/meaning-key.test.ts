import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meaningKeys } from './meaning-key.ts';

const other: readonly (readonly [string, string])[] = [
	['1.5 times the fee', '15 times the fee'],
	['1,000 EUR', '10,00 EUR'],
	['orders ≤ 50 EUR', 'orders ≥ 50 EUR'],
	['orders < 50 EUR', 'orders > 50 EUR'],
	['a credit of -5 EUR', 'a credit of 5 EUR'],
	['a credit of -€5', 'a credit of €5'],
	['3-5 days', '3,5 days'],
	['3-5 days', '35 days'],
	['5 10', '510'],
	['$50', '€50'],
	['5%', '5‰'],
	['mail ✓', 'mail ✗'],
	['mail ✓', 'mail'],
	['before 17:00', 'before 1700'],
	['split 70:30', 'split 30:70'],
	['1/2 of it', '12 of it'],
	['18+', '18'],
	['20°', '20'],
	['you owe us', 'we owe you'],
];
const same: readonly (readonly [string, string])[] = [
	['The "Service" means the site.', 'the “Service” means the site'],
	["the user's own", 'the user’s own'],
	['e-mail', 'email'],
	['we – and you – agree', 'we - and you - agree'],
	['3-5 days', '3 – 5 days'],
	['1.5 times the fee.', '1.5 times  the fee'],
	['YOU MAY NOT', 'you may not'],
	['at night; at noon', 'at night, at noon'],
	['home > terms', 'home › terms'],
	['mail ✓', 'mail ✔'],
];

test('signs that carry a meaning tell sentences apart', () => {
	for (const [one, another] of other)
		assert.notEqual(meaningKeys(one).key, meaningKeys(another).key, `${one} / ${another}`);
});

test('case, quotes, stops, white space and the dashes between words do not', () => {
	for (const [one, another] of same)
		assert.equal(meaningKeys(one).key, meaningKeys(another).key, `${one} / ${another}`);
});

test('a part of a text has the key that it has alone', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (before, words) => {
			const whole = `${before} ${words} `;
			const alone = meaningKeys(words);
			assert.deepEqual(meaningKeys(whole, before.length + 1, before.length + 1 + words.length), alone);
		}),
	);
});

test('nothing to read has the key 0', () => {
	for (const nothing of ['', ' \t', '*** — "…"'])
		assert.deepEqual(meaningKeys(nothing), { key: 0, letters: 0 });
});
