import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Change, changeClasses, hasPage } from '../../model/change.ts';
import type { Version } from '../../model/version.ts';
import { history } from '../../samples/invented-history.ts';
import { agreementOf, built, sampleVersion } from '../../samples/sample-agreement.ts';
import { dayLength } from '../../text/day-length.ts';
import { sentence } from './change-summary.ts';
import { describeChanges } from './describe-changes.ts';

/** A text (null where it is past the bounds of a ledger), the day on which it was fetched, whether the archive's own tools made it, and why it was recorded if it had been held back. */
type Step = readonly [day: string, text: string | null, origin?: Version['origin'], accepted?: string];

function describe(...steps: readonly Step[]): Change[] {
	const versions = steps.map(
		([day, , origin = 'record', accepted], index): Version => ({
			...sampleVersion(day, index),
			origin,
			evidence: { sources: [], ...(accepted === undefined ? {} : { accepted }) },
		}),
	);
	return describeChanges(versions, built(steps.map(([, text]) => text)));
}

const english = [
	'# Terms of the service',
	'## Fees',
	'1. You pay the fees that stand in our list of prices, within 30 days of our invoice.',
	'2. We may change the fees once a year and will tell you of it two months before.',
	'## Content',
	'3. You keep all rights in the content that you put into the service, and we may host it for you.',
	'4. We remove content that breaks the law as soon as we hear of it.',
].join('\n\n');
const german = [
	'# Bedingungen des Dienstes',
	'## Entgelte',
	'1. Sie zahlen die Entgelte, die in unserer Preisliste stehen, innerhalb von 30 Tagen nach unserer Rechnung.',
	'2. Wir dürfen die Entgelte einmal im Jahr ändern und teilen es Ihnen zwei Monate vorher mit.',
	'## Inhalte',
	'3. Sie behalten alle Rechte an den Inhalten, die Sie in den Dienst geben, und wir dürfen sie für Sie speichern.',
].join('\n\n');

const french = [
	'# Conditions du service',
	'1. Vous payez les frais qui figurent dans notre liste de prix, dans les 30 jours de notre facture.',
	'2. Nous pouvons modifier les frais une fois par an et vous le dirons deux mois avant.',
	'3. Vous conservez tous les droits sur les contenus que vous mettez dans le service, et nous pouvons les garder.',
].join('\n\n');

function classAfter(text: string, origin: Version['origin'] = 'record'): string | undefined {
	return describe(['2026-01-01', english], ['2026-03-01', text, origin]).at(-1)?.class;
}

test('the first version is a first record', () => {
	assert.equal(describe(['2026-01-01', english])[0]?.class, 'first');
});

test('a text that is not followed is folded, and the next one is compared with the last that was', () => {
	const shorter = english.replace('30 days', '14 days');
	const changes = describe(
		['2026-01-01', null],
		['2026-02-01', english],
		['2026-03-01', null],
		['2026-04-01', shorter],
		['2026-05-01', null],
		['2026-06-01', shorter],
	);
	assert.deepEqual(
		changes.map(({ class: kind, rank, counts }) => [kind, rank, counts.added + counts.removed]),
		[
			['unfollowed', 'folded', 0],
			['first', 'low', 0],
			['unfollowed', 'folded', 0],
			['numbers', 'prominent', 0],
			['unfollowed', 'folded', 0],
			['cosmetic', 'folded', 0],
		],
	);
	assert.equal(changes[3]?.counts.number, 1);
});

test('each kind of difference has its class', () => {
	assert.equal(classAfter(english.replace('once a year', 'at any time')), 'substantive');
	assert.equal(classAfter(english.replace('30 days', '14 days')), 'numbers');
	const priced = (price: string): string =>
		`${english}\n\n5. We are liable for no more than ${price} a year.`;
	assert.equal(
		describe(['2026-01-01', priced('£500')], ['2026-03-01', priced('€500')]).at(-1)?.class,
		'numbers',
	);
	assert.equal(classAfter(german), 'language');
	assert.equal(classAfter([english, german, french].join('\n\n')), 'language');
	assert.equal(classAfter('Please enable cookies.'), 'lost');
	assert.equal(classAfter(''), 'lost');
	assert.equal(classAfter(english.replace('3. You', '4. You').replace('4. We', '5. We')), 'cosmetic');
	const paragraphs = english.split('\n\n');
	assert.equal(
		classAfter(
			paragraphs
				.toSpliced(2, 1)
				.toSpliced(5, 0, paragraphs[2] as string)
				.join('\n\n'),
		),
		'reordered',
	);
	assert.equal(classAfter(`${english}\n\n[Careers](/jobs)`), 'minor');
	assert.equal(classAfter(english.replace('## Content\n\n', ''), 'technical'), 'technical');
	assert.equal(classAfter(english.replace('once a year', 'at any time'), 'technical'), 'substantive');
	assert.equal(classAfter(english.replace('the fees', 'the [fees](/fees)')), 'cosmetic');
	const rule = 'Nobody may rely on more than what these terms say.';
	const twice = describe(
		['2026-01-01', `${rule}\n\n${english}`],
		['2026-03-01', `${rule}\n\n${english}\n\n${rule}`],
	);
	assert.equal(twice[1]?.class, 'cosmetic');
});

