/** The small edits that lead from one revision of a demonstration text to the next. */
import { z } from 'zod';
import { Fault } from '../../src/model/fault.ts';
import { parseUnits, type Units } from './text-units.ts';

const words = z.string().min(1);

/** Every `words` field names a place by words that stand exactly once in the text. */
export const editSchema = z.union([
	z.strictObject({ replace: words, with: z.string() }),
	z.strictObject({ after: words, insert: words }),
	z.strictObject({ before: words, insert: words }),
	/** Takes out the one unit that holds the words. */
	z.strictObject({ remove: words }),
	/** Takes out the heading that holds the words and all below it, up to the next heading of its level. */
	z.strictObject({ 'remove-section': words }),
	z.strictObject({ move: words, after: words }),
	z.strictObject({ 'move-section': words, before: words }),
	/** Makes the words the beginning of a numbered clause of their own. */
	z.strictObject({ split: words }),
	/** Sets every straight quote and apostrophe of the text as curly ones. */
	z.strictObject({ quotes: z.literal('curly') }),
]);

export type Edit = z.infer<typeof editSchema>;

/**
 * Applies the edits one after the other.
 * @param where file and date that the edits stand under, for the error
 * @throws Fault when the words of an edit do not stand exactly once in the text as the edits before it left it
 */
export function applyEdits(units: Units, edits: readonly Edit[], where: string): Units {
	return edits.reduce((text, edit) => applyEdit(text, edit, where), units);
}

function applyEdit(units: Units, edit: Edit, where: string): Units {
	if ('replace' in edit) return replaceWords(units, edit.replace, edit.with, where);
	if ('insert' in edit) {
		const at = 'after' in edit ? find(units, edit.after, where) + 1 : find(units, edit.before, where);
		return units.toSpliced(at, 0, ...parseUnits(edit.insert));
	}
	if ('remove' in edit) return units.toSpliced(find(units, edit.remove, where), 1);
	if ('remove-section' in edit) return cut(units, edit['remove-section'], where).rest;
	if ('move' in edit) return moveUnit(units, edit.move, edit.after, where);
	if ('move-section' in edit) return moveSection(units, edit['move-section'], edit.before, where);
	if ('split' in edit) return splitUnit(units, edit.split, where);
	return units.map(curlQuotes);
}

function replaceWords(units: Units, old: string, fresh: string, where: string): Units {
	const at = find(units, old, where);
	return units.with(
		at,
		units[at].replace(fold(old), () => fold(fresh)),
	);
}

function moveUnit(units: Units, moved: string, after: string, where: string): Units {
	const from = find(units, moved, where);
	const rest = units.toSpliced(from, 1);
	return rest.toSpliced(find(rest, after, where) + 1, 0, units[from]);
}

function moveSection(units: Units, heading: string, before: string, where: string): Units {
	const { section, rest } = cut(units, heading, where);
	return rest.toSpliced(find(rest, before, where), 0, ...section);
}

function splitUnit(units: Units, second: string, where: string): Units {
	const at = find(units, second, where);
	const place = units[at].indexOf(fold(second));
	return units.toSpliced(at, 1, units[at].slice(0, place).trim(), `#. ${units[at].slice(place)}`);
}

function cut(units: Units, heading: string, where: string): { section: Units; rest: Units } {
	const start = find(units, heading, where);
	const level = headingLevel(units[start]);
	if (level === 0) throw new Fault(`"${heading}" is no heading`, where, 'Name words of the heading.');
	const length = units.slice(start + 1).findIndex((unit) => {
		const other = headingLevel(unit);
		return other > 0 && other <= level;
	});
	const end = length < 0 ? units.length : start + 1 + length;
	return { section: units.slice(start, end), rest: units.toSpliced(start, end - start) };
}

function headingLevel(unit: string): number {
	return /^(#+) /.exec(unit)?.[1].length ?? 0;
}

/** Index of the one unit that holds the words. */
function find(units: Units, searched: string, where: string): number {
	const needle = fold(searched);
	const count = units.reduce((sum, unit) => sum + unit.split(needle).length - 1, 0);
	if (count === 1) return units.findIndex((unit) => unit.includes(needle));
	throw new Fault(
		`"${needle}" stands ${count} times in the text before this edit`,
		where,
		'An edit needs words that stand there exactly once: quote more of them, or see what an earlier edit left.',
	);
}

function fold(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** Opening and closing quotes as English sets them. */
export function curlQuotes(unit: string): string {
	return unit
		.replace(/(^|[\s([])"/g, '$1“')
		.replaceAll('"', '”')
		.replaceAll("'", '’');
}
