/** What pages say of one change: its class, why the terms did not change, what hindsight says. Plain, and never a judgement. */

import { cosmeticWords } from '../../analysis/changes/change-summary.ts';
import { restlessDays, restlessTimes, rotationDays } from '../../analysis/changes/hindsight.ts';
import { mostOfAgreement, mostOfVersion } from '../../analysis/ledger/ledger-bounds.ts';
import type { Change, ChangeClass, Hindsight } from '../../model/change.ts';
import { flapDays } from '../../model/thresholds.ts';
import { grouped, listed } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';

/** Name of each class, as tables show it. */
export const classNames: Readonly<Record<ChangeClass, string>> = {
	unfollowed: 'Too long to compare',
	first: 'First record',
	technical: 'Read in another way',
	flap: 'Back to what it was',
	cosmetic: 'Only dates, links or layout',
	language: 'In another language',
	lost: 'Text missing',
	recovered: 'Missing text is back',
	numbers: 'Numbers changed',
	reordered: 'In another order',
	minor: 'Labels and links',
	substantive: 'Wording changed',
};

/** Why a version may not be followed. */
export const boundsInWords = `the text has more than ${sizeInWords(mostOfVersion)}, or all recorded texts of the agreement together have more than ${sizeInWords(mostOfAgreement)}`;

function sizeInWords({ lines, bytes }: typeof mostOfVersion): string {
	return `${grouped(lines)} lines or ${grouped(bytes / 1_000_000)} MB`;
}

const reasons: Readonly<Partial<Record<ChangeClass, string>>> = {
	unfollowed: `Too long to compare: ${boundsInWords}.`,
	technical: 'The archive read the page in another way; the agreement itself is not known to have changed.',
	flap: `The text went back to what it was at some time in the last ${flapDays} days.`,
	language: 'The page came in another language.',
	recovered: 'The text that had been lost is back.',
};

/** Why a change has no page of its own, in one sentence; empty where it has one. */
export function unchangedReason(change: Change): string {
	if (change.class !== 'cosmetic') return reasons[change.class] ?? '';
	const parts = change.cosmetic.map((part) => cosmeticWords[part]);
	return parts.length === 0 ? 'No word changed.' : `Only ${listed(parts)} differ.`;
}

/** The same in a few words, for a list of many: `back to what it was`, `only dates`. */
export function reasonBriefly(change: Change): string {
	if (change.class !== 'cosmetic' || change.cosmetic.length === 0)
		return classNames[change.class].toLowerCase();
	return `only ${listed(change.cosmetic.map((part) => cosmeticWords[part]))}`;
}

/** What later versions say of a change, as a sentence; empty where they say nothing. */
export function hindsightSentence(hindsight: Hindsight | null): string {
	switch (hindsight?.label) {
		case 'undone':
			return `Undone on ${dayInWords(hindsight.on)}: the text went back to what it had been.`;
		case 'rotating':
			return `Rotating text: what came in was gone again within ${flapDays} days, or had been there within the ${rotationDays} days before.`;
		case 'churning':
			return `The same clauses change a few words again and again, as a counter does, or the page changed at least ${restlessTimes} times within ${restlessDays} days.`;
		case 'furniture':
			return 'Page furniture: menus, banners and notices that stand around the agreement, not its terms.';
		case 'slip':
			return 'A slip was put right: a misspelt or doubled word, a stop. The clauses say what they said before.';
		case 'filled':
			return 'Probably only a part of the agreement had been captured before, or none of it.';
		case 'other-page':
			return 'Another page stood in the place of the agreement, before or since: its text binds nobody.';
		case 'older':
			return 'Probably another edition: the page names an earlier day than it did before.';
		case 'stood':
			return `The shorter text has stood for more than ${flapDays} days, so it is taken for the agreement.`;
		default:
			return '';
	}
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** `de` → `German`; empty where the language is not known. */
export function languageName(tag: string): string {
	return tag === 'und' ? '' : (languageNames.of(tag) ?? '');
}