test('a cosmetic change says what differs', () => {
	const linked = english.replace('our list', '[our list](/prices?ref=1)');
	const parts = (before: string, after: string) =>
		describe(['2026-01-01', before], ['2026-03-01', after])[1]?.cosmetic;
	assert.deepEqual(parts(linked, linked.replace('ref=1', 'ref=2')), ['links']);
	assert.deepEqual(parts(english, english.replace('the fees', '**the fees**')), ['markup']);
	assert.deepEqual(parts(english, english.replace('the fees', 'the “Fees”')), ['typography']);
	const dated = `${english}\n\nLast updated: 3 March 2025`;
	assert.deepEqual(parts(dated, dated.replace('3 March 2025', '17 June 2026')), ['dates']);
	assert.deepEqual(parts(english, english.replace('3. You', '7. You')), ['numbering']);
	assert.deepEqual(parts(english, english.replace('invoice.\n\n2. We', 'invoice. We')), ['cuts']);
});

test('a text that comes back within 30 days is a flap, a later one is a change', () => {
	const other = english.replace('once a year', 'at any time');
	const soon = describe(['2026-01-01', english], ['2026-01-10', other], ['2026-01-20', english]);
	const late = describe(['2026-01-01', english], ['2026-01-10', other], ['2026-03-20', english]);
	assert.equal(soon[2]?.class, 'flap');
	assert.equal(late[2]?.class, 'substantive');
});

test('hindsight marks what was undone and lowers its rank, and leaves its page and address', () => {
	const other = english.replace('once a year', 'at any time');
	const [, before] = describe(['2026-01-01', english], ['2026-01-10', other]);
	const [, after] = describe(['2026-01-01', english], ['2026-01-10', other], ['2026-01-20', english]);
	assert.deepEqual([before?.rank, after?.rank], ['prominent', 'low']);
	assert.deepEqual(after?.hindsight, {
		label: 'undone',
		on: '2026-01-20T04:00:00Z',
		commit: '2'.padStart(40, '0'),
	});
	assert.deepEqual([before?.class, before?.day], [after?.class, after?.day]);
});

test('a lost text is recovered by its return, and prominent when it stays lost', () => {
	const stub = 'Please enable cookies.';
	const after = (text: string) =>
		describe(['2026-01-01', english], ['2026-02-01', stub], ['2026-03-10', text]);
	const back = after(english);
	assert.deepEqual([back[1]?.class, back[2]?.class], ['lost', 'recovered']);
	const changed = after(english.replace('once a year', 'at any time'))[2];
	assert.deepEqual([changed?.class, changed?.base, changed?.counts.reworded], ['substantive', 0, 1]);
	const gone = describe(
		['2026-01-01', english],
		['2026-02-01', stub],
		['2026-04-01', `${stub} Now.`],
		['2026-05-01', `${stub} Or later on.`],
	);
	assert.equal(gone[1]?.rank, 'prominent');
});

test('a text that a person accepted is no failed capture, however little it is', () => {
	const rest = 'We no longer offer this service.';
	const because = (accepted: string) =>
		describe(['2026-01-01', english], ['2026-02-01', rest, 'record', accepted])[1] as Change;
	const byHand = because('by hand on 2026-02-01 (lost): the service has ended');
	assert.deepEqual(
		[byHand.class, byHand.rank, sentence(byHand)],
		['lost', 'prominent', 'Most of the text is gone'],
	);
	const byRule = because('by rule (lost), the same text since 2026-01-30');
	assert.deepEqual([byRule.class, byRule.rank], ['lost', 'low']);
	assert.match(sentence(byRule), /may be a failed capture/);
});

