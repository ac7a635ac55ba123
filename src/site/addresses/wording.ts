/** The words that pages share: names of classes, why a change is folded, what hindsight says. Plain, and never a judgement. */

import { restlessDays, restlessTimes, rotationDays } from '../../analysis/changes/hindsight.ts';
import { mostOfAgreement, mostOfVersion } from '../../analysis/ledger/ledger-bounds.ts';
import type { Change, ChangeClass, CosmeticPart, Hindsight } from '../../model/change.ts';
import { flapDays } from '../../model/thresholds.ts';
import { grouped, listed } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';

/** Name of each class, as tables show it. */
export const classNames: Readonly<Record<ChangeClass, string>> = {
	unfollowed: 'Not followed',
	first: 'First record',
	technical: 'Technical',
	flap: 'Put back',
	cosmetic: 'Cosmetic',
	language: 'Other language',
	lost: 'Text lost',
	recovered: 'Recovered',
	numbers: 'Number changed',
	reordered: 'Reordered',
	minor: 'Minor',
	substantive: 'Substantive',
};

const cosmeticNames: Readonly<Record<CosmeticPart, string>> = {
	links: 'link targets',
	markup: 'markup',
	typography: 'case, quotes or dashes',
	dates: 'dates',
	cuts: 'where clauses are cut',
	numbering: 'the numbers of clauses',
	spelling: 'spelling',
	labels: 'labels of links and pictures',
};

/** Why a version may not be followed. */
export const boundsInWords = `the text has more than ${sizeInWords(mostOfVersion)}, or all recorded texts of the agreement together have more than ${sizeInWords(mostOfAgreement)}`;

function sizeInWords({ lines, bytes }: typeof mostOfVersion): string {
	return `${grouped(lines)} lines or ${grouped(bytes / 1_000_000)} MB`;
}

const reasons: Readonly<Partial<Record<ChangeClass, string>>> = {
	unfollowed: `Its clauses are not followed: ${boundsInWords}.`,
	technical: 'The archive reads the page in another way; the agreement itself is not known to have changed.',
	flap: `The text is again one that the agreement had within the last ${flapDays} days.`,
	language: 'The page came in another language.',
	recovered: 'The text that had been lost is back.',
};

/** Why a change has no page of its own, in one sentence; empty where it has one. */
export function foldReason(change: Change): string {
	if (change.class !== 'cosmetic') return reasons[change.class] ?? '';
	const parts = change.cosmetic.map((part) => cosmeticNames[part]);
	return parts.length === 0 ? 'No word changed.' : `Only ${listed(parts)} differ.`;
}

/** The same with the name of the class before it. */
export function foldedFully(change: Change): string {
	return `${classNames[change.class]}. ${foldReason(change)}`;
}

/** The few words for a folded change in a list of many: `Put back`, `Only dates`. */
export function foldedBriefly(change: Change): string {
	if (change.class !== 'cosmetic' || change.cosmetic.length === 0)
		return classNames[change.class].toLowerCase();
	return `only ${listed(change.cosmetic.map((part) => cosmeticNames[part]))}`;
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
