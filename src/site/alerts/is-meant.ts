/** Whether an alert is about a change. */
import type { About, Alert } from '../../model/alerts.ts';
import type { Entry } from '../../model/archive.ts';

export function isMeant({ about }: Pick<Alert, 'about'>, entry: Entry): boolean {
	return about.some((each) => holds(each, entry));
}

function holds(about: About, { platform, agreement, change }: Entry): boolean {
	return (
		(change.rank === 'prominent' || (about.rank === 'low' && change.rank === 'low')) &&
		(about.platform ?? platform.name) === platform.name &&
		(about.agreement ?? agreement.name) === agreement.name &&
		isOn(about, change)
	);
}

function isOn({ topic, stance }: About, { topics, turns }: Entry['change']): boolean {
	if (topic === undefined) return true;
	if (stance === undefined) return topics.includes(topic);
	return turns.some(
		(turn) => turn.topic === topic && (stance === 'any' || turn.before === stance || turn.after === stance),
	);
}
