/** The export of changes: JSON Lines, oldest first, the same for the same archive. */
import { changeEvents } from '../../analysis/changes/change-events.ts';
import { sentence } from '../../analysis/changes/change-summary.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import { type ChangeClass, hasPage } from '../../model/change.ts';
import type { ChangeRecord } from '../../model/change-record.ts';
import { changeUrl, historyUrl } from '../addresses/urls.ts';

/** Whose events are those of other changes the other way round, or those of no text: on an archive of 40,000 changes two thirds of all bytes. */
const untold: ReadonlySet<ChangeClass> = new Set(['flap', 'language']);

/** One line a recorded change, each made when it is asked for: an archive of 40,000 is some gigabytes of text. */
export function* changeLines({ platforms }: Pick<Archive, 'platforms'>): Generator<string> {
	for (const platform of platforms)
		for (const agreement of platform.agreements)
			for (const change of agreement.changes)
				yield `${JSON.stringify(changeRecordOf({ platform, agreement, change }))}\n`;
}

export function changeRecordOf(entry: Entry): ChangeRecord {
	const { agreement, change } = entry;
	const { base, index } = change;
	return {
		...changeFacts(entry),
		events: untold.has(change.class) ? [] : changeEvents(agreement.ledger, base, index),
	};
}

/** All of it that is no text of a clause. */
export function changeFacts({ platform, agreement, change }: Entry): Omit<ChangeRecord, 'events'> {
	const { version, base } = change;
	const row = `${historyUrl(platform, agreement)}#v-${change.day}`;
	return {
		commit: version.commit,
		parent: agreement.versions[base]?.commit ?? null,
		platform: platform.name,
		agreement: agreement.name,
		path: version.path,
		time: version.fetched,
		class: change.class,
		rank: change.rank,
		hindsight: change.hindsight?.label ?? null,
		address: hasPage(change) ? changeUrl(platform, agreement, change) : row,
		sentence: sentence(change),
		dated: change.dated,
		topics: [...change.topics],
	};
}
