/** YAML that people write, alone or as the head of an MDX file: parsed, validated, every complaint with its line. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { validate } from '../model/validation.ts';
import {
	aliasComplaint,
	type Swallowed,
	swallowedParts,
	type YamlComplaint,
	yamlComplaint,
} from './yaml-complaints.ts';

/**
 * Returns what the file says as the schema's type; an empty one counts as `{}`.
 * @throws Fault that lists every wrong field and leads to the line of the first
 */
export function parseYaml<Schema extends z.ZodType>(
	schema: Schema,
	text: string,
	file: string,
	remedy: string,
): z.infer<Schema> {
	return parseYamlWithLines(schema, text, file, remedy, 1).data;
}

/** The line of a file on which each field stands: `regulations.1` → 12. */
export type FieldLines = Readonly<Record<string, number>>;

/**
 * The same, and where each field stands.
 * @param firstLine line of the file at which `text` begins
 */
export function parseYamlWithLines<Schema extends z.ZodType>(
	schema: Schema,
	text: string,
	file: string,
	remedy: string,
	firstLine: number,
): ReadYaml<z.infer<Schema>> {
	const { document, lineAt } = parseLines(text, firstLine);
	const error = document.errors[0];
	// What is wrong is found by the lines of what was given, and told by those of the file.
	const given = (offset: number) => lineAt(offset) - firstLine + 1;
	const faultOf = ({ line, what, remedy }: YamlComplaint, cause: unknown) =>
		new Fault(what, `${file}:${line + firstLine - 1}`, remedy, cause);
	if (error !== undefined) throw faultOf(yamlComplaint(error, document, text, given), error);
	const lines = linesOf(document, lineAt);
	// A field that is missing has no line: the head begins a line above its fields.
	const beginning = Math.max(1, firstLine - 1);
	const placeOf = (issue: z.core.$ZodIssue) => lineOfIssue(issue, lines) ?? beginning;
	let written: unknown;
	try {
		written = document.toJS() ?? {};
	} catch (cause) {
		// Aliases that lead nowhere, into themselves, or to more than any file needs come to light only here.
		throw faultOf(aliasComplaint(document, given), cause);
	}
	const data = validate(schema, written, file, remedy, placeOf);
	return {
		data,
		lines,
		// Asked for of what people wrote, and not of the machine's own words, which are many.
		get swallowed() {
			return swallowedParts(document, lineAt);
		},
	};
}

export interface ReadYaml<Data> {
	readonly data: Data;
	readonly lines: FieldLines;
	readonly swallowed: readonly Swallowed[];
}

/** Of JSON as well, which is YAML; as far as the text can be understood. */
export function fieldLines(text: string): FieldLines {
	const { document, lineAt } = parseLines(text, 1);
	return linesOf(document, lineAt);
}

function parseLines(text: string, firstLine: number) {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter });
	return { document, lineAt: (offset: number) => counter.linePos(offset).line + firstLine - 1 };
}

function linesOf({ contents }: YamlDocument, lineAt: (offset: number) => number): FieldLines {
	return Object.fromEntries(offsetsOf(contents, '').map(([field, offset]) => [field, lineAt(offset)]));
}

/** The line of what is wrong: of a field that nobody knows, that itself. */
export function lineOfIssue(issue: z.core.$ZodIssue, lines: FieldLines): number | null {
	const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
	return lineOfField([...issue.path, ...unknown], lines);
}

/** The line of a field, or where that is missing, of what should hold it; null where nothing does. */
export function lineOfField(path: readonly PropertyKey[], lines: FieldLines): number | null {
	for (let length = path.length; length > 0; length--) {
		const line = lines[path.slice(0, length).join('.')];
		if (line !== undefined) return line;
	}
	return null;
}

type YamlDocument = ReturnType<typeof parseDocument>;

type Offset = readonly [field: string, at: number];

/** @param before path of the node, ending in a full stop; empty for the whole */
function offsetsOf(node: Node | null, before: string): Offset[] {
	const of = (field: string, value: unknown, at: unknown): Offset[] => [
		[before + field, (at as Node).range?.[0] ?? 0],
		...offsetsOf(value as Node | null, `${before}${field}.`),
	];
	if (isMap(node))
		return node.items.flatMap(({ key, value }) => (isScalar(key) ? of(String(key.value), value, key) : []));
	if (isSeq(node)) return node.items.flatMap((item, index) => of(String(index), item, item));
	return [];
}
