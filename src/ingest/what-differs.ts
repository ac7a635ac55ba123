/** What a text that is held back shows beside the recorded one, in few and short lines: for whoever has to say whether it is the agreement. */
import { legibleLine } from '../text/legible.ts';
import type { TextProfile } from './text-profile.ts';

/** Lines told of those that came in, and of those that went out: what fits on a screen, and tells a text from an error page. */
const most = 8;
/** Of a heading or an item: what it says is enough. */
const mark = /^(?:#{1,6}|[-*+]) +/;
/** Of one line, in characters. */
const longest = 160;

/**
 * `+ We sell it.`, `− We keep it.`, `+ 12 lines more`: lines that the other text does not have, whatever their case and signs.
 * @param recorded null where nothing is: then the text begins so
 */
export function whatDiffers(shown: TextProfile, recorded: TextProfile | null): readonly string[] {
	return [
		...told('+', linesBeside(shown, recorded)),
		...(recorded === null ? [] : told('−', linesBeside(recorded, shown))),
	];
}

function linesBeside({ lines, shown }: TextProfile, other: TextProfile | null): readonly string[] {
	const known = new Set(other?.lines ?? []);
	return shown.filter((_, at) => !known.has(lines[at] as string));
}

function told(sign: '+' | '−', lines: readonly string[]): readonly string[] {
	const rest = lines.length - most;
	const first = lines.slice(0, most).map((line) => `${sign} ${legibleLine(line.replace(mark, ''), longest)}`);
	return rest > 0 ? [...first, `${sign} ${rest} ${rest === 1 ? 'line' : 'lines'} more`] : first;
}
