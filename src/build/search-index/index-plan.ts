/**
 * Which agreements the search index is to be made of anew. A large index is written whole now and then; what changed since lies in a small
 * part beside it, and the browser leaves out of the large ones what the small one has anew.
 */
import { codeHash } from '../../code-hash.ts';
import type { Archive } from '../../model/archive.ts';
import { agreementUrl, withoutBase } from '../../site/addresses/urls.ts';
import { agreementKey, dataKey } from '../../site/page-keys.ts';
import type { IndexParts } from '../../site/search/index-parts.ts';
import { searchShards, shardFolder } from '../../site/search/search-shards.ts';
import { readKept, writeKept } from '../kept-file.ts';
import type { Unit, Units } from '../kept-site.ts';

/** An agreement as it was indexed. */
interface Indexed {
	/** Of all that its records are made of. */
	readonly key: string;
	/** Without base path. */
	readonly address: string;
}

/** Path → agreement. */
type IndexedAgreements = Readonly<Record<string, Indexed>>;

/** A part that is to be written, and the paths of its agreements. */
export interface PartToWrite {
	/** Below the index; empty for the index itself. */
	readonly folder: string;
	readonly agreements: readonly string[];
}

export interface IndexPlan {
	readonly write: readonly PartToWrite[];
	/** True where all of the index is written, and its records are marked so that they can be left out later. */
	readonly isWhole: boolean;
	/** What the browser has to know. */
	readonly parts: IndexParts;
	/** What the large parts hold once the plan is carried out. */
	readonly base: IndexedAgreements;
	/** Units that stand as they should. */
	readonly keep: Units;
	readonly keys: { readonly base: string; readonly delta: string };
}

/** Where the plan finds what the index was made of, in the cache of a build. */
const fileName = 'search-index.json';
const deltaFolder = 'delta/';
export const baseUnit = 'search index';
export const deltaUnit = 'search index since';

/** Agreements beside the large parts, at most: as many, or as large a share of all, the more of the two. Each search asks one part more. */
const mostBeside = 16;
const shareBeside = 0.05;

/** Everything that decides what the index of given agreements is; the year as well, because a text in force counts for every one until today. */
function indexCode(archive: Archive): string {
	const rooms = ['analysis', 'model', 'text', 'load', 'site', 'build/search-index'];
	return `${codeHash(rooms.map((room) => `src/${room}`))} ${archive.latest?.slice(0, 4)}`;
}

/** @param kept units of the site as the last build left it */
export function planIndex(archive: Archive, cache: string, kept: Units): IndexPlan {
	const today = indexedNow(archive);
	const base = readKept<IndexedAgreements>(cache, fileName);
	const standing = kept.get(baseUnit);
	if (base === null || standing?.key !== keyOf(base)) return wholePlan(archive, today);
	const fresh = Object.keys(today).filter((file) => today[file]?.key !== base[file]?.key);
	const gone = Object.keys(base).filter((file) => today[file] === undefined);
	const most = Math.max(mostBeside, Object.keys(today).length * shareBeside);
	if (fresh.length + gone.length > most) return wholePlan(archive, today);
	const superseded = [...fresh, ...gone].flatMap((file) => base[file]?.address ?? []).sort();
	const delta = dataKey([fresh.map((file) => today[file]), superseded]);
	const known = kept.get(deltaUnit);
	const isKnown = fresh.length === 0 || known?.key === delta;
	const keep: [string, Unit][] = [[baseUnit, standing]];
	if (fresh.length > 0 && known?.key === delta) keep.push([deltaUnit, known]);
	return {
		write: isKnown ? [] : [{ folder: deltaFolder, agreements: fresh }],
		isWhole: false,
		parts: {
			folders: [...foldersOf(archive), ...(fresh.length === 0 ? [] : [deltaFolder])],
			superseded,
		},
		base,
		keep: new Map(keep),
		keys: { base: standing.key, delta },
	};
}

function wholePlan(archive: Archive, today: IndexedAgreements): IndexPlan {
	const shards = searchShards(archive).map((platforms, shard) => ({
		folder: shardFolder(shard),
		agreements: platforms.flatMap(({ agreements }) => agreements.map(({ path }) => path)),
	}));
	return {
		write: shards,
		isWhole: true,
		parts: { folders: foldersOf(archive), superseded: [] },
		base: today,
		keep: new Map(),
		keys: { base: keyOf(today), delta: '' },
	};
}

/** Beside the index itself. */
function foldersOf(archive: Archive): string[] {
	return searchShards(archive)
		.map((_, shard) => shardFolder(shard))
		.filter(Boolean);
}

function indexedNow(archive: Archive): IndexedAgreements {
	const code = indexCode(archive);
	return Object.fromEntries(
		archive.platforms.flatMap((platform) =>
			platform.agreements.map((agreement) => [
				agreement.path,
				{
					key: dataKey([code, agreementKey(archive, platform, agreement)]),
					address: withoutBase(agreementUrl(platform, agreement)),
				},
			]),
		),
	);
}

/** For the next build. */
export function keepBase(cache: string, { base }: IndexPlan): Promise<void> {
	return writeKept(cache, fileName, base);
}

function keyOf(base: IndexedAgreements): string {
	return dataKey(Object.entries(base).sort(([one], [other]) => (one < other ? -1 : 1)));
}
