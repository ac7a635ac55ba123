/**
 * One platform of an archive as a message to another thread, and the archive that the pages of that platform see there.
 *
 * What crosses is plain and small: a ledger stays on its shelf until a page asks for it, and of other platforms go only the changes that
 * are told together with one of this platform's.
 */
import type { Agreement, Archive, Entry, Platform, Provision } from '../model/archive.ts';
import type { Change } from '../model/change.ts';
import type { Ledger } from '../model/ledger.ts';
import { newestFirst } from './collect-platforms.ts';

/** What all pages share: the same for every platform, and so sent once. */
export type Surroundings = Omit<Archive, 'platforms' | 'entries' | 'events' | 'provisions' | 'redlines'>;

type WithoutLedger = Omit<Agreement, 'ledger'>;

export interface PlatformPart {
	readonly platform: Omit<Platform, 'agreements'> & { readonly agreements: readonly WithoutLedger[] };
	/** As in the archive: of this platform's changes. */
	readonly events: ReadonlyMap<Change, readonly SentEntry[]>;
	readonly provisions: readonly (Omit<Provision, 'platform' | 'agreement'> & {
		/** Path of the agreement. */
		readonly on: string;
	})[];
}

interface SentEntry extends Omit<Entry, 'platform' | 'agreement'> {
	readonly platform: PlatformPart['platform'];
	readonly agreement: WithoutLedger;
}

export function surroundingsOf(archive: Archive): Surroundings {
	const { platforms, entries, events, provisions, redlines, ...rest } = archive;
	return rest;
}

export function partOf({ events, provisions }: Archive, platform: Platform): PlatformPart {
	const agreements = platform.agreements.map((agreement) => plain(agreement));
	const sent = { name: platform.name, slug: platform.slug, agreements };
	const own = new Map(platform.agreements.map((agreement, at) => [agreement, agreements[at]]));
	const send = ({ platform, agreement, change }: Entry): SentEntry => {
		const ours = own.get(agreement);
		if (ours !== undefined) return { platform: sent, agreement: ours, change };
		const { name, slug } = platform;
		return { platform: { name, slug, agreements: [] }, agreement: nameOnly(agreement), change };
	};
	const changes = agreements.flatMap((agreement) => agreement.changes);
	return {
		platform: sent,
		events: new Map(
			changes.flatMap((change) => {
				const members = events.get(change);
				return members === undefined ? [] : [[change, members.map(send)] as const];
			}),
		),
		provisions: provisions
			.filter((provision) => provision.platform === platform)
			.map(({ platform, agreement, ...rest }) => ({ ...rest, on: agreement.path })),
	};
}

/**
 * The archive as if it held this platform alone.
 * @param ledgerOf is asked each time that a page asks for an agreement's ledger
 */
export function archiveOfPart(
	surroundings: Surroundings,
	{ platform, events, provisions }: PlatformPart,
	ledgerOf: (agreement: WithoutLedger) => Ledger,
): Archive {
	for (const agreement of platform.agreements)
		Object.defineProperty(agreement, 'ledger', { get: () => ledgerOf(agreement) });
	// The message is this thread's own: its agreements became whole in place, and all that leads to them leads to whole ones.
	const whole = platform as Platform;
	const named = new Map(whole.agreements.map((agreement) => [agreement.path, agreement]));
	return {
		...surroundings,
		platforms: [whole],
		entries: newestFirst([whole]),
		events: events as Archive['events'],
		redlines: new Map(),
		provisions: provisions.map(({ on, ...provision }) => ({
			...provision,
			platform: whole,
			agreement: named.get(on) as Agreement,
		})),
	};
}

/** Names the fields: to spread an agreement would ask for its ledger. */
function plain(agreement: Agreement): WithoutLedger {
	const { name, slug, former, retired, provenSince, path, language } = agreement;
	const { clauses, versions, changes, topics, stated } = agreement;
	return {
		name,
		slug,
		former,
		retired,
		provenSince,
		path,
		language,
		clauses,
		versions,
		changes,
		topics,
		stated,
	};
}

function nameOnly(agreement: Agreement): WithoutLedger {
	return { ...plain(agreement), versions: [], changes: [], topics: { findings: [], spans: {}, stays: {} } };
}
