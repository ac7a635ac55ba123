/**
 * Messages for Slack, of rich text: its words are values and no markup, so that none of them can mention, link or style. The text of the
 * notification is markup, of which three signs begin all.
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import { cutFilling } from '../../text/cut-text.ts';
import {
	footOf,
	headOf,
	longestSentence,
	type Message,
	mostLines,
	sourceOf,
	togetherTitle,
} from './message-parts.ts';
import type { Content, ToldTogether } from './outgoing.ts';
import type { ToldChange } from './told-change.ts';

interface Words {
	readonly type: 'text';
	readonly text: string;
	readonly style?: { readonly bold?: true; readonly strike?: true };
}

interface Link {
	readonly type: 'link';
	readonly url: string;
	readonly text: string;
	readonly style?: { readonly bold: true };
}

interface Section {
	readonly type: 'rich_text_section' | 'rich_text_quote';
	readonly elements: readonly (Words | Link)[];
}

interface Context {
	readonly type: 'context';
	readonly elements: readonly [{ readonly type: 'plain_text'; readonly text: string; readonly emoji: false }];
}

export interface SlackBody {
	/** In the notification. */
	readonly text: string;
	readonly unfurl_links: false;
	readonly unfurl_media: false;
	readonly blocks: readonly [{ readonly type: 'rich_text'; readonly elements: readonly Section[] }, Context];
}

const longestFoot = 300;

/** @param from name of the collection */
export function slackMessage(content: Content, from: string): Message<SlackBody> {
	const [sections, foot, notice] =
		content.kind === 'change'
			? [changeSections(content.told), footOf(content.told, from), headOf(content.told)]
			: [togetherSections(content.together), sourceOf(from), togetherTitle(content.together)];
	const context = { type: 'plain_text', text: cutFilling(foot, longestFoot), emoji: false } as const;
	const body: SlackBody = {
		text: cutFilling(notice, longestSentence).replace(/[&<>]/g, (sign) => escapes[sign] ?? sign),
		unfurl_links: false,
		unfurl_media: false,
		blocks: [
			{ type: 'rich_text', elements: sections },
			{ type: 'context', elements: [context] },
		],
	};
	const lines = sections.map(({ elements }) =>
		elements
			.map(({ text }) => text)
			.join('')
			.trim(),
	);
	return { body, reads: [...lines, foot].join('\n') };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function changeSections(told: ToldChange): Section[] {
	const { sentence, address, more, passage } = told;
	const remarks = [...told.remarks, ...told.context];
	const words = cutFilling(sentence, longestSentence);
	const link = { type: 'link', url: address, text: words, style: { bold: true } } as const;
	const quoted = passage.map(({ kind, text }): Words => {
		if (kind === 'same') return { type: 'text', text };
		return { type: 'text', text, style: kind === 'del' ? { strike: true } : { bold: true } };
	});
	return [
		section(more === '' ? [link] : [link, { type: 'text', text: ` ${more}` }]),
		...(quoted.length === 0 ? [] : [{ type: 'rich_text_quote', elements: quoted } as const]),
		...(remarks.length === 0 ? [] : [section([{ type: 'text', text: remarks.join('\n') }])]),
	];
}

function togetherSections(together: ToldTogether): Section[] {
	const title = togetherTitle(together);
	const lines = together.told.slice(0, mostLines).flatMap(({ sentence, address }): Section['elements'] => [
		{ type: 'text', text: '\n• ' },
		{ type: 'link', url: address, text: cutFilling(sentence, longestSentence / 2) },
	]);
	return [section([{ type: 'link', url: together.address, text: title, style: { bold: true } }, ...lines])];
}

function section(elements: Section['elements']): Section {
	return { type: 'rich_text_section', elements };
}
