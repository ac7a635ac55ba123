/** The rules of the classes in plain words, in the order in which they are tried. */

import { fewestWords } from '../../analysis/clauses/label.ts';
import type { ChangeClass } from '../../model/change.ts';
import { flapDays, lostShare, recoveredShare, replacedShare } from '../../model/thresholds.ts';
import { percent } from '../../text/counts-in-words.ts';
import { boundsInWords } from '../addresses/wording.ts';

interface ClassRule {
	readonly name: ChangeClass;
	readonly rule: string;
	readonly shown: string;
}

export const classRules: readonly ClassRule[] = [
	{
		name: 'unfollowed',
		rule: `The text is too long to compare: ${boundsInWords}. The version after it is compared with the last one that was followed.`,
		shown:
			'Too long to compare. Until a text can be compared again, the pages show the last one that was, and say so.',
	},
	{ name: 'first', rule: 'The first version that the archive holds.', shown: 'A first record.' },
	{
		name: 'technical',
		rule: 'The archive’s way of reading the page changed (its commit says so, or the text is put together from several pages where it was one, or the other way), no clause that stayed says something else or has a sentence more, the words of its links aside where the reading lost them, none came in between others, and the text states no later day for itself.',
		shown: 'No change in the terms.',
	},
	{
		name: 'flap',
		rule: `The text is again one that the agreement had at some time in the last ${flapDays} days, dates aside.`,
		shown: 'No change in the terms.',
	},
	{
		name: 'cosmetic',
		rule: 'No sentence differs once link targets, markup, case, quotes, dashes between words, the numbers of clauses and the days of editions are set aside, wherever clauses are cut and however often each stands.',
		shown: 'No change in the terms; the history says which of these differ.',
	},
	{
		name: 'language',
		rule: `The page came in another language: at least ${percent(replacedShare)} of the text is new, and most of that is in another language than the text before.`,
		shown: 'No change in the terms.',
	},
	{
		name: 'lost',
		rule: `Less than ${percent(lostShare)} of the text is left: often a failed capture.`,
		shown: `A lesser change; a change in the terms once the shorter text has stood for more than ${flapDays} days, or at once where a person accepted it.`,
	},
	{
		name: 'recovered',
		rule: `After a loss, or a page in another language, the text is back with no sentence changed since, or at least ${percent(recoveredShare)} of it and nothing to compare it with. Where sentences changed, they are told against the last good text.`,
		shown: 'No change in the terms.',
	},
	{
		name: 'numbers',
		rule: 'Only numbers differ, and the signs, days and times that belong to them: an age, a price, a period, a deadline. The day of an edition is none.',
		shown: 'A change in the terms.',
	},
	{
		name: 'reordered',
		rule: 'The same clauses in another order.',
		shown: 'A lesser change.',
	},
	{
		name: 'minor',
		rule: `Only clauses that are nothing but links, or have fewer than ${fewestWords} words and make no sentence. A number in a row of a table is not minor.`,
		shown: 'A lesser change.',
	},
	{ name: 'substantive', rule: 'Everything else.', shown: 'A change in the terms.' },
];
