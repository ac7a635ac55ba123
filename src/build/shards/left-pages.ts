/** Pages and parts of the search index on their way from the shards that made them to the site. */
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Unit, Units } from '../kept-site.ts';
import { baseUnit } from '../search-index/index-plan.ts';
import { type LeftBy, type MadeOf, orLost, readLeft } from './left-by-shard.ts';

/** Below the folder of a shard. */
export const siteFolder = 'site';

export interface LeftPages {
	/** Number of shards. */
	readonly of: number;
	readonly units: Units;
	/** File of the site → folder of the shard that made it. */
	readonly places: ReadonlyMap<string, string>;
	/** Written to the search index. */
	readonly records: number;
}

/** Of a build that one job makes. */
export const noPages: LeftPages = { of: 1, units: new Map(), places: new Map(), records: 0 };

/** @throws Fault where a shard is missing, or had another commit or code */
export async function readPages(shards: string, madeOf: MadeOf): Promise<LeftPages> {
	const left = await readLeft(shards, 'render', madeOf);
	const units = left.flatMap(({ units }) => Object.entries(units).filter(([name]) => name !== baseUnit));
	const places = left.flatMap(({ folder, units }) =>
		Object.values(units).flatMap(({ files }) => files.map((file) => [file, folder] as const)),
	);
	return {
		of: left.length,
		units: new Map([...units, ...joinedIndex(left)]),
		places: new Map(places),
		records: left.reduce((sum, { records }) => sum + records, 0),
	};
}

/** The parts of all shards as one unit, where each wrote its own by the same plan. */
function joinedIndex(left: readonly LeftBy<'render'>[]): [string, Unit][] {
	const parts = left.flatMap(({ units }) => units[baseUnit] ?? []);
	const [key, ...others] = new Set(parts.map((part) => part.key));
	if (key === undefined || others.length > 0 || parts.length < left.length) return [];
	return [[baseUnit, { key, files: parts.flatMap(({ files }) => files) }]];
}

/**
 * Puts what the shards made beside what this job did.
 * @param units of the whole site: what a shard made is taken only where it is one of them
 */
export async function takePages(left: LeftPages, units: Units, outDir: string): Promise<void> {
	for (const [name, unit] of units) {
		if (left.units.get(name) !== unit) continue;
		for (const file of unit.files) {
			const [folder, to] = [left.places.get(file) as string, path.join(outDir, file)];
			await mkdir(path.dirname(to), { recursive: true });
			await orLost(folder, copyFile(path.join(folder, siteFolder, file), to));
		}
	}
}
