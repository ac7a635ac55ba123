/**
 * What the code units of the basic plane are, as tables: a regular expression for each letter of a text is twenty times slower. Filled by runs
 * of alike characters, because testing 65,536 one by one delays every page that reads a ledger by a tenth of a second.
 */

const planeSize = 0x10000;
const firstSurrogate = 0xd800;
const afterSurrogates = 0xe000;

/** The plane without halves of pairs, which would join into other characters. */
const halves = [stretch(0, firstSurrogate), stretch(afterSurrogates, planeSize)];

function stretch(from: number, to: number): { from: number; text: string } {
	let text = '';
	for (let code = from; code < to; code += 0x400)
		text += String.fromCharCode(...Array.from({ length: Math.min(0x400, to - code) }, (_, at) => code + at));
	return { from, text };
}

/** Calls `use` with each code unit of a run, first to last. @param runs with the flags g and u, of one or more characters */
export function eachOf(runs: RegExp, use: (code: number) => void): void {
	for (const { from, text } of halves) {
		for (const { index, 0: run } of text.matchAll(runs)) {
			for (let at = 0; at < run.length; at++) use(from + index + at);
		}
	}
}

/** Halves of pairs. */
export function eachSurrogate(use: (code: number) => void): void {
	for (let code = firstSurrogate; code < afterSurrogates; code++) use(code);
}

export function newTable<Table extends Uint8Array | Uint16Array>(kind: new (length: number) => Table): Table {
	return new kind(planeSize);
}
