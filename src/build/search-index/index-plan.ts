/**
 * Which agreements the search index is to be made of anew. A large index is written whole now and then; what changed since lies in a small
 * part beside it, and the browser leaves out of the large ones what the small one has anew.
 */
import { codeHash } from '../../code-hash.ts';
import { readKept, writeKept } from '../../load/kept-file.ts';
import type { Archive, Platform } from '../../model/archive.ts';
import { agreementUrl, withoutBase } from '../../site/addresses/urls.ts';
import { agreementKey, dataKey } from '../../site/page-keys.ts';
import type { IndexParts } from '../../site/search/index-parts.ts';
import { searchShards, shardFolder } from '../../site/search/search-shards.ts';
import type { Unit, Units } from '../kept-site.ts';
import { platformShares } from '../shards/shares.ts';

/** An agreement as it was indexed. */
interface Indexed {
	/** Of all that its records are made of. */
	readonly key: string;
	/** Without base path. */
	readonly address: string;
}

/** What the large parts hold, and where they lie: how an archive is divided among them is another matter for each number of shards. */
interface IndexBase {
	readonly format: 2;
	/** Beside the index itself. */
	readonly folders: readonly string[];
	/** Path → agreement. */
	readonly agreements: IndexedAgreements;
}

type IndexedAgreements = Readonly<Record<string, Indexed>>;

/** A part that is to be written, and the paths of its agreements. */
export interface PartToWrite {
	/** Below the index; empty for the index itself. */
	readonly folder: string;
	readonly agreements: readonly string[];
}

interface PlannedPart extends PartToWrite {
	/** Number of the shard that writes it, where the build is spread; null for the job that puts all together. */
	readonly shard: number | null;
}

export interface IndexPlan {
	readonly write: readonly PlannedPart[];
	/** True where all of the index is written, and its records are marked so that they can be left out later. */
	readonly isWhole: boolean;
	/** What the browser has to know. */
	readonly parts: IndexParts;
	/** What the large parts hold once the plan is carried out. */
	readonly base: IndexBase;
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

/**
 * @param kept units of the site as the last build left it
 * @param shards among which the work is spread
 */
export function planIndex(archive: Archive, cache: string, kept: Units, shards = 1): IndexPlan {
	const today = indexedNow(archive);
	const base = readKept<IndexBase>(cache, fileName);
	const standing = kept.get(baseUnit);
	if (base?.format !== 2 || standing?.key !== keyOf(base)) return wholePlan(archive, today, shards);
	const before = base.agreements;
	const fresh = Object.keys(today).filter((file) => today[file]?.key !== before[file]?.key);
	const gone = Object.keys(before).filter((file) => today[file] === undefined);
	const most = Math.max(mostBeside, Object.keys(today).length * shareBeside);
	if (fresh.length + gone.length > most) return wholePlan(archive, today, shards);
	const superseded = [...fresh, ...gone].flatMap((file) => before[file]?.address ?? []).sort();
	const delta = dataKey([fresh.map((file) => today[file]), superseded]);
	const known = kept.get(deltaUnit);
	const isKnown = fresh.length === 0 || known?.key === delta;
	const keep: [string, Unit][] = [[baseUnit, standing]];
	if (fresh.length > 0 && known?.key === delta) keep.push([deltaUnit, known]);
	return {
		write: isKnown ? [] : [{ folder: deltaFolder, agreements: fresh, shard: null }],
		isWhole: false,
		parts: {
			folders: [...base.folders, ...(fresh.length === 0 ? [] : [deltaFolder])],
			superseded,
		},
		base,
		keep: new Map(keep),
		keys: { base: standing.key, delta },
	};
}

function wholePlan(archive: Archive, today: IndexedAgreements, shards: number): IndexPlan {
	const write = partsOf(archive, shards);
	const folders = write.map(({ folder }) => folder).filter(Boolean);
	const base: IndexBase = { format: 2, folders, agreements: today };
	return {
		write,
		isWhole: true,
		parts: { folders, superseded: [] },
		base,
		keep: new Map(),
		keys: { base: keyOf(base), delta: '' },
	};
}

/** Each of the platforms of one shard, of which a large one fills several. A shard without platforms has none, unless nobody has any. */
function partsOf(archive: Archive, shards: number): PlannedPart[] {
	const parts = platformShares(archive, shards).flatMap((platforms, at) =>
		platforms.length === 0 && at > 0
			? []
			: searchShards({ platforms }).map((inPart) => ({ shard: at + 1, agreements: pathsOf(inPart) })),
	);
	return parts.map((part, at) => ({ ...part, folder: shardFolder(at) }));
}

function pathsOf(platforms: readonly Platform[]): string[] {
	return platforms.flatMap(({ agreements }) => agreements.map(({ path }) => path));
}

/** What of a plan one shard carries out. What changed since is little: the job that puts all together writes it. */
export function shardOfPlan(plan: IndexPlan, number: number): IndexPlan {
	return { ...plan, write: plan.write.filter(({ shard }) => shard === number) };
}

/** What is left of a plan where shards carried it out; all of it where what they made is not what the plan asks for. */
export function restOfPlan(plan: IndexPlan, made: Units): IndexPlan {
	const base = made.get(baseUnit);
	if (!plan.isWhole || base?.key !== plan.keys.base) return plan;
	return { ...plan, write: [], isWhole: false, keep: new Map([[baseUnit, base]]) };
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

function keyOf({ folders, agreements }: IndexBase): string {
	const sorted = Object.entries(agreements).sort(([one], [other]) => (one < other ? -1 : 1));
	return dataKey([folders, sorted]);
}
