/** What a judgement asks of texts: strings in, plain data out and no effect, so that it can be asked in a thread of its own. */
import { sha256 } from '../archive/hashes.ts';
import { wallOf } from '../capture/wall-pages.ts';
import { agreementEvidence } from '../text/agreement-evidence.ts';
import {
	firstHold,
	type Hold,
	hasSameWords,
	holdOf,
	isReplaced,
	takenFrom,
	unsteadyHold,
} from './hold-back.ts';
import { lettersOf, profileOf } from './text-profile.ts';
import { whatDiffers } from './what-differs.ts';

/** A text that a page shows, by two hashes. */
export interface ShownText {
	/** Of its bytes. */
	readonly textHash: string;
	/** Of its letters alone. */
	readonly letters: string;
}

export function shownText(text: string): ShownText {
	return { textHash: sha256(Buffer.from(text)), letters: sha256(Buffer.from(lettersOf(text))) };
}

/** What a held text shows beside the recorded one, if there is one. */
export function tellDifferences(text: string, recorded: string | null): readonly string[] {
	return whatDiffers(profileOf(text), recorded === null ? null : profileOf(recorded));
}

export interface Comparison {
	/** What speaks against the text, as far as the recorded one tells. */
	readonly hold: Hold | null;
	/** True where it may be another agreement's. */
	readonly isReplaced: boolean;
}

/** A text that would be the first. @param address where it came from */
export function judgeFirst(text: string, address: string): Hold | null {
	return firstHold(agreementEvidence(text, address), wallOf(text)?.said ?? null);
}

/** A text beside the one that it would follow. @param address where it came from */
export function compareWithRecorded(text: string, recorded: string, address: string): Comparison {
	const [candidate, standing] = [profileOf(text), profileOf(recorded)];
	const isAgreement = () => judgeFirst(text, address) === null;
	return { hold: holdOf(candidate, standing, isAgreement), isReplaced: isReplaced(candidate, standing) };
}

/** A text beside those of the platform's other agreements. */
export function compareWithOthers(
	text: string,
	others: readonly { readonly agreement: string; readonly text: string }[],
): Hold | null {
	const candidate = profileOf(text);
	for (const other of others) {
		const hold = takenFrom(candidate, profileOf(other.text), other.agreement);
		if (hold !== null) return hold;
	}
	return null;
}

/** A text beside that of a second fetch. */
export function compareFetches(first: string, second: string): Hold | null {
	return unsteadyHold(profileOf(first), profileOf(second));
}

/** True where two texts differ in their links alone. */
export function differInLinksAlone(one: string, other: string): boolean {
	return hasSameWords(profileOf(one), profileOf(other));
}
