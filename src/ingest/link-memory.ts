/**
 * What was learned of an agreement's links: which of their parts are new at each fetch and say nothing, and which have just changed, so that
 * nobody knows yet whether they stay. No list of names could say it: every site has its own.
 */
import type { AgreementStatus } from '../model/status.ts';
import { isRecent } from './hold-back.ts';
import type { LinkPart } from './link-parts.ts';

export type LinkMemory = Pick<AgreementStatus, 'rotating' | 'turning'>;

type Turning = NonNullable<AgreementStatus['turning']>[number];

/** Values that the last captures showed; one more that is new to all of them makes a part that rotates. */
const enoughValues = 2;
const mostValues = 4;
/** Of each kind. A page that has more of them keeps no memory of the rest, and its text is recorded as before. */
const mostParts = 300;

/** Stands among the values where the page showed the recorded text in between. */
const recordedValue = 'recorded';

/** Which of these parts are not known to be new at each fetch. */
export function unknownParts(parts: readonly LinkPart[], { rotating = [] }: LinkMemory): readonly LinkPart[] {
	const known = new Set(rotating);
	return parts.filter(({ key, wide }) => !known.has(key) && !known.has(wide));
}

/** Parts that differed between two fetches a moment apart. */
export function learnRotating(memory: LinkMemory, parts: readonly LinkPart[]): LinkMemory {
	const fresh = unknownParts(parts, memory).map(({ key }) => key);
	if (fresh.length === 0) return memory;
	const rotating = [...new Set([...(memory.rotating ?? []), ...fresh])].slice(0, mostParts);
	return { rotating, turning: memory.turning?.filter(({ part }) => !rotating.includes(part)) };
}

export interface SeenParts {
	readonly memory: LinkMemory;
	/** True where one has the value that it had at the last capture: it changed once, and stays. */
	readonly stays: boolean;
}

/**
 * Parts whose values are others than in the recorded text. One that changed and stays is a change of the link; one that has another value
 * at each of the last captures is not.
 */
export function seeParts(memory: LinkMemory, parts: readonly LinkPart[], now: Date): SeenParts {
	const turning = new Map((memory.turning ?? []).map((each) => [each.part, recentValues(each, now)]));
	const rotating: LinkPart[] = [];
	let stays = parts.length > mostParts;
	for (const part of parts) {
		const seen = turning.get(part.key) ?? [];
		const isNew = seen.every(({ value }) => value !== part.value);
		const others = seen.filter(({ value }) => value !== recordedValue);
		if (isNew && others.length >= enoughValues) rotating.push(part);
		else if (seen.at(-1)?.value === part.value) stays = true;
		turning.set(part.key, [
			...seen.filter(({ value }) => value !== part.value),
			{ value: part.value, until: now.toISOString() },
		]);
	}
	const seen = { ...memory, turning: kept(turning) };
	return { memory: learnRotating(seen, rotating), stays };
}

/** The page showed the recorded text itself: a value that was seen before did not stay. */
export function seeRecorded(memory: LinkMemory, now: Date): LinkMemory {
	if (memory.turning === undefined) return memory;
	const turning = new Map<string, Turning['values']>();
	for (const each of memory.turning) {
		const values = recentValues(each, now).filter(({ value }) => value !== recordedValue);
		if (values.length > 0)
			turning.set(each.part, [...values, { value: recordedValue, until: now.toISOString() }]);
	}
	return { ...memory, turning: turning.size === 0 ? undefined : kept(turning) };
}

function recentValues({ values }: Turning, now: Date): Turning['values'] {
	return values.filter((each) => isRecent(each, now));
}

function kept(turning: ReadonlyMap<string, Turning['values']>): Turning[] {
	return [...turning]
		.slice(-mostParts)
		.map(([part, values]) => ({ part, values: values.slice(-mostValues) }));
}
