import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderShown, writtenDays } from './written-days.ts';

const read = (text: string, order: 'day' | 'month' | null = null): (string | null)[] =>
	writtenDays(text, order).map(({ day }) => day);

const writings: readonly (readonly [string, string])[] = [
	['Effective July 26, 2022', '2022-07-26'],
	['1st of June 2024', '2024-06-01'],
	['Jan. 5th 2024', '2024-01-05'],
	['01-Jan-2024', '2024-01-01'],
	['Modified: May, 14, 2025', '2025-05-14'],
	['23. September 2024', '2024-09-23'],
	['Stand: 01.09.21', '2021-09-01'],
	['1er mars 2024', '2024-03-01'],
	['28 de junio de 2025', '2025-06-28'],
	['1º de março de 2024', '2024-03-01'],
	['3 maggio 2019', '2019-05-03'],
	['12 mei 2020', '2020-05-12'],
	['15 października 2021', '2021-10-15'],
	['12 мая 2023 г.', '2023-05-12'],
	['3 Mayıs 2024', '2024-05-03'],
	['2024年3月1日', '2024-03-01'],
	['2024년 5월 1일부터', '2024-05-01'],
	['2022-12-15T16:58:48Z', '2022-12-15'],
	['07/19/2022', '2022-07-19'],
	['20/02/2026', '2026-02-20'],
];

test('days are read in the languages that agreements are published in', () => {
	for (const [text, day] of writings) assert.deepEqual(read(text), [day], text);
});

test('what day and month are in 03/04/2025 is told by what is known of its order alone', () => {
	assert.deepEqual(read('03/04/2025'), [null]);
	assert.deepEqual(read('03/04/2025', 'day'), ['2025-04-03']);
	assert.deepEqual(read('03/04/2025', 'month'), ['2025-03-04']);
	assert.deepEqual(read('04/04/2025'), ['2025-04-04']);
	assert.deepEqual(read('07/19/2022', 'day'), ['2022-07-19']);
	assert.equal(orderShown('from 07/19/2022 on'), 'month');
	assert.equal(orderShown('from 19/07/2022 on'), 'day');
	assert.equal(orderShown('from 19.07.2022 on, or 03/04/2025'), null);
});

test('a day that no calendar has is none, and neither are version numbers', () => {
	assert.deepEqual(read('30 February 2024'), [null]);
	assert.deepEqual(read('2023-13-01'), [null]);
	assert.deepEqual(read('Version 1.2.2021.4, built as V12.01.02, call 555 01 2024'), []);
	assert.deepEqual(read('January 2026'), []);
});

test('a name of two months is read where the writing tells the language', () => {
	assert.deepEqual(read('1 listopada 2024'), ['2024-11-01']);
	assert.deepEqual(read('1. listopada 2024.'), []);
});

const someDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const forms: readonly ((day: Date) => string)[] = [
	(day) => day.toISOString().slice(0, 10),
	...[
		'en-GB',
		'en-US',
		'de-DE',
		'fr-FR',
		'es-ES',
		'it-IT',
		'pt-BR',
		'nl-NL',
		'sv-SE',
		'pl-PL',
		'ru-RU',
		'ja-JP',
	].map(
		(locale) => (day: Date) =>
			new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day),
	),
];

test('each month is read in each language', () => {
	for (const form of forms) {
		for (let month = 0; month < 12; month++) {
			const day = new Date(Date.UTC(2024, month, 15));
			assert.deepEqual(read(form(day)), [day.toISOString().slice(0, 10)], form(day));
		}
	}
});

test('whatever day is written out in whatever language is read as that day', () => {
	fc.assert(
		fc.property(someDay, fc.constantFrom(...forms), (day, form) => {
			const text = `x ${form(day)} y`;
			assert.deepEqual(read(text), [day.toISOString().slice(0, 10)], text);
		}),
	);
});

test('days of any text lie in it one after the other', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('1', '12', '2024', 'May', '.', '/', '-', ' ', '年', 'mai', 'Ä')),
			(parts) => {
				const text = parts.join('');
				let last = 0;
				for (const { start, end } of writtenDays(text, null)) {
					assert.ok(start >= last && end > start && end <= text.length);
					last = end;
				}
			},
		),
	);
});
