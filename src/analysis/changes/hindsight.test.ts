import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../model/change.ts';
import type { Version } from '../../model/version.ts';
import { built, sampleVersion } from '../../samples/sample-agreement.ts';
import { describeChanges } from './describe-changes.ts';

function between(before: string, after: string, origin: Version['origin'] = 'record'): Change {
	const days = ['2026-01-01', '2026-03-01'];
	const versions = days.map(
		(day, index): Version => ({ ...sampleVersion(day, index), origin, evidence: { sources: [] } }),
	);
	return describeChanges(versions, built([before, after]))[1] as Change;
}

function labelOf(before: string, after: string): string {
	const { rank, hindsight } = between(before, after);
	assert.equal(rank === 'prominent', hindsight === null, after.slice(-200));
	return hindsight?.label ?? '';
}

const rules = [
	'You pay the fees that stand in our list of prices, within 30 days of our invoice.',
	'We may change the fees once a year and will tell you of it two months before.',
	'You keep all rights in the content that you put into the service, and we may host it for you.',
	'We remove content that breaks the law as soon as we hear of it, and tell its author why.',
	'You may close your account whenever you like, and we delete what it holds within a month.',
	'A claim is to be brought before the courts of the town in which the company has its seat.',
	'Whoever is under sixteen years old needs the consent of a parent before an account is opened.',
	'The service is offered as it is, and nobody may rely on more than what these terms say.',
];
const terms = ['# Terms of the service', ...rules].join('\n\n');

test('a box that ends in a button and binds nobody is furniture; a clause with a link is not', () => {
	const box = (said: string, button = '[Get it now](https://example.org/guide)') =>
		labelOf(terms, `${terms}\n\n### For makers\n\n${said}\n\n${button}`);
	assert.equal(
		box('A short guide to seven ways of earning, from the first sale to the hundredth.'),
		'furniture',
	);
	assert.equal(box('Ask the helpful crowd in our forum and meet those who know it all!'), 'furniture');
	assert.equal(box('You must not sell what the guide shows to anybody else.'), '');
	assert.equal(box('You must not sell what the guide shows to anybody else!'), '');
	assert.equal(
		box('A short guide to seven ways of earning.', '[Rules for sellers](https://example.org/r)'),
		'',
	);
	assert.equal(box('Das Lager für sieben Arten des Verdienens vom ersten Verkauf an.'), '');
});

test('a notice is furniture, in a banner of several sentences too; how changes are announced is a rule', () => {
	const banner = (name: string) =>
		`${name} We have updated our terms and our privacy policy to reflect the new name. ${'Our pictures stay what they were and so do our prices. '.repeat(8)}`;
	assert.equal(
		labelOf(
			`${banner('Tern Limited has changed its name to Auk Limited.')}\n\n${terms}`,
			`${banner('The Tern company is now Auk.')}\n\n${terms}`,
		),
		'furniture',
	);
	const reflects = 'These terms reflect our updated annex on transfers of 27 September 2021.';
	assert.equal(labelOf(`${reflects}\n\n${terms}`, terms), 'furniture');
	const change = (days: number) =>
		`${terms}\n\nWe may change these terms, and changes take effect ${days} days after we told you.`;
	assert.equal(labelOf(change(30), change(7)), '');
	assert.equal(labelOf(change(30), change(30).replace('told you', 'put them on this page')), '');
});

test('what stands on a page beside its agreement is furniture', () => {
	const at = (before: string, after: string) => labelOf(`${terms}\n\n${before}`, `${terms}\n\n${after}`);
	assert.equal(at('', 'You are now being directed to the site of the harbour office'), 'furniture');
	assert.equal(at('', 'You are now responsible for the account of your child and for what it buys.'), '');
	assert.equal(
		at(
			'You conclude the agreement on futures ([HERE](https://example.org/f)) before you trade.',
			'You conclude the [agreement on futures](https://example.org/f) before you trade.',
		),
		'furniture',
	);
	assert.equal(at('Your mobile number, ex: 12345678', 'Your mobile number, ex: 98765432'), 'furniture');
	assert.equal(at('Your deposit in euros: 12345678', 'Your deposit in euros: 98765432'), '');
	assert.equal(
		at(
			'',
			'.menu{position:relative;height:30px;} .menu a{float:left;} and so it goes on for the whole of the page',
		),
		'furniture',
	);
	const chat = '© 2026 Tern. All rights reserved. Hello, I am Kit, what can I help you with today?';
	assert.equal(at(chat, '© 2026 Tern. All rights reserved.'), 'furniture');
	const entries = ['Boats', 'Sails', 'Ropes', 'Anchors', 'Charts', 'Lamps', 'Paint', 'Oars', 'Flags'];
	const menu = entries.map((entry) => `* ${entry}`).join('\n');
	const boast = 'Tern is the leading house for boats. We make it easy to find the one that you dream of.';
	assert.equal(at('', `${menu}\n\n${boast}`), 'furniture');
	assert.equal(at(menu, `${menu}\n\n${boast}`), '', 'the menu had been there before: this came alone');
});

