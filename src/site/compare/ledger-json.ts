/**
 * `ledger.json.gz`, beside the page of each agreement: its whole recorded history in one public file, JSON in gzip. Unpacked by
 * `curl --silent <address> | gunzip`, whether or not the host says that it is packed.
 *
 * `format` is raised whenever a reader of the file has to be altered. The columns of `versions` are of equal length, in commit order:
 * `fetched` holds seconds since 1970 (UTC), each less the one before it; `commits` the first twelve digits of the commit, enough for git and
 * for forges; `classes` and `ranks` what the methodology page explains. The last part of the address of a change is the day of its
 * fetch, with `-2` for the second version of a day, and so on; `bases` names, as pairs of indexes, the versions that are compared with another than
 * the one before them. Where `yearPagesBefore` names a year, the changes before it stand on the pages of their years, each at its day
 * (`2023/#2023-06-16`), to which their own addresses lead. `ledger` is described in `src/analysis/ledger/pack-ledger.ts`: pieces of text, the
 * texts made of them, and for each version which clause stood in which text.
 */

import { type PackedLedger, packLedger, unpackLedger } from '../../analysis/ledger/pack-ledger.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import { type ChangeClass, hasPage, type Rank } from '../../model/change.ts';
import type { Ledger } from '../../model/ledger.ts';
import { dayNamer } from '../../text/day-names.ts';

export interface LedgerFile {
	readonly format: 2;
	readonly platform: string;
	readonly agreement: string;
	/** BCP 47 tag of today's text; `und` where it cannot be told. */
	readonly language: string;
	/** The last day on which it was followed, `2026-06-16`; left out while it is. */
	readonly retired?: string;
	/** Of the text inside its git repository. */
	readonly path: string;
	/** Public address of that repository; null where the collection names none. */
	readonly repository: string | null;
	readonly versions: {
		readonly fetched: readonly number[];
		readonly commits: readonly string[];
		readonly classes: readonly ChangeClass[];
		readonly ranks: readonly Rank[];
		readonly bases: readonly (readonly [number, number])[];
		/** First year whose changes have pages of their own; left out where those of all years have. */
		readonly yearPagesBefore?: string;
	};
	readonly ledger: PackedLedger;
}

export interface RecordedVersion {
	/** Last part of the address of its change. */
	readonly day: string;
	/** ISO 8601, UTC. */
	readonly fetched: string;
	/** Twelve digits. */
	readonly commit: string;
	readonly class: ChangeClass;
	readonly rank: Rank;
	/** True where its change is shown on a page. */
	readonly page: boolean;
	/** True where it stands on that of its year. */
	readonly onYearPage: boolean;
	/** Index of the version that it is compared with; −1 for the first. */
	readonly base: number;
}

/** An agreement through time, as the browser knows it. */
export interface RecordedAgreement
	extends Pick<LedgerFile, 'platform' | 'agreement' | 'path' | 'repository' | 'retired'> {
	readonly ledger: Ledger;
	/** One a state of the ledger. */
	readonly versions: readonly RecordedVersion[];
}

const commitDigits = 12;

export function ledgerFile(
	{ collection, prefix, yearPagesBefore }: Pick<Archive, 'collection' | 'prefix' | 'yearPagesBefore'>,
	platform: Platform,
	{ name, language, retired, path, changes, ledger }: Agreement,
): LedgerFile {
	const moments = changes.map(({ version }) => Date.parse(version.fetched) / 1000);
	return {
		format: 2,
		platform: platform.name,
		agreement: name,
		language,
		...(retired === null ? {} : { retired: retired.day }),
		path: prefix + path,
		repository: collection.repository ?? null,
		versions: {
			fetched: moments.map((moment, at) => moment - (moments[at - 1] ?? 0)),
			commits: changes.map(({ version }) => version.commit.slice(0, commitDigits)),
			classes: changes.map((change) => change.class),
			ranks: changes.map(({ rank }) => rank),
			bases: changes.flatMap(({ index, base }) => (base === index - 1 ? [] : [[index, base] as const])),
			...(yearPagesBefore === '' ? {} : { yearPagesBefore }),
		},
		ledger: packLedger(ledger),
	};
}

/** @throws Error where the file has a format that this code does not know: page and file come from different builds */
export function readLedgerFile(file: LedgerFile): RecordedAgreement {
	if (file.format !== 2) throw new Error('The page is older than its data: load it anew');
	const { platform, agreement, path, repository, retired } = file;
	return {
		...(retired === undefined ? {} : { retired }),
		platform,
		agreement,
		path,
		repository,
		versions: versionsOf(file),
		ledger: unpackLedger(file.ledger),
	};
}

function versionsOf({ versions }: LedgerFile): RecordedVersion[] {
	const { fetched, commits, classes, ranks, yearPagesBefore = '' } = versions;
	const bases = new Map(versions.bases);
	const nameDay = dayNamer();
	let moment = 0;
	return fetched.map((seconds, at) => {
		moment += seconds;
		const iso = `${new Date(moment * 1000).toISOString().slice(0, 19)}Z`;
		const own = classes[at] as ChangeClass;
		const [day, page] = [nameDay(iso), hasPage({ class: own })];
		return {
			day,
			fetched: iso,
			commit: commits[at] as string,
			class: own,
			rank: ranks[at] as Rank,
			page,
			onYearPage: page && day < yearPagesBefore,
			base: bases.get(at) ?? at - 1,
		};
	});
}
