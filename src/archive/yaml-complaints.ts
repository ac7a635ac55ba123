/**
 * Sentences for YAML that cannot be read: the line on which the hand slipped, which is not always the one where the parser gave up, and
 * the way out.
 */
import { type Document, isScalar, type Scalar, visit, type YAMLError } from 'yaml';

export interface YamlComplaint {
	/** Line of the text, from 1. */
	readonly line: number;
	readonly what: string;
	readonly remedy: string;
}

/** A text that was parsed, and what the parser gave up at. */
interface Broken {
	readonly error: YAMLError;
	readonly document: Document.Parsed;
	readonly lines: readonly string[];
	readonly lineAt: (offset: number) => number;
}

type Explain = (broken: Broken) => YamlComplaint | null;

/** @param lineAt line of the text at an offset, from 1 */
export function yamlComplaint(
	error: YAMLError,
	document: Document.Parsed,
	text: string,
	lineAt: (offset: number) => number,
): YamlComplaint {
	const broken = { error, document, lines: text.split(/\r?\n/), lineAt };
	for (const explain of [unclosedQuote, ...(byCode[error.code] ?? [])]) {
		const complaint = explain(broken);
		if (complaint !== null) return complaint;
	}
	// The parser counts from the beginning of what it was given, which is the head of a file, not the file.
	const said = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
	return { line: lineAt(error.pos[0]), what: `this is not YAML: ${said}`, remedy: 'Mend the line.' };
}

/** What `*name` says that stands where no `&name` does. */
export function aliasComplaint(document: Document.Parsed, lineAt: (offset: number) => number): YamlComplaint {
	const anchors = new Set<string>();
	let dangling: { name: string; line: number } | null = null;
	visit(document, {
		Node: (_, node) => void ('anchor' in node && node.anchor !== undefined && anchors.add(node.anchor)),
		Alias: (_, alias) => {
			if (anchors.has(alias.source)) return;
			dangling ??= { name: alias.source, line: lineAt(alias.range?.[0] ?? 0) };
		},
	});
	const { name, line } = dangling ?? { name: '', line: 1 };
	if (name === '')
		return {
			line,
			what: 'this is not YAML: a reference leads into itself, or to more than any file needs',
			remedy: 'Write the values out, without & and *.',
		};
	const what = `this is not YAML: a value that begins with * refers to another, and there is no &${name} above it`;
	return { line, what, remedy: `Put the value in quotes if it is a text: "*${name}".` };
}

const byCode: Readonly<Partial<Record<YAMLError['code'], readonly Explain[]>>> = {
	BLOCK_AS_IMPLICIT_KEY: [openBracket, deeperLine, leadingSign, colonInValue],
	MULTILINE_IMPLICIT_KEY: [openBracket, deeperLine, gluedSign, equalsSign, goesOn],
	UNEXPECTED_TOKEN: [leadingSign, quotedPart],
	BAD_SCALAR_START: [leadingSign],
	BAD_ALIAS: [leadingSign],
	TAB_AS_INDENT: [tabs],
	DUPLICATE_KEY: [twice],
	BAD_INDENT: [openBracket, otherIndent],
	BAD_DQ_ESCAPE: [backslash],
	MULTIPLE_DOCS: [secondHead],
	MISSING_CHAR: [leadingSign],
};

const notYaml = 'this is not YAML';

