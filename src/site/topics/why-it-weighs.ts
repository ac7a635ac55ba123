/** Why a change weighs, in one clause that is computed: which side turned to which, or what the weightiest topic of its clauses is about. */
import type { Archive, Entry } from '../../model/archive.ts';
import { citedParts } from '../../model/cited.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import { topicsOf } from './topics-of-change.ts';

export interface Why {
	/** `fact`: what the texts say; `judgement`: what is to be said of clauses of that kind, at whichever platform. */
	readonly kind: 'fact' | 'judgement';
	/** A sentence. */
	readonly words: string;
}

/** Null where nothing true is at hand. */
export function whyItWeighs(archive: Pick<Archive, 'topics'>, { change }: Pick<Entry, 'change'>): Why | null {
	const turned = change.turns.flatMap((turn) => sidesOf(archive.topics, turn)).toSorted(byWeight)[0];
	if (turned !== undefined) return whyOfTurn(turned);
	const topic = topicsOf(archive, change).toSorted((one, other) => other.weight - one.weight)[0];
	return topic === undefined
		? null
		: { kind: 'fact', words: `It touches ${inSentence(topic)}: ${lowered(pointOf(topic))}` };
}

interface Sides {
	readonly topic: Topic;
	readonly before: Stance | undefined;
	readonly after: Stance | undefined;
}

function sidesOf(
	topics: readonly Topic[],
	{ topic: id, before, after }: Entry['change']['turns'][number],
): Sides[] {
	const topic = topics.find((each) => each.id === id);
	const named = (side: string | null): Stance | undefined =>
		topic?.stances.find((stance) => stance.id === side);
	return topic === undefined ? [] : [{ topic, before: named(before), after: named(after) }];
}

function byWeight(one: Sides, other: Sides): number {
	return other.topic.weight - one.topic.weight;
}

/** What hangs on the new side; where nothing is written of it, or the side was given up, what turned. */
function whyOfTurn({ topic, before, after }: Sides): Why {
	if (after?.exposure !== undefined) return { kind: 'judgement', words: plain(after.exposure.reason) };
	const on = `On ${inSentence(topic)} it`;
	if (after === undefined) {
		const was = before?.before ?? `said: ${before?.name}`;
		return { kind: 'fact', words: `Until then it ${was}.` };
	}
	if (before === undefined)
		return { kind: 'fact', words: `${on} took no side that a rule could find before.` };
	return { kind: 'fact', words: `${on} turns from “${before.name}” to “${after.name}”.` };
}

/** What clauses on it do, without what a colon lists of it. */
function pointOf({ definition }: Topic): string {
	const [point = ''] = definition.split(/(?<=\S): /);
	return point.endsWith('.') ? point : `${point}.`;
}

/** Without the places of laws. */
function plain(text: string): string {
	return citedParts(text)
		.map((part) => ('words' in part ? part.words : ''))
		.join('')
		.replace(/\s+(?=[.,;]|$)/g, '')
		.trim();
}

/** "AI training" keeps its capitals. */
function inSentence({ name }: Topic): string {
	return /^\p{Lu}\p{Ll}/u.test(name) ? lowered(name) : name;
}

function lowered(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
