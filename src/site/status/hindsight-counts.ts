/** What hindsight says of the changes of an archive, counted. */

import {
	churnDays,
	churnTimes,
	churnWords,
	fewestWords,
	restlessDays,
	restlessTimes,
	rotationDays,
	settlingDays,
} from '../../analysis/changes/hindsight.ts';
import { mostKept } from '../../analysis/changes/other-page.ts';
import type { Entry } from '../../model/archive.ts';
import type { Hindsight } from '../../model/change.ts';
import { flapDays, lostShare } from '../../model/thresholds.ts';

interface LabelCount {
	/** Its name in data. */
	readonly label: Hindsight['label'];
	readonly name: string;
	readonly meaning: string;
	readonly count: number;
}

/** Said of the labels in the order in which they are tried; `stood` is of another kind and comes last. */
const labels: readonly {
	readonly label: Hindsight['label'];
	readonly name: string;
	readonly meaning: string;
}[] = [
	{
		label: 'undone',
		name: 'Undone',
		meaning: `Within ${flapDays} days the text went back to what it had been, dates aside.`,
	},
	{
		label: 'rotating',
		name: 'Rotating text',
		meaning: `Every wording that came in was gone again within ${flapDays} days or had been there within the ${rotationDays} days before; every wording that went out was back, or had come in, as soon.`,
	},
	{
		label: 'churning',
		name: 'Again and again',
		meaning: `Each changed clause was reworded at least ${churnTimes} times within ${churnDays} days, growing or shrinking by at most ${churnWords} words each time, like a counter; or the words of the page changed at least ${restlessTimes} times within ${restlessDays} days.`,
	},
	{
		label: 'furniture',
		name: 'Page furniture',
		meaning: `No clause says anything else than before: what changed are menus, footers, banners, boxes that advertise, notices of an edition, marks of footnotes, labels and links, or the same words cut into clauses otherwise. Also what goes within ${settlingDays} days of the first record while nothing comes: then somebody mended the declaration.`,
	},
	{
		label: 'slip',
		name: 'Slip put right',
		meaning:
			'All that differs are words with one letter wrong, missing or too many, which stand nowhere in the text now, words that stood twice in a row, short forms such as “don’t” spelled out, and stops.',
	},
	{
		label: 'filled',
		name: 'Captured in full',
		meaning: `What stood before was less than ${Math.round(lostShare * 100)} % of the text now, and stands on as it was, or was fewer than ${fewestWords} words: probably a part of the agreement had been captured, or none.`,
	},
	{
		label: 'other-page',
		name: 'Another page',
		meaning: `At most ${Math.round(mostKept * 100)} % of the words stayed, and of the texts before and after one alone reads like an agreement: another page stood in its place.`,
	},
	{
		label: 'older',
		name: 'Older edition',
		meaning:
			'The page names an earlier day than it did before, in a line such as “Last updated 3 March 2025”: probably another edition was fetched. Only dates in English and in figures by year, month and day are read, and months without a day in English. A page that came to hold several documents is known by the first.',
	},
	{
		label: 'stood',
		name: 'Stood',
		meaning: `A text that seemed lost was still short after more than ${flapDays} days: it is a change in the terms.`,
	},
];

export function countHindsight(entries: readonly Entry[]): LabelCount[] {
	const found = Map.groupBy(entries, ({ change }) => change.hindsight?.label);
	return labels.map(({ label, name, meaning }) => ({
		label,
		name,
		meaning,
		count: found.get(label)?.length ?? 0,
	}));
}
