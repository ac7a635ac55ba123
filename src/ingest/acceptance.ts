/** When a text that was held back is believed after all: by rule, where it stays, or by a person. */
import { decisionOn } from '../model/decision.ts';
import type { HeldText } from '../model/status.ts';
import { dayLength } from '../text/day-length.ts';
import type { AgreementCheck } from './capture-run.ts';
import type { ShownText } from './compare-texts.ts';
import type { Hold, HoldCode } from './hold-back.ts';
import type { HeldPage } from './judge-text.ts';

const hour = 60 * 60 * 1000;

/**
 * How long the same text must be met again and again before it is believed without a person. A failed capture rarely lasts for a
 * day; twenty hours leave room for the jitter of a daily schedule. Pages that show two texts in turn keep one for some days at times.
 */
const believedAfter: Readonly<Partial<Record<HoldCode, number>>> = {
	lost: 20 * hour,
	language: 20 * hour,
	replaced: 20 * hour,
	alternating: 7 * dayLength,
};

/**
 * Why a text that would be held back is recorded all the same, in words for the commit; null where it is held.
 * @param known the agreement's status before this check, and what people decided of its texts
 */
export function acceptanceOf(
	{ entry, decisions }: Pick<AgreementCheck, 'entry' | 'decisions'>,
	hold: Hold,
	{ letters }: ShownText,
	now: Date,
): string | null {
	const { held } = entry ?? {};
	const decided = decisionOn(decisions, letters);
	if (decided?.decision === 'reject') return null;
	if (decided !== undefined) {
		const note = decided.note === undefined ? '' : `: ${decided.note}`;
		return `by ${decided.by ?? 'hand'} on ${decided.on.slice(0, 10)} (${hold.code})${note}`;
	}
	const wait = waitFor(hold.code);
	if (wait === null || held?.letters !== letters || held.code !== hold.code) return null;
	if (now.getTime() - Date.parse(held.since) < wait) return null;
	return `by rule (${hold.code}), the same text since ${held.since.slice(0, 10)}`;
}

/** How long a text that is held for this reason must stand to be believed, in milliseconds; null where only a person can accept it. */
export function waitFor(code: string): number | null {
	return believedAfter[code as HoldCode] ?? null;
}

/** Where a held text stands and what it shows, a line each; nothing where an older run held it. */
export function heldInWords({ address, differs }: HeldText | HeldPage): readonly string[] {
	const shown = differs === undefined || differs.length === 0 ? [] : ['What differs:', ...differs];
	return [...(address === undefined ? [] : [`Address: ${address}`]), ...shown];
}

/** What a maintainer can do about a held text. */
export function holdRemedy({ code, rejected }: Pick<HeldText, 'code' | 'rejected'>): string {
	if (rejected !== undefined)
		return `Rejected ${rejectedInWords(rejected)}: it is recorded at no time, until npm run accept takes that back.`;
	const wait = waitFor(code);
	const byHand = 'if it is the agreement, npm run accept records it at the next capture';
	if (wait !== null)
		return `If it stays ${wait > dayLength ? 'for a week' : 'for a day'}, it is recorded by itself; ${byHand}.`;
	if (code === 'notice') return `Take it out of the text: "remove" in the declaration; ${byHand}.`;
	if (code === 'unsteady')
		return 'Take the part that differs at each fetch out of the text: "remove" in the declaration.';
	return `Open the address: if it shows another page, correct the declaration; ${byHand}.`;
}

/** `by octocat on 2026-06-16` */
function rejectedInWords({ by = 'hand', on }: NonNullable<HeldText['rejected']>): string {
	return `by ${by} on ${on.slice(0, 10)}`;
}
