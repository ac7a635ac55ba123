/** Agreements by platform, named and sorted, and what is counted over all of their changes. */
import path from 'node:path';
import type { Agreement, Entry, FormerName, FormerPlatform, Platform } from '../model/archive.ts';
import { type ChangeClass, changeClasses } from '../model/change.ts';
import type { Version } from '../model/version.ts';
import { showInvisible } from '../text/legible.ts';
import { assignSlugs } from '../text/slugs.ts';
import type { AnalysedAgreement } from './analyse-agreements.ts';
import { type ProvenSince, provenVersions } from './proven-since.ts';
import type { Retirements } from './retirements.ts';

/** The parts of an agreement's address. */
export interface PlaceSlugs {
	readonly platform: string;
	readonly agreement: string;
}

/** @param files all that the archive holds: a name has its address beside the others */
export function slugsOf(files: readonly string[]): ReadonlyMap<string, PlaceSlugs> {
	const folders = Map.groupBy(files, (file) => path.posix.dirname(file));
	const platforms = assignSlugs([...folders.keys()]);
	const places = [...folders].flatMap(([folder, members]) => {
		const agreements = assignSlugs(members.map(nameOf));
		const platform = platforms.get(folder) as string;
		return members.map(
			(file) => [file, { platform, agreement: agreements.get(nameOf(file)) as string }] as const,
		);
	});
	return new Map(places);
}

function nameOf(file: string): string {
	return path.posix.basename(file, '.md');
}

/** What is known of agreements beside their texts. */
interface Standing {
	readonly retirements: Retirements;
	readonly proven: ProvenSince;
}

/**
 * @param files all names that the archive holds or held, of which these are some
 * @param former file → the files of its former names, oldest first
 */
export function groupByPlatform(
	agreements: readonly AnalysedAgreement[],
	files: readonly string[],
	former: ReadonlyMap<string, readonly string[]>,
	{ retirements, proven }: Standing = { retirements: new Map(), proven: new Map() },
): Platform[] {
	const slugs = slugsOf(files);
	const slugsAt = (file: string): PlaceSlugs => slugs.get(file) as PlaceSlugs;
	const folders = Map.groupBy(agreements, ({ path: file }) => path.posix.dirname(file));
	return [...folders]
		.map(([name, members]) => ({
			name: showInvisible(name),
			slug: slugsAt(members[0]?.path ?? '').platform,
			agreements: members
				.map((member) => {
					const names = former.get(member.path) ?? [];
					return named(member, {
						...placed(member.path, slugsAt).agreement,
						former: names.map((file) => placed(file, slugsAt)),
						retired: retirements.get(member.path) ?? null,
						provenSince: provenVersions(member.versions, proven),
					});
				})
				.sort(byName),
		}))
		.sort(byName);
}

/** Name and address of a file. */
function placed(file: string, slugsAt: (file: string) => PlaceSlugs): FormerName {
	const slugs = slugsAt(file);
	return {
		path: file,
		platform: { name: showInvisible(path.posix.dirname(file)), slug: slugs.platform },
		agreement: { name: showInvisible(nameOf(file)), slug: slugs.agreement },
	};
}

/** Leaves the ledger where it is: the build command keeps it on disk until somebody asks. */
function named(
	member: AnalysedAgreement,
	{ name, slug, former, retired, provenSince }: Omit<Agreement, keyof AnalysedAgreement>,
): Agreement {
	const { path: file, language, clauses, versions, changes, topics, stated } = member;
	return {
		name,
		slug,
		former,
		retired,
		provenSince,
		path: file,
		language,
		clauses,
		versions,
		changes,
		topics,
		stated,
		get ledger() {
			return member.ledger;
		},
	};
}

/** Each once; one whose agreements went to several is the one that has most of them, of several such the first by name. */
export function formerPlatforms(platforms: readonly Platform[]): FormerPlatform[] {
	const known = new Set(platforms.map(({ slug }) => slug));
	const moved = platforms.flatMap(({ slug, agreements }) =>
		agreements.flatMap(({ former }) =>
			former
				.filter(({ platform }) => !known.has(platform.slug))
				.map(({ platform }) => ({ platform, now: slug })),
		),
	);
	return [...Map.groupBy(moved, ({ platform }) => platform.slug).values()].map((names) => {
		const heirs = [...Map.groupBy(names, ({ now }) => now).values()];
		const [most] = heirs.sort((one, other) => other.length - one.length) as [typeof names];
		const [{ platform, now }] = most as [(typeof names)[number]];
		return { former: platform, now };
	});
}

const collator = new Intl.Collator('en', { numeric: true });

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
	return collator.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);
}

export function newestFirst(platforms: readonly Platform[]): Entry[] {
	const entries = platforms.flatMap((platform) =>
		platform.agreements.flatMap((agreement) =>
			agreement.changes.map((change) => ({ platform, agreement, change })).reverse(),
		),
	);
	return entries.sort((one, other) => compareTimes(other.change.version, one.change.version));
}

function compareTimes(one: Version, other: Version): number {
	return one.fetched < other.fetched ? -1 : one.fetched > other.fetched ? 1 : 0;
}

export function countClasses(entries: readonly Entry[]): Record<ChangeClass, number> {
	const counts = Object.fromEntries(changeClasses.map((name) => [name, 0])) as Record<ChangeClass, number>;
	for (const { change } of entries) counts[change.class]++;
	return counts;
}

export function newest(entries: readonly Entry[]): string | null {
	return entries[0]?.change.version.fetched ?? null;
}
