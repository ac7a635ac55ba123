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
	if (issue.code === 'unrecognized_keys') return unknownWords(issue.keys, knownFields(issue.inst));
	const isMissing = issue.input === undefined && (issue.path ?? []).length > 0;
	if (issue.code === 'invalid_type') {
		const kind = kinds[issue.expected] ?? issue.expected;
		return isMissing ? `is missing: ${kind} is expected` : `${kind} is expected`;
	}
	return isMissing ? 'is missing' : undefined;
}

function unknownWords(keys: readonly string[], known: readonly string[]): string {
	return keys
		.map((key) => {
			const near = nearestField(key, known);
			const said = `nobody knows a field ${JSON.stringify(key)} here`;
			if (near !== null) return `${said}; did you mean ${near}?`;
			return known.length === 0 ? said : `${said}; there are ${known.join(', ')}`;
		})
		.join('; ');
}

function knownFields(schema: unknown): readonly string[] {
	const { _zod } = (schema ?? {}) as { readonly _zod?: { readonly def?: { readonly shape?: object } } };
	return Object.keys(_zod?.def?.shape ?? {});
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
