/** Numbers with a unit that changed inside a sentence: a notice, a price, an age, a share. */
import type { ChangedSentence } from './changed-sentence.ts';

export interface NumberStep {
	readonly before: string;
	readonly after: string;
	/** "days"; empty where the sign is part of the number. */
	readonly unit: string;
}

/** No run of digits is begun twice. */
const amount = String.raw`(?<![\d.,])\d{1,12}(?:[.,]\d{1,12}|[ \u00a0\u202f]\d{3}(?!\d)){0,6}`;
/** "$75K" are $75,000. */
const many = String.raw`(?:\s?(?:k|thousand|m|million|bn|billion)\b)?`;
const units =
	'(?:business |working |calendar |consecutive )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)|years? (?:of age|old)|(?:thousand|million|billion)|percent|per cent|euros?|dollars?|pounds|eur|usd|gbp|cents?|mb|gb|tb|km|miles|characters|users|requests';
/** A number by itself may count anything: a section, a house, a year. */
const measured = new RegExp(
	`(?:(?<currency>[$€£¥])\\s?(?<money>${amount}${many})|(?<share>${amount}\\s?%)|(?<count>${amount})[\\s-](?<unit>${units})\\b|(?<=\\b(?:age of|aged|ages|(?:child|children|minors?|anyone|people|persons?|users?|individuals) (?:under|over|below)) )(?<age>\\d{1,2})\\b(?![\\s-]?(?:%|${units}))|\\((?<bracket>${amount})\\)[\\s-](?<bracketUnit>${units})\\b)`,
	'giu',
);

/** The one number of a sentence that changed; null where none did, or several. */
export function numberStep({
	kind,
	before,
	after,
}: Pick<ChangedSentence, 'kind' | 'before' | 'after'>): NumberStep | null {
	if (kind !== 'edited') return null;
	const [old, fresh] = [measuresOf(before), measuresOf(after)];
	if (old.length !== fresh.length) return null;
	const changed = fresh.flatMap((now, at) => {
		const was = old[at] as Measure;
		return sizeOf(was.value) === sizeOf(now.value) && isSameKind(was.unit, now.unit) ? [] : [{ was, now }];
	});
	const [only] = changed;
	if (
		only === undefined ||
		changed.some(({ was, now }) => was.value !== only.was.value || now.value !== only.now.value)
	)
		return null;
	const { was, now } = only;
	if (was.unit === '' || now.unit === '') return { before: was.value, after: now.value, unit: now.unit };
	return isSameUnit(was.unit, now.unit)
		? { before: was.value, after: now.value, unit: inPlural(now) }
		: { before: `${was.value} ${was.unit}`, after: `${now.value} ${now.unit}`, unit: '' };
}

interface Measure {
	readonly value: string;
	readonly unit: string;
}

function measuresOf(words: string): Measure[] {
	return [...words.matchAll(measured)].map(({ groups = {} }) => {
		const { currency, money, share, count, unit, age, bracket, bracketUnit } = groups;
		if (money !== undefined) return { value: `${currency}${money}`, unit: '' };
		if (share !== undefined) return { value: share.replace(/\s/g, ''), unit: '' };
		if (age !== undefined) return { value: age, unit: 'years of age' };
		return { value: (count ?? bracket) as string, unit: ((unit ?? bracketUnit) as string).toLowerCase() };
	});
}

/** "A 28-day notice" is one of 28 days. */
function inPlural({ value, unit }: Measure): string {
	return value !== '1' && timeOfOne.test(unit) ? `${unit}s` : unit;
}

const timeOfOne = /(?:second|minute|hour|day|week|month|year)$/;

/** In one spelling: "€36 982,92" are €36,982.92, "$75K" $75,000; a comma or stop before three digits parts thousands. */
function sizeOf(value: string): string {
	const plain = value
		.toLowerCase()
		.replace(/[\s.,](?=\d{3}(?!\d))/g, '')
		.replace(/\s/g, '')
		.replace(',', '.');
	const [, digits = '', scale = ''] = /^([^a-z]*)([a-z]*)$/.exec(plain) ?? [];
	return scale === '' ? plain : digits + (zeros[scale.charAt(0)] ?? '');
}

const zeros: Readonly<Record<string, string>> = { k: '000', t: '000', m: '000000', b: '000000000' };

/** "18 years of age" are 18 years. */
function isSameKind(one: string, other: string): boolean {
	const [first, second] = [one, other].map((unit) => unit.split(' ', 1)[0] as string) as [string, string];
	return isSameUnit(one, other) || (first.startsWith('year') && second.startsWith('year'));
}

function isSameUnit(one: string, other: string): boolean {
	return one.replace(/s$/, '') === other.replace(/s$/, '');
}
