/** Sentences for what zod finds wrong, in the words of whoever wrote the file. */
import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'fields with their values',
	record: 'fields with their values',
};

/** Undefined where zod's own words do. */
export function complaintWords(issue: z.core.$ZodRawIssue): string | undefined {
	if (issue.code === 'unrecognized_keys') return unknownWords(issue.keys, shapeOf(issue.inst));
	const isMissing = issue.input === undefined && (issue.path ?? []).length > 0;
	if (issue.code === 'invalid_type') {
		const kind = kinds[issue.expected] ?? issue.expected;
		if (isMissing) return `is missing: ${kind} is expected`;
		return `${kind} is expected${issue.expected === 'string' ? insteadOfText(issue.input) : ''}`;
	}
	return isMissing ? 'is missing' : boundWords(issue);
}

/** Of a value of the right kind that is too small, too large, or none of those that there are. */
function boundWords(issue: z.core.$ZodRawIssue): string | undefined {
	if (issue.code === 'invalid_format' && issue.format === 'url') return noAddress;
	if (issue.code === 'invalid_value' && issue.values.length > 1)
		return choiceWords(issue.input, issue.values);
	if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
	const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
	if (issue.origin === 'number' || issue.origin === 'int')
		return `${bound} or ${issue.code === 'too_small' ? 'more' : 'less'} is expected`;
	if (issue.code === 'too_small' && bound === 1)
		return issue.origin === 'string' ? 'nothing is written' : 'the list is empty';
	const parts = issue.origin === 'string' ? 'letters' : 'entries';
	return `${bound} ${parts} or ${issue.code === 'too_small' ? 'more' : 'less'} are expected`;
}

const noAddress = 'an address that begins with https:// or http:// is expected';

function choiceWords(input: unknown, values: readonly unknown[]): string {
	const choices = values.map(String);
	const near = typeof input === 'string' ? nearestField(input, choices) : null;
	const meant = near === null ? '' : `; did you mean ${near}?`;
	return `one of these is expected: ${choices.join(', ')}${meant}`;
}

/** Numbers, yes and no are no texts, and a bracket begins a list, unless they stand in quotes. */
function insteadOfText(input: unknown): string {
	if (typeof input === 'number' || typeof input === 'boolean') return `: put ${input} in quotes`;
	if (input === null) return ', and nothing is written';
	return Array.isArray(input) ? ', not a list' : '';
}

type Shape = Readonly<Record<string, unknown>>;

function unknownWords(keys: readonly string[], shape: Shape): string {
	const known = Object.keys(shape);
	return keys
		.map((key) => {
			const near = nearestField(key, known);
			const said = `nobody knows a field ${JSON.stringify(key)} here`;
			if (near !== null) return `${said}; did you mean ${near}?`;
			const holder = known.find((field) => key in partsOf(shape[field]));
			if (holder !== undefined) return `${said}; it belongs to ${holder}: indent it below that`;
			return known.length === 0 ? said : `${said}; there are ${known.join(', ')}`;
		})
		.join('; ');
}

interface Definition {
	readonly shape?: Shape;
	/** Of what may be left out. */
	readonly innerType?: unknown;
	/** Of a list. */
	readonly element?: unknown;
}

function definitionOf(schema: unknown): Definition {
	const { _zod } = (schema ?? {}) as { readonly _zod?: { readonly def?: Definition } };
	return _zod?.def ?? {};
}

function shapeOf(schema: unknown): Shape {
	return definitionOf(schema).shape ?? {};
}

/** The fields of a field, or of each item of its list. */
function partsOf(schema: unknown): Shape {
	const { shape, innerType, element } = definitionOf(schema);
	const inner = innerType ?? element;
	return shape ?? (inner === undefined ? {} : partsOf(inner));
}

/** Keys that strangers write may be long; the names of fields are not. */
const longestKey = 40;

/** The field that a slip of the hand makes the key of, in capitals or small letters; null where none is near. */
function nearestField(key: string, known: readonly string[]): string | null {
	if (key.length > longestKey) return null;
	const [nearest] = known
		.map((field) => ({ field, slips: slipsBetween(key.toLowerCase(), field.toLowerCase()) }))
		.sort((one, other) => one.slips - other.slips);
	return nearest !== undefined && nearest.slips <= Math.max(Math.min(2, key.length - 2), key.length / 3)
		? nearest.field
		: null;
}

/** Letters put in, left out or changed. */
function slipsBetween(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (const [above, letter] of [...one].entries()) {
		const next = [above + 1];
		for (let at = 0; at < other.length; at++) {
			const changed = (row[at] as number) + (letter === other[at] ? 0 : 1);
			next.push(Math.min(changed, (row[at + 1] as number) + 1, (next[at] as number) + 1));
		}
		row = next;
	}
	return row[other.length] as number;
}