test('marks of footnotes are furniture, numbers in brackets by themselves are not', () => {
	const marked = terms
		.replace('our invoice.', 'our invoice[3].')
		.replace('an account is', 'an account[12] is');
	assert.equal(labelOf(terms, marked), 'furniture');
	const sheet = (days: string) => `${terms}\n\nThe notice is given within ${days} days in writing.`;
	assert.equal(labelOf(sheet('[30]'), sheet('[14]')), '');
	const row = (cell: string) => `${terms}\n\n| Data | Why |\n| --- | --- |\n| Mail | ${cell} |`;
	assert.equal(
		labelOf(row('To answer legal requests of courts'), row('To answer legal requests[60] of courts')),
		'furniture',
	);
	assert.equal(labelOf(row('✓'), row('✗')), '');
});

test('an agreement of which only a part had been captured is captured in full, and one that grew is changed', () => {
	const whole = `${terms}\n\n${rules.map((rule) => `${rule.replace('.', ', at sea as well as on land, by day and by night.')}`).join('\n\n')}`;
	const part = ['# Terms of the service', ...rules.slice(0, 4)].join('\n\n');
	assert.equal(labelOf(part, `${part}\n\n${whole.slice(whole.indexOf(rules[4] as string))}`), 'filled');
	const rest = whole.slice(whole.indexOf(rules[4] as string));
	const foot = 'Whoever has a question about any of this may write to the office in the harbour.';
	assert.equal(labelOf(`${part}\n\n${foot}`, `${part}\n\n${rest}\n\n${foot}`), 'filled');
	assert.equal(labelOf(part, `${part}\n\n# Terms of the shop\n\n${rest}`), '', 'an annex');
	assert.equal(labelOf(part.replace('once a year', 'at any time'), `${part}\n\n${whole}`), '');
	assert.equal(labelOf('Something went wrong on our side.', whole), 'filled');
	assert.equal(labelOf(terms, whole), '');
});

test('a page that names an earlier month, or became a collection with an older edition first, shows another edition', () => {
	const dated = (day: string, limit: string) => `# Terms\n\n${day}\n\n${terms.replace('once', limit)}`;
	assert.equal(labelOf(dated('Updated: May 2024', 'once'), dated('Updated: January 2024', 'twice')), 'older');
	assert.equal(labelOf(dated('Updated: May 2024', 'once'), dated('Updated: June 2024', 'twice')), '');
	assert.equal(labelOf(dated('Updated: 20 May 2024', 'once'), dated('Updated: May 2024', 'twice')), '');
});

test('a page that binds nobody, in the place of the agreement, is another page; a new edition is none', () => {
	const praise = Array.from(
		{ length: 30 },
		(_, at) =>
			`### Reason ${at}\n\nThe sea is wide, the boats are bright, and the harbour sings ${at} songs.`,
	);
	const advert = `# Sail with Tern\n\n${praise.join('\n\n')}`;
	const agreement = `# Terms of service\n\nThese terms govern your use of the service.\n\n${terms}`;
	assert.equal(labelOf(agreement, advert), 'other-page');
	assert.equal(labelOf(advert, agreement), 'other-page');
	const edition = `# Terms of service\n\nThese terms are a binding agreement between you and Tern.\n\n${rules.map((rule) => rule.split(' ').toReversed().join(' ')).join('\n\n')}\n\nYou must not harm others, you agree to pay what you owe, and we are not liable for any loss unless the law requires it.`;
	assert.equal(labelOf(agreement, edition), '');
});
