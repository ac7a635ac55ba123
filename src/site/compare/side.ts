/** Which version a day stands for, and what a reader should know of it. */
import { shownVersion } from '../../analysis/history/shown-version.ts';
import type { State } from '../../model/ledger.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import type { RecordedAgreement, RecordedVersion } from './ledger-json.ts';

/** The version that stood on a day. */
export interface Side {
	readonly day: string;
	/** The first record where the day lies before it. */
	readonly version: RecordedVersion;
	/** What a reader should know of that version; empty where there is nothing. */
	readonly note: string;
}

/** The version that stood on a day, and what is special about it. */
export function sideOf({ ledger, versions }: RecordedAgreement, day: string, index: number): Side {
	const version = versions[index] as RecordedVersion;
	if (version.class === 'unfollowed')
		return { day, version, note: noteOfUnfollowed(version, versions[shownVersion(versions, index)]) };
	let since = index;
	while (since > 0 && ledger.states[since - 1] === ledger.states[index]) since--;
	return {
		day,
		version,
		note: noteOf(day, version, versions[since] as RecordedVersion, ledger.states[index] as State),
	};
}

function noteOfUnfollowed({ fetched }: RecordedVersion, shown: RecordedVersion | undefined): string {
	const told = `The text of ${dayInWords(fetched)} is too long for its clauses to be followed: `;
	return (
		told + (shown === undefined ? 'nothing is shown.' : `that of ${dayInWords(shown.fetched)} is shown.`)
	);
}

/** @param bringer the version that brought this text */
function noteOf(day: string, version: RecordedVersion, bringer: RecordedVersion, { texts }: State): string {
	if (day < version.fetched.slice(0, 10)) return 'The archive holds nothing older: this is the first record.';
	if (texts.length === 0) return 'The page held no text, or the file was withdrawn.';
	if (bringer.class === 'lost') return 'Most of the text was missing: it may be a failed capture.';
	return bringer.class === 'language' ? 'The page had come in another language.' : '';
}
