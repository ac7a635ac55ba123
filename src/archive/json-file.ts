/** JSON that people write: parsed, and where it cannot be, the line and the way out. */
import { printParseErrorCode, visit } from 'jsonc-parser';
import { Fault } from '../model/fault.ts';

/** @throws Fault that leads to the line where the text ceases to be JSON */
export function parseJson(text: string, file: string): unknown {
	const plain = text.replace(/^\ufeff/, '');
	try {
		return JSON.parse(plain);
	} catch (cause) {
		const { line, what, remedy } = jsonComplaint(plain);
		throw new Fault(`this is not JSON: ${what}`, `${file}:${line}`, remedy, cause);
	}
}

interface JsonComplaint {
	/** From 1. */
	readonly line: number;
	readonly what: string;
	readonly remedy: string;
}

function jsonComplaint(text: string): JsonComplaint {
	if (text.trim() === '') return { line: 1, what: 'the file is empty', remedy: 'Write {} at least.' };
	const { code, offset, line } = firstError(text);
	const before = text.slice(0, offset).trimEnd();
	const lineBefore = before.split('\n').length;
	const isAtEnd = text.slice(offset).trim() === '';
	if (isAtEnd)
		return {
			line: lineBefore,
			what: 'the file ends too early',
			remedy: 'Close every { with } and every [ with ].',
		};
	// A comma that is missing, or one too many, belongs to what stands before the place where it is met.
	if (before.endsWith(',') && /^[}\]]/.test(text.slice(offset)))
		return { line: lineBefore, what: 'nothing follows this comma', remedy: 'Take the comma out.' };
	if (code === 'CommaExpected' || code === 'ColonExpected') {
		const sign = code === 'CommaExpected' ? 'comma' : 'colon';
		return {
			line: lineBefore,
			what: `a ${sign} is missing at the end of this line, or on it`,
			remedy: `Put the ${sign} there.`,
		};
	}
	return { line, ...(sentences[code] ?? otherwise) };
}

interface JsonError {
	/** As the parser calls it: `CommaExpected`. */
	readonly code: string;
	readonly offset: number;
	readonly line: number;
}

function firstError(text: string): JsonError {
	const errors: JsonError[] = [];
	const onError = (code: number, offset: number, _length: number, line: number) =>
		void errors.push({ code: printParseErrorCode(code), offset, line: line + 1 });
	visit(text, { onError }, strict);
	return errors[0] ?? { code: 'ValueExpected', offset: 0, line: 1 };
}

/** No comments, no comma at the end: what JSON.parse takes. */
const strict = { disallowComments: true, allowTrailingComma: false };

const otherwise = {
	what: 'something stands where a value in double quotes, a list or a group is expected',
	remedy: 'Names and texts stand in plain double quotes: "name": "Tern".',
};

const sentences: Readonly<Partial<Record<string, { readonly what: string; readonly remedy: string }>>> = {
	EndOfFileExpected: {
		what: 'something stands behind the bracket that ends the file',
		remedy: 'Take it out, or the bracket before it.',
	},
	InvalidCommentToken: { what: 'JSON has no comments', remedy: 'Take the comment out.' },
	UnexpectedEndOfString: {
		what: 'a text begins on this line and does not end there',
		remedy: 'Close it with a double quote; a quote inside it is written \\".',
	},
	InvalidEscapeCharacter: {
		what: 'in a text, \\ begins a sign of its own',
		remedy: 'Write \\\\ for a backslash.',
	},
	InvalidCharacter: {
		what: 'a text holds a sign that JSON does not allow there, such as a tab',
		remedy: 'Write it as \\t, or as a blank.',
	},
};

/** A name that one group holds more than once: of its values the last counts, and the others are lost without a word. */
export interface DoubleName {
	readonly name: string;
	/** Of the last, from 1. */
	readonly line: number;
}

export function doubleNames(text: string): readonly DoubleName[] {
	const found: DoubleName[] = [];
	const open: Set<string>[] = [];
	visit(text.replace(/^\ufeff/, ''), {
		onObjectBegin: () => void open.push(new Set()),
		onObjectEnd: () => void open.pop(),
		onObjectProperty: (name, _offset, _length, line) => {
			const names = open.at(-1);
			if (names?.has(name)) found.push({ name, line: line + 1 });
			names?.add(name);
		},
	});
	return found;
}