test('the second version of a day has its number, in commit order', () => {
	const days = describe(['2026-01-01', 'a'], ['2026-01-01', 'b'], ['2025-12-01', 'c'], ['2026-01-01', 'd']);
	assert.deepEqual(
		days.map(({ day }) => day),
		['2026-01-01', '2026-01-01-2', '2025-12-01', '2026-01-01-3'],
	);
});

test('a version classified stays as it is, whatever comes after it', () => {
	fc.assert(
		fc.property(history, fc.array(fc.nat(50), { minLength: 12, maxLength: 12 }), (texts, gaps) => {
			let at = Date.parse('2024-01-01');
			const steps = texts.map((text, index): Step => {
				at += (gaps[index] ?? 0) * dayLength;
				return [new Date(at).toISOString().slice(0, 10), text];
			});
			const fixed = (changes: readonly Change[]) =>
				changes.map(({ class: decided, cosmetic, counts, day }) => ({ decided, cosmetic, counts, day }));
			const [whole, part] = [describe(...steps), describe(...steps.slice(0, -1))];
			assert.deepEqual(fixed(part), fixed(whole).slice(0, -1));
			for (const change of whole) {
				assert.ok(changeClasses.includes(change.class));
				assert.ok(sentence(change).length > 0);
				// Hindsight moves ranks among pages; it cannot give a page to a folded change.
				assert.equal(change.rank !== 'folded', hasPage(change));
			}
		}),
	);
});

test('the sentence counts, names the sections and says nothing else', () => {
	const after = english
		.replace('once a year', 'at any time')
		.concat('\n\n5. We keep copies for ten days after you delete your content.');
	const [, change] = describe(['2026-01-01', english], ['2026-03-01', after]);
	assert.equal(sentence(change as Change), '1 clause added, 1 reworded, in Fees and Content');
	assert.deepEqual([change?.wordsIn, change?.wordsOut], [14, 3]);
});

test('a few changed clauses are named each, of many the headings above them', () => {
	const titles = ['Orders', 'Prices', 'Delivery', 'Refunds', 'Gifts'];
	const clauses = titles.map((title, at) => `**2.${at + 1} ${title}.** We decide on ${title} as we like.`);
	const text = [
		'# Terms',
		'## 2. The shop',
		...clauses,
		'2.9 Whatever else comes up is for us to decide.',
	].join('\n\n');
	const sentenceAfter = (after: string) =>
		sentence(describe(['2026-01-01', text], ['2026-03-01', after])[1] as Change);
	assert.equal(
		sentenceAfter(text.replace('else comes', 'more comes')),
		'1 clause reworded, in The shop (2.9)',
	);
	const two = text.replace('on Orders as', 'about Orders as').replace('on Gifts as', 'about Gifts as');
	assert.equal(sentenceAfter(two), '2 clauses reworded, in 2.1 Orders and 2.5 Gifts');
	assert.equal(sentenceAfter(text.replaceAll('We decide', 'You decide')), '5 clauses reworded, in The shop');
});

test('an answer in a cell is no slight matter, in words or in a sign', () => {
	const table = (mail: string, phone: string): string =>
		`${english}\n\n| Data | Sold |\n| --- | --- |\n| Mail | ${mail} |\n| Phone | ${phone} |`;
	for (const [one, other] of [
		['Yes', 'No'],
		['✓', '–'],
		['●', '○'],
		['x', ''],
	] as const) {
		const after = describe(['2026-01-01', table(one, other)], ['2026-03-01', table(other, one)]).at(-1);
		assert.equal(after?.rank, 'prominent', one);
	}
});

test('a column that came into a table is one change of it, however many rows have it', () => {
	const table = (...rows: readonly (readonly string[])[]): string =>
		rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
	const rule = (width: number): readonly string[] => Array.from({ length: width }, () => '---');
	const names = ['Ann', 'Bea', 'Cid', 'Dan', 'Eve'];
	const before = table(['Name', 'Since'], rule(2), ...names.map((name, at) => [name, `20${20 + at}`]));
	const after = table(
		['Name', 'Since', 'Where she works'],
		rule(3),
		...names.map((name, at) => [name, `20${20 + at}`, at === 2 ? '' : 'in the house by the well']),
	);
	const [, change] = agreementOf(['2026-01-01', before], ['2026-02-01', after]).changes;
	assert.equal(change?.counts.reworded, 1);
	assert.ok((change?.wordsIn ?? 0) > 20);
});
