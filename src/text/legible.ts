/** Words from outside made fit for a line that people read: nothing in them is hidden, turns letters around, or goes on for ever. */
import { cutEnd } from './cut-text.ts';

/**
 * Signs that nobody sees, among them those that turn letters around. A variation selector, and a joiner between pictures, is a part of the
 * sign that it follows where that has variants.
 */
const invisible =
	/[\p{Cc}\p{Zl}\p{Zp}\ufff9-\ufffb[\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\u200d]]]|(?<![\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}0-9#*])\p{Variation_Selector}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/v;

const everyInvisible = new RegExp(invisible, 'gv');

/** The first sign that nobody sees, as `U+202E`; null where there is none. */
export function invisibleSign(text: string): string | null {
	const found = invisible.exec(text.toWellFormed())?.[0];
	return found === undefined ? null : codePoint(found);
}

/** `Te\u202ern` → `Te⟨U+202E⟩rn` */
export function showInvisible(text: string): string {
	return text.toWellFormed().replace(everyInvisible, (sign) => `⟨${codePoint(sign)}⟩`);
}

function codePoint(sign: string): string {
	return `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Enough for what any fault has to say. */
const longestLine = 1000;

/** One line, of at most so many characters and an ellipsis, in which every sign is seen. */
export function legibleLine(text: string, most = longestLine): string {
	// What white space and marks for hidden signs take is cut once more below.
	const start = text.slice(0, 4 * most).replace(/[\s\p{Cc}]+/gu, ' ');
	return cutEnd(showInvisible(start).trim(), most).toWellFormed();
}
