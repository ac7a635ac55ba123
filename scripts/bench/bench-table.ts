/** What a build cost, as a table. */

import { phases } from '../../src/build/build-site.ts';
import type { KindWeight } from '../../src/build/site-weight.ts';
import type { BenchReport, BuildCost } from './bench-build.ts';

/** One row a figure, for people. */
export function benchTable(report: BenchReport): string {
	const { yardstick, total, build, memory, next, site, accounted } = report;
	const { read, milliseconds } = build;
	const rows: [string, string][] = [
		['git log -p (yardstick)', seconds(yardstick)],
		...phases.map((phase): [string, string] => [phase, seconds(milliseconds[phase])]),
		['total', seconds(total)],
		['total ÷ yardstick', (total / yardstick).toFixed(2)],
		['analyse ÷ yardstick', (milliseconds.analyse / yardstick).toFixed(2)],
		['peak memory of the build', megabytes(memory.own)],
		['peak memory of its largest child', megabytes(memory.children)],
		['peak memory of all together', megabytes(memory.together)],
		...(next === null ? [] : nextRows(total, next)),
		['pages', String(site.pages)],
		['site, raw', megabytes(site.raw)],
		...build.weight.map(weightRow),
		['page weight gzipped, p50', kilobytes(site.p50)],
		['page weight gzipped, p95', kilobytes(site.p95)],
		['shared style and script, gzipped', kilobytes(site.shared)],
		['commits read', String(read.commits)],
		['commits with versions', String(read.commitsWithVersions)],
		...Object.entries(read.setAside).map(([reason, count]): [string, string] => [
			`set aside: ${reason}`,
			String(count),
		]),
		...Object.entries(read.filesSetAside).map(([reason, count]): [string, string] => [
			`files set aside: ${reason}`,
			String(count),
		]),
		['read = with versions + set aside', accounted ? 'yes' : 'NO'],
		['versions', String(read.versions)],
	];
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, value]) => `${name.padEnd(width)}  ${value.padStart(12)}`).join('\n');
}

function weightRow({ kind, files, bytes, expected }: KindWeight): [string, string] {
	return [`site: ${kind} (${files}), expected ${megabytes(expected)}`, megabytes(bytes)];
}

/** Of the build after one new commit. */
function nextRows(first: number, { total, build, memory }: BuildCost): [string, string][] {
	return [
		...phases.map((phase): [string, string] => [`next: ${phase}`, seconds(build.milliseconds[phase])]),
		['next: total', seconds(total)],
		['next: total ÷ first total', (total / first).toFixed(2)],
		['next: pages rendered', String(build.rendered)],
		['next: peak memory of all together', megabytes(memory.together)],
	];
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number | null): string {
	return bytes === null ? 'not told' : `${(bytes / 1_000_000).toFixed(0)} MB`;
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`;
}
