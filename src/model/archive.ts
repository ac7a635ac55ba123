/** The whole archive as the pages see it: read once per build, never written. */
import type { Change, ChangeClass } from './change.ts';
import type { Collection } from './collection.ts';
import type { StatedDays } from './dated.ts';
import type { Note, OwnPage, Post, ProvisionText } from './editorial.ts';
import type { Ledger } from './ledger.ts';
import type { QuoteHistory } from './quote-history.ts';
import type { Regulation } from './regulation.ts';
import type { Retirement } from './retirement.ts';
import type { Status } from './status.ts';
import type { AgreementTopics, Topic } from './topic.ts';
import type { Version } from './version.ts';
import type { Voice } from './voice.ts';

export interface Agreement {
	/** File name without `.md`: "Terms of Service". */
	readonly name: string;
	/** Lower-case ASCII, unique within the platform. */
	readonly slug: string;
	/** `<platform>/<agreement>.md` */
	readonly path: string;
	/** BCP 47 tag of its newest text that is not empty; `und` where it cannot be told. */
	readonly language: string;
	/** In commit order; at least one. Those of former names are among them. */
	readonly versions: readonly Version[];
	/** Under which names it was recorded before, oldest first; most never had another. */
	readonly former: readonly FormerName[];
	/** Null where it is followed, or where nothing says. */
	readonly retired: Retirement | null;
	/** One a version: since when a time-stamp proves that it exists, ISO 8601; null where none does. Empty where none does of any. */
	readonly provenSince: readonly (string | null)[];
	/** Number of clauses in today's text. */
	readonly clauses: number;
	/** May be read from disk at each asking: ask once, and not for every agreement where another field answers as well. */
	readonly ledger: Ledger;
	/** One a version, same order; the first is of class `first`. */
	readonly changes: readonly Change[];
	/** What the rules of topics found in it. */
	readonly topics: AgreementTopics;
	/** The days that today's text gives itself. */
	readonly stated: StatedDays;
}

/** Where an agreement was recorded before it, or its platform, was renamed. */
export interface FormerName {
	/** `<platform>/<agreement>.md` of those versions. */
	readonly path: string;
	/** As they had an address, beside all others of the archive. */
	readonly platform: Pick<Platform, 'name' | 'slug'>;
	readonly agreement: Pick<Agreement, 'name' | 'slug'>;
}

export interface Platform {
	/** Folder name: "Amazon Web Services". */
	readonly name: string;
	/** Lower-case ASCII, unique in the archive. */
	readonly slug: string;
	/** By name. */
	readonly agreements: readonly Agreement[];
}

/** A platform that no longer has a page of its own, and what it is now. */
export interface FormerPlatform {
	readonly former: Pick<Platform, 'name' | 'slug'>;
	/** Slug of the platform that has most of its agreements. */
	readonly now: string;
}

/** A change together with where it belongs. */
export interface Entry {
	readonly platform: Platform;
	readonly agreement: Agreement;
	readonly change: Change;
}

/** A clause that somebody explained, found in the archive. */
export interface Provision extends Omit<ProvisionText, 'platform' | 'agreement'> {
	readonly platform: Platform;
	readonly agreement: Agreement;
	readonly history: QuoteHistory;
}

/** What the reader of the git history met; commits = with versions + set aside. */
export interface ReadReport {
	readonly commits: number;
	readonly commitsWithVersions: number;
	readonly versions: number;
	/** Reason → number of commits. */
	readonly setAside: Readonly<Record<string, number>>;
	/** Reason → number of files that are no texts, in commits with versions. */
	readonly filesSetAside: Readonly<Record<string, number>>;
}

/** A time in which nothing was recorded anywhere although something should have been. */
export interface CaptureGap {
	/** Moments of the last record before the silence and of the first after it, ISO 8601. */
	readonly from: string;
	readonly to: string;
}

/** On how many platforms a topic is found. */
export interface TopicSpread {
	/** Platforms with such a clause today. */
	readonly with: number;
	/** Platforms that the rules can read. */
	readonly of: number;
}

export interface Archive {
	readonly collection: Collection;
	/** By name. */
	readonly platforms: readonly Platform[];
	/** Each once. */
	readonly formerPlatforms: readonly FormerPlatform[];
	/** Every recorded change of every class, newest first; equal times in reverse commit order. */
	readonly entries: readonly Entry[];
	/** Of each change that is one event with changes of other agreements, all of them, the first fetched first. */
	readonly events: ReadonlyMap<Change, readonly Entry[]>;
	readonly classCounts: Readonly<Record<ChangeClass, number>>;
	readonly report: ReadReport;
	/** Commit that was read; null for an archive without one. */
	readonly head: string | null;
	/** Path of the folder of versions inside its git repository, with a slash at its end; empty where they lie at the root. */
	readonly prefix: string;
	/** Declared platforms and agreements that are followed, so that an archive without versions can say what it waits for. */
	readonly declared: readonly {
		readonly platform: string;
		readonly agreement: string;
		readonly source: string;
	}[];
	/** What the captures said of each agreement; null where nobody wrote it down, as in archives of other tools. */
	readonly status: Status | null;
	/** By name. */
	readonly topics: readonly Topic[];
	/** By topic. */
	readonly spread: ReadonlyMap<string, TopicSpread>;
	/** By topic: a few of the plainest words of each side, in the order of the topic's sides. */
	readonly voices: ReadonlyMap<string, readonly Voice[]>;
	/** By short name. */
	readonly regulations: readonly Regulation[];
	/** By platform, then by title. */
	readonly provisions: readonly Provision[];
	/** Whether there are provisions: where there are, every page leads to them. */
	readonly hasProvisions: boolean;
	/** Newest first. */
	readonly posts: readonly Post[];
	/** By platform, agreement and change. */
	readonly notes: readonly Note[];
	/** The maintainer's own, in the order of the foot. */
	readonly pages: readonly OwnPage[];
	/** `fetched` of the newest version: the archive's "today" for ages; null when empty. */
	readonly latest: string | null;
	/** First year whose changes have pages of their own, `2024`; empty where those of all years have. */
	readonly yearPagesBefore: string;
	/** Of the newest prominent changes, as feeds hold them, where somebody drew them already: HTML. */
	readonly redlines: ReadonlyMap<Change, string>;
	/** Oldest first. */
	readonly gaps: readonly CaptureGap[];
}