/** A quote that is never closed swallows the lines below it, up to the next quote or to the end. */
function unclosedQuote({ error, document, lineAt, lines }: Broken): YamlComplaint | null {
	if (error.code !== 'MISSING_CHAR' && error.code !== 'UNEXPECTED_TOKEN') return null;
	const quoted = lastQuoted(document, error.pos[0]);
	if (quoted?.range == null) return null;
	const [start, end] = quoted.range;
	const line = lineAt(start);
	const swallowed = lines.slice(line, lineAt(Math.max(start, end - 1)));
	if (error.code === 'UNEXPECTED_TOKEN' && !swallowed.some((each) => field.test(each))) return null;
	if (error.code === 'MISSING_CHAR' && !/^Missing closing ["']quote/.test(error.message)) return null;
	const sign = quoted.type === 'QUOTE_SINGLE' ? "'" : '"';
	const remedy = `Close it with ${sign} where the value ends.`;
	return { line, what: `${notYaml}: the quote that begins here is never closed`, remedy };
}

function lastQuoted(document: Document.Parsed, before: number): Scalar | null {
	let last: Scalar | null = null;
	visit(document, {
		Scalar: (_, node) => {
			const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
			if (isQuoted && (node.range?.[0] ?? before) < before) last = node;
		},
	});
	return last;
}

/** `  key: value`, an item of a list too. */
const field = /^\s*(?:- +)*([A-Za-z][\w-]*):(?: +(.*\S))?\s*$/;

function valueOn({ lines }: Broken, line: number): { readonly key: string; readonly value: string } | null {
	const [, key, value = ''] = field.exec(lines[line - 1] ?? '') ?? [];
	return key === undefined ? null : { key, value };
}

function lineOf({ error, lineAt }: Broken): number {
	return lineAt(error.pos[0]);
}

/** Longer values are not shown again. */
const longestShown = 60;

/** The line as it should be, in whichever quotes the value does not hold. */
function inQuotes(key: string, value: string): string {
	if (value.length > longestShown) return `${key}: "…"`;
	if (!/["\\]/.test(value)) return `${key}: "${value}"`;
	return `${key}: '${value.replaceAll("'", "''")}'`;
}

function colonInValue(broken: Broken): YamlComplaint | null {
	const line = lineOf(broken);
	const found = valueOn(broken, line);
	if (found === null || !/:(?:\s|$)/.test(found.value)) return null;
	return {
		line,
		what: `${notYaml}: in the value of ${found.key}, a colon with a blank after it begins another field`,
		remedy: `Put a value that holds a colon in quotes: ${inQuotes(found.key, found.value)}`,
	};
}

/** Signs that begin something else than a text. */
const leading = /^(?:[@`%*&!|>[\]{}]|[-?](?= ))/;

function leadingSign(broken: Broken): YamlComplaint | null {
	const line = lineOf(broken);
	const found = valueOn(broken, line);
	const [sign] = leading.exec(found?.value ?? '') ?? [];
	if (found === null || sign === undefined) return null;
	return {
		line,
		what: `${notYaml}: a value that begins with ${sign} is no text, and ${found.key} begins so`,
		remedy: `Put the value in quotes: ${inQuotes(found.key, found.value)}`,
	};
}

/** `title: "We" said no` */
function quotedPart(broken: Broken): YamlComplaint | null {
	const line = lineOf(broken);
	const found = valueOn(broken, line);
	const [sign] = /^["']/.exec(found?.value ?? '') ?? [];
	if (found === null || sign === undefined) return null;
	const isWhole = sign === "'" && found.value.endsWith("'");
	const value = isWhole ? found.value.slice(1, -1).replaceAll("''", "'") : found.value;
	return {
		line,
		what: `${notYaml}: the value of ${found.key} goes on behind the quote that ends it`,
		remedy: `Put all of the value in quotes: ${inQuotes(found.key, value)}`,
	};
}

/** `exposure: high` with a field indented below it. */
function deeperLine(broken: Broken): YamlComplaint | null {
	const above = lineOf(broken);
	const found = valueOn(broken, above);
	const below = valueOn(broken, above + 1);
	if (found === null || found.value === '' || below === null || /:(?:\s|$)/.test(found.value)) return null;
	if (indentOf(broken, above + 1) <= indentOf(broken, above)) return null;
	return {
		line: above + 1,
		what: `${notYaml}: ${below.key} is indented below ${found.key}, which has a value already`,
		remedy: `Begin the line where the others begin; or leave ${found.key}: without a value if ${below.key} is a part of it.`,
	};
}

function indentOf({ lines }: Broken, line: number): number {
	return /^\s*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
}

/** `title:Fees`, `-item` */
function gluedSign(broken: Broken): YamlComplaint | null {
	const line = lineOf(broken);
	const [, key, sign] = /^\s*([A-Za-z][\w-]*)?([:-])\S/.exec(broken.lines[line - 1] ?? '') ?? [];
	if (sign === undefined) return null;
	const name = sign === ':' ? 'colon' : 'hyphen';
	const after = key === undefined ? `the ${name}` : `the ${name} of ${key}`;
	return { line, what: `${notYaml}: a blank is missing after ${after}`, remedy: `Put a blank after ${sign}` };
}

function equalsSign(broken: Broken): YamlComplaint | null {
	const line = lineOf(broken);
	const [, key] = /^\s*([A-Za-z][\w-]*)\s*=/.exec(broken.lines[line - 1] ?? '') ?? [];
	if (key === undefined) return null;
	const remedy = `Write ${key}: with a colon and a blank.`;
	return { line, what: `${notYaml}: a field ends with a colon, not with =`, remedy };
}

/** A line of a text that goes on from the one above, or a field without its colon. */
function goesOn(broken: Broken): YamlComplaint | null {
	const line = lineOf(broken);
	const words = (broken.lines[line - 1] ?? '').trim();
	if (words === '' || field.test(words)) return null;
	const what = `${notYaml}: this line is no field with a value`;
	if (/^[A-Za-z]\w*$/.test(words)) return { line, what, remedy: `Put a colon after it: ${words}: …` };
	const remedy =
		'If it belongs to the value above, begin the line with two blanks; a field needs a colon and a blank after its name.';
	return { line, what, remedy };
}

function tabs(broken: Broken): YamlComplaint {
	const what = `${notYaml}: the line is indented with a tab`;
	return { line: lineOf(broken), what, remedy: 'Indent with blanks, two for each step.' };
}

function twice(broken: Broken): YamlComplaint {
	const line = lineOf(broken);
	const key = valueOn(broken, line)?.key ?? '';
	const same = new RegExp(`^\\s*(?:- +)*${key}:`);
	const first = broken.lines.findIndex((each) => same.test(each)) + 1;
	const where = first > 0 && first < line ? `, first ${line - first} lines above` : '';
	return {
		line,
		what: `${notYaml}: the field ${key} is there twice${where.replace('first 1 lines', 'first one line')}`,
		remedy: 'Keep one of them.',
	};
}

/** `title: [Fees`, and on the lines below it nothing that closes it. */
function openBracket(broken: Broken): YamlComplaint | null {
	const upTo = broken.lines.slice(0, lineOf(broken));
	const begun = upTo.flatMap((each, at) => (/^[[{]/.test(field.exec(each)?.[2] ?? '') ? [at] : []));
	// What is closed before the next one begins swallowed nothing.
	const isOpen = (at: number, place: number): boolean =>
		!upTo
			.slice(at, begun[place + 1])
			.some((each) => each.includes(closingOf(valueOn(broken, at + 1)?.value)));
	const at = begun.findLast(isOpen) ?? -1;
	const found = valueOn(broken, at + 1);
	if (found === null) return null;
	const sign = closingOf(found.value);
	return {
		line: at + 1,
		what: `${notYaml}: the ${found.value[0]} that begins the value of ${found.key} is never closed`,
		remedy: `Close it with ${sign}, or put the value in quotes: ${inQuotes(found.key, found.value)}`,
	};
}

function closingOf(value: string | undefined): string {
	return value?.[0] === '[' ? ']' : '}';
}

function otherIndent(broken: Broken): YamlComplaint {
	return {
		line: lineOf(broken),
		what: `${notYaml}: this line begins at another column than what it stands beside`,
		remedy: 'Begin all fields of one group with as many blanks; what goes on from the line above needs more.',
	};
}

function backslash(broken: Broken): YamlComplaint {
	return {
		line: lineOf(broken),
		what: `${notYaml}: between double quotes, \\ begins a sign of its own`,
		remedy: "Put the value in single quotes ('…'), or write \\\\.",
	};
}

function secondHead(broken: Broken): YamlComplaint {
	const what = `${notYaml}: a line of --- begins another document`;
	return {
		line: lineOf(broken),
		what,
		remedy: 'Take the line out: a head has one at its beginning and one at its end.',
	};
}

/** A value of which the parser left a part out without a word. */
export interface Swallowed {
	readonly line: number;
	readonly what: string;
}

/** Texts that lost a part: what stands behind ` #` is a comment, and a `!word` or `&word` at their beginning a mark of YAML's. */
export function swallowedParts(
	document: Document.Parsed,
	lineAt: (offset: number) => number,
): readonly Swallowed[] {
	const found: Swallowed[] = [];
	visit(document, {
		Pair: (_, { key, value }) => {
			if (!isScalar(key) || !isScalar(value)) return;
			const line = lineAt(value.range?.[0] ?? 0);
			const tell = (what: string) => found.push({ line, what: `${key.value}: ${what}` });
			const comment = value.comment?.split('\n')[0] ?? '';
			if (/^\S/.test(comment))
				tell(
					`what stands behind #${comment.slice(0, longestShown)} is read as a comment; put the value in quotes if it is none`,
				);
			if (value.anchor !== undefined && typeof value.value === 'string')
				tell(`&${value.anchor} is read as a mark, not as words; put the value in quotes if it is none`);
			if (value.tag !== undefined && !value.tag.startsWith('tag:'))
				tell(`${value.tag} is read as a mark, not as words; put the value in quotes if it is none`);
		},
	});
	return found;
}
