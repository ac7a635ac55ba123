/**
 * Notifications for ntfy, as plain text: the server takes no markup unless it is asked to.
 * @see https://docs.ntfy.sh/publish/#publish-as-json
 */
import { cutFilling } from '../../text/cut-text.ts';
import {
	fitting,
	headOf,
	longestSentence,
	type Message,
	mostLines,
	sourceOf,
	togetherTitle,
} from './message-parts.ts';
import type { Content } from './outgoing.ts';

export interface NtfyBody {
	readonly topic: string;
	readonly title: string;
	readonly message: string;
	/** Where a tap leads. */
	readonly click: string;
}

/** 4,096 bytes are a message, more become a file; a character takes three at most, or two take four. */
const longest = 1300;
const longestTitle = 120;

/** @param topic last part of the address @param from name of the collection */
export function ntfyMessage(content: Content, topic: string, from: string): Message<NtfyBody> {
	const { title, lines, click } = content.kind === 'change' ? changeParts(content) : togetherParts(content);
	const [first = '', ...rest] = [...lines, sourceOf(from)];
	const message = [first, ...fitting(rest, longest - first.length)].join('\n');
	const body = { topic, title: cutFilling(title, longestTitle), message, click };
	return { body, reads: `${body.title}\n${message}\n${click}` };
}

function changeParts({ told }: Extract<Content, { kind: 'change' }>) {
	const { whose, day, quotes, remarks, address } = told;
	const sentence = cutFilling(headOf(told), longestSentence);
	return { title: `${whose}, ${day}`, lines: [sentence, ...quotes, ...remarks], click: address };
}

function togetherParts({ together }: Extract<Content, { kind: 'together' }>) {
	const lines = together.told
		.slice(0, mostLines)
		.map(({ sentence }) => cutFilling(sentence, longestSentence / 2));
	return { title: togetherTitle(together), lines, click: together.address };
}
