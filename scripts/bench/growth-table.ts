/** What builds of growing archives cost, as a table. */
import type { GrowthStep } from './growth-cost.ts';

const head = [
	'archive',
	'versions',
	'texts',
	'pages',
	'records',
	'time',
	'a text',
	'a page',
	'a record',
	'memory',
];

export function growthTable(steps: readonly GrowthStep[]): string {
	const rows = [head, ...steps.map(rowOf)];
	const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows
		.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
		.join('\n');
}

function rowOf({ name, versions, texts, cost: { total, build, memory } }: GrowthStep): string[] {
	const each = (count: number): string => (count === 0 ? '' : `${(total / count).toFixed(1)} ms`);
	return [
		name,
		String(versions),
		String(texts),
		String(build.pages),
		String(build.searchRecords),
		`${(total / 1000).toFixed(1)} s`,
		each(texts),
		each(build.pages),
		each(build.searchRecords),
		memory.together === null ? 'not told' : `${(memory.together / 1_000_000).toFixed(0)} MB`,
	];
}
