/** What the messages of all channels have in common: their parts, and how many of them there is room for. */
import { counted } from '../../text/counts-in-words.ts';
import type { ToldTogether } from './outgoing.ts';
import type { ToldChange } from './told-change.ts';

/** A message in the form that a server takes, and how it reads, for people who ask what would be sent. */
export interface Message<Body> {
	readonly body: Body;
	readonly reads: string;
}

/** Characters of a sentence in a chat: a headline is seldom half of it. */
export const longestSentence = 500;
/** Changes that a chat lists in one message. */
export const mostLines = 10;

/** Under each message: what stands above it was computed. */
export const unchecked = 'found by a program';

/** "5 changes in the terms", "And 5 more changes in the terms" */
export function togetherTitle({ told, more, part }: ToldTogether): string {
	const count = told.length + more;
	return part === 'all'
		? counted(count, 'change in the terms', 'changes in the terms')
		: `And ${counted(count, 'more change', 'more changes')} in the terms`;
}

/** For a message that shows no words beside it. */
export function headOf({ spelled, more }: ToldChange): string {
	return more === '' ? spelled : `${spelled} ${more}`;
}

/** @param from name of the collection */
export function footOf({ whose, day }: ToldChange, from: string): string {
	return `${whose} · ${day} · ${sourceOf(from)}`;
}

export function sourceOf(from: string): string {
	return `${from}, ${unchecked}`;
}

/** Those of these that there is room for, whole and in their order; each takes one sign more than its length, and the empty ones go. */
export function fitting(
	parts: readonly string[],
	room: number,
	lengthOf: (part: string) => number = ({ length }) => length,
): string[] {
	const kept: string[] = [];
	let left = room;
	for (const part of parts.filter((each) => each !== '')) {
		const length = lengthOf(part) + 1;
		if (length > left) continue;
		left -= length;
		kept.push(part);
	}
	return kept;
}
