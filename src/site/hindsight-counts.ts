/** What hindsight says of the changes of an archive, counted. */
import type { Entry } from '../model/archive.ts';
import type { Hindsight } from '../model/change.ts';

interface LabelCount {
	readonly name: string;
	readonly meaning: string;
	readonly count: number;
}

const labels: readonly {
	readonly label: Hindsight['label'];
	readonly name: string;
	readonly meaning: string;
}[] = [
	{ label: 'undone', name: 'Undone', meaning: 'The text went back within 30 days.' },
	{
		label: 'rotating',
		name: 'Rotating text',
		meaning: 'Every clause that came in was gone again within 30 days, or had been there before.',
	},
	{
		label: 'churning',
		name: 'Churning clause',
		meaning: 'The same clause changes a few words again and again, like a counter.',
	},
	{
		label: 'furniture',
		name: 'Page furniture',
		meaning: 'Menus, banners, cookie notices around the agreement.',
	},
	{ label: 'stood', name: 'Stood', meaning: 'A text that seemed lost stayed short for 30 days.' },
];

export function countHindsight(entries: readonly Entry[]): LabelCount[] {
	const found = Map.groupBy(entries, ({ change }) => change.hindsight?.label);
	return labels.map(({ label, name, meaning }) => ({ name, meaning, count: found.get(label)?.length ?? 0 }));
}
