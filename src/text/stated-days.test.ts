import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { statedDays } from './stated-days.ts';

const read = (line: string): string[] => statedDays(line, null).map(({ says, day }) => `${says} ${day}`);

const stating: readonly (readonly [line: string, ...said: string[]])[] = [
	['Effective 3 May 2026', 'effective 2026-05-03'],
	['Effective Date: [3 May 2026]', 'effective 2026-05-03'],
	['**Effective as of:** 3rd May, 2026', 'effective 2026-05-03'],
	['Last Updated: 3 May 2026. Effective Date: 1 June 2026', 'updated 2026-05-03', 'effective 2026-06-01'],
	['Effective 1 June 2026 | Print this page | Earlier versions', 'effective 2026-06-01'],
	['Effective 1 June 2026 (archived versions)', 'effective 2026-06-01'],
	['Privacy NoticeLast modified: 2026-05-03', 'updated 2026-05-03'],
	['Last modified on 05/31/2026 See prior versions of this notice', 'updated 2026-05-31'],
	['These Terms of Use are effective as of 3 May 2026 and replace all others.', 'effective 2026-05-03'],
	[
		'This version of our Terms will go into effect on 3 May 2026. Until then, the current one applies.',
		'effective 2026-05-03',
	],
	['Our new policy takes effect on 3 May 2026. Read the current policy here.', 'effective 2026-05-03'],
	['(Revised on 3 May 2026)', 'updated 2026-05-03'],
	['Stand: 1. April 2025', 'updated 2025-04-01'],
	['Letzte Aktualisierung: 01.04.2025', 'updated 2025-04-01'],
	['Diese Nutzungsbedingungen gelten ab dem 1. Mai 2026.', 'effective 2026-05-01'],
	['Gültig ab 1. Mai 2026', 'effective 2026-05-01'],
	['Inkrafttreten: 1. Mai 2026', 'effective 2026-05-01'],
	['Dernière mise à jour : 1er mars 2024', 'updated 2024-03-01'],
	['En vigueur à compter du 1er mars 2024', 'effective 2024-03-01'],
	['Última actualización: 28 de junio de 2025', 'updated 2025-06-28'],
	['En vigor desde el 28 de junio de 2025', 'effective 2025-06-28'],
	['Ultimo aggiornamento: 3 maggio 2019', 'updated 2019-05-03'],
	['Em vigor a partir de 1 de março de 2024', 'effective 2024-03-01'],
	['Laatst bijgewerkt op 12 mei 2020', 'updated 2020-05-12'],
	['Senast uppdaterad den 3 maj 2026', 'updated 2026-05-03'],
	['Obowiązuje od 15 października 2021', 'effective 2021-10-15'],
	['最終更新日：2024年3月1日', 'updated 2024-03-01'],
	['2024年3月1日 施行', 'effective 2024-03-01'],
];

test('a line that names its own day is read, in several languages', () => {
	for (const [line, ...said] of stating) assert.deepEqual(read(line), said, line);
});

const silent: readonly string[] = [
	'3 May 2026',
	'Last updated: May 2026',
	'We’re updating our Terms. The updates go into effect on 3 May 2026. Read the new terms.',
	'We are updating our policy, effective 3 May 2026. You can preview it here.',
	'Effective until 3 May 2026',
	'Effective from 02-08-2021 to 24-05-2023',
	'The previous terms were last updated on 3 May 2026.',
	'Earlier versions: effective 3 May 2026',
	'Effective for existing users on 3 May 2026',
	'This Policy takes effect on 3 May 2026 for new users.',
	'Effective Date outside the EEA: 3 May 2026',
	'If you signed up before the terms that are effective 3 May 2026, others apply.',
	'Effective as of 3 May 2026, the platform will ask for activity within 28 days.',
	'The addendum that you agreed to, as amended by the parties pursuant to the schedule effective 3 May 2026, is ended.',
	'These Terms originally went into effect on 3 May 2026.',
	'Regulation (EU) 2016/679 of the European Parliament, in force since 25 May 2018',
	'The loyalty programme has been discontinued as of 1 January 2026.',
	'Published 3 May 2026',
	'Gültig bis 1. Mai 2026',
	'Die bisherige Fassung vom 1. Mai 2026 finden Sie hier.',
	'Version antérieure, en vigueur le 1er mars 2024',
];

test('a day that a line only mentions, or that holds for some alone, is not read', () => {
	for (const line of silent) assert.deepEqual(read(line), [], line);
});

test('a day that can be read in two ways is a day of which nothing is known', () => {
	assert.deepEqual(statedDays('Last updated: 03/04/2026', null), [{ says: 'updated', day: null }]);
	assert.deepEqual(statedDays('Last updated: 03/04/2026', 'day'), [{ says: 'updated', day: '2026-04-03' }]);
});

test('no text without one of the words states a day', () => {
	const word = fc.constantFrom(
		'we',
		'ship',
		'boxes',
		'3 May 2026',
		'2026-05-03',
		'on',
		'from',
		'.',
		':',
		'(',
		'|',
		'user',
	);
	fc.assert(fc.property(fc.array(word), (words) => assert.deepEqual(statedDays(words.join(' '), null), [])));
});

test('a hostile line is read in one pass', () => {
	const long = 'effective from on of the '.repeat(20_000);
	assert.deepEqual(read(`${long}3 May 2026`), []);
	assert.equal(read('Effective: 3 May 2026 | '.repeat(5_000)).length, 5_000);
});
