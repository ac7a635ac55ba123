/** One invented agreement from the texts of its versions: its ledger, its versions and its changes, by the real analysis. */
import { statedToday, withDates } from '../analysis/changes/dated-changes.ts';
import { describeChanges } from '../analysis/changes/describe-changes.ts';
import { type BuiltLedger, buildLedger } from '../analysis/ledger/build-ledger.ts';
import type { Agreement } from '../model/archive.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Version } from '../model/version.ts';

/** What was captured on a day (`YYYY-MM-DD`). */
export type Capture = readonly [day: string, text: string | null];

/** Texts are told apart by their words; null is one past the bounds of a ledger. */
export function built(texts: readonly (string | null)[]): BuiltLedger {
	return buildLedger(
		texts.map((text) => ({ name: text ?? '', bytes: text === null ? null : Buffer.from(text) })),
	);
}

export function ledgerOf(texts: readonly (string | null)[]): Ledger {
	return built(texts).ledger;
}

/** The version at that place of a history, fetched before dawn of the day. */
export function sampleVersion(day: string, index: number, path = 'Tern/Terms.md'): Version {
	const fetched = `${day}T04:00:00Z`;
	return {
		commit: String(index).padStart(40, '0'),
		path,
		blob: String(index).padStart(40, 'b'),
		fetched,
		committed: fetched,
		subject: '',
		origin: 'record',
		evidence: { sources: [] },
	};
}

/** In English, and no topic is looked for. */
export function agreementOf(...captures: readonly Capture[]): Agreement {
	const versions = captures.map(([day], index) => sampleVersion(day, index));
	const analysed = built(captures.map(([, text]) => text));
	const { ledger } = analysed;
	const changes = withDates(ledger, 'en', describeChanges(versions, analysed));
	return {
		name: 'Terms',
		slug: 'terms',
		path: 'Tern/Terms.md',
		language: 'en',
		clauses: ledger.states.at(-1)?.clauses.length ?? 0,
		versions,
		former: [],
		retired: null,
		provenSince: [],
		ledger,
		changes,
		stated: statedToday(ledger, 'en', changes),
		topics: { findings: [], spans: {}, stays: {} },
	};
}
