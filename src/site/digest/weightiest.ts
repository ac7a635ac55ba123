/**
 * `weightiest.json`, beside the home page: of the changes since any moment the three that weigh most, so that the browser can tell a reader
 * what happened since their last visit. Of all changes it holds those alone that are among the three for some moment: a few dozen, however
 * large the archive. Addresses are relative to the home page. `format` is raised when a reader of the file would have to change.
 */
import { changeWeight } from '../../analysis/changes/change-weight.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import { changeUrl, withoutBase } from '../addresses/urls.ts';
import { toldEntries } from '../overview/entries.ts';
import { byWeight, topicWeights, type Week, weeksOf } from './digest.ts';
import { toldInProse } from './told-in-prose.ts';
import { type WeightiestFile, type WeightyChange, weightiestOf } from './weightiest-since.ts';

/** Of whoever stayed away longer the changes are not counted. */
const mostMoments = 400;

export function weightiestFile(archive: Archive): WeightiestFile {
	const entries = toldEntries(archive, () => true);
	const moments = entries.map(({ change }) => change.version.fetched);
	return {
		format: 1,
		moments: moments.slice(0, mostMoments),
		more: Math.max(0, moments.length - mostMoments),
		changes: everAmongFirst(entries.filter(isTold).map((entry) => weighed(archive, entry))),
	};
}

/** What no rule can tell is no sentence of a newspaper. */
function isTold({ change }: Entry): boolean {
	return change.headline.length > 0;
}

function weighed(archive: Archive, entry: Entry): WeightyChange {
	const { platform, agreement, change } = entry;
	return {
		...toldInProse(archive, entry),
		fetched: change.version.fetched,
		weight: Math.round(changeWeight(change, topicWeights(archive)) * 100) / 100,
		url: withoutBase(changeUrl(platform, agreement, change)).slice(1),
	};
}

/** Newest first: those that are among the weightiest of all that are as new or newer, each agreement by its weightiest. */
function everAmongFirst(changes: readonly WeightyChange[]): WeightyChange[] {
	let first: readonly WeightyChange[] = [];
	return changes.filter((change) => {
		first = weightiestOf([...first, change]);
		return first.includes(change);
	});
}

export interface WeekNews {
	readonly week: Week;
	/** The weightiest first. */
	readonly told: readonly WeightyChange[];
}

/** The newest week in which the terms of somebody changed; null where none did. */
export function newestWeekNews(archive: Archive): WeekNews | null {
	const week = weeksOf(archive).find(({ counts }) => counts.terms > 0);
	if (week === undefined) return null;
	const inWeek = new Set(week.entries);
	const told = byWeight(archive, toldEntries(archive, (entry) => inWeek.has(entry)).filter(isTold));
	return { week, told: weightiestOf(told.map((entry) => weighed(archive, entry))) };
}
