/**
 * Messages for Discord, of Markdown in which every sign of the words stands for itself. What is too long is left out in whole lines, lest a
 * mark loses its end.
 * @see https://discord.com/developers/docs/resources/webhook#execute-webhook
 */
import type { WordEdit } from '../../model/redline.ts';
import { cutFilling } from '../../text/cut-text.ts';
import { fitting, footOf, longestSentence, type Message, sourceOf, togetherTitle } from './message-parts.ts';
import type { Content, ToldTogether } from './outgoing.ts';
import type { ToldChange } from './told-change.ts';

export interface DiscordBody {
	readonly content: string;
	readonly allowed_mentions: { readonly parse: readonly [] };
	/** SUPPRESS_EMBEDS: no picture of the page under each message. */
	readonly flags: 4;
}

/** Characters that Discord takes. */
const longest = 2000;
/** Of a change among others. */
const longestLine = 160;

/** @param from name of the collection */
export function discordMessage(content: Content, from: string): Message<DiscordBody> {
	const [first, rest] =
		content.kind === 'change' ? changeLines(content.told, from) : togetherLines(content.together, from);
	const text = [...first, ...fitting(rest, longest - first.join('\n').length)].join('\n');
	return { body: { content: text, allowed_mentions: { parse: [] }, flags: 4 }, reads: text };
}

/** What must stand there, and what may be left out from the end. */
type Lines = readonly [first: readonly string[], rest: readonly string[]];

function changeLines(told: ToldChange, from: string): Lines {
	const { sentence, more, address, passage, remarks, context } = told;
	const head = `${bold(cutFilling(sentence, longestSentence))} ${more}`.trimEnd();
	const quote = passage.length === 0 ? '' : `> ${passage.map(drawn).join('')}`;
	return [
		[head, `<${address}>`],
		[quote, ...remarks.map(inert), ...context.map(inert), small(footOf(told, from))],
	];
}

function togetherLines(together: ToldTogether, from: string): Lines {
	const lines = together.told.map(
		({ sentence, address }) => `• ${inert(cutFilling(sentence, longestLine))} <${address}>`,
	);
	return [[bold(togetherTitle(together)), `<${together.address}>`, small(sourceOf(from))], lines];
}

function bold(words: string): string {
	return `**${inert(words)}**`;
}

function small(words: string): string {
	return `-# ${inert(words)}`;
}

/** Marks stand at letters, not at blanks. */
function drawn({ kind, text }: WordEdit): string {
	const inner = text.trim();
	if (kind === 'same' || inner === '') return inert(text);
	const mark = kind === 'del' ? '~~' : '**';
	return text.replace(inner, () => `${mark}${inert(inner)}${mark}`);
}

function inert(words: string): string {
	return words.replace(/[\\*_~`|>#<[\]()@]|:(?=\/\/)|^[-+]/g, '\\$&');
}
