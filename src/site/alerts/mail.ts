/** Mails: as plain text, and as HTML of a few tags without style, picture or script, which every mail program shows. */
import type { WordEdit } from '../../model/redline.ts';
import { counted } from '../../text/counts-in-words.ts';
import { cutFilling } from '../../text/cut-text.ts';
import { escapeHtml } from '../../text/escape.ts';
import { headOf, sourceOf, togetherTitle } from './message-parts.ts';
import type { Content, ToldTogether } from './outgoing.ts';
import type { ToldChange } from './told-change.ts';

export interface Mail {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
}

/** Characters of a subject that a list of mails shows some of. */
const longestSubject = 120;

/** @param from name of the collection @param home address of its site */
export function mailOf(content: Content, from: string, home: string): Mail {
	const { subject, told, more } = partsOf(content);
	const foot = [
		`${sourceOf(from)}, from the texts as they were recorded. Each page shows the words and the commit that holds them. No legal advice.`,
		`You get this mail because whoever runs ${from} wrote your address down. Answer it to be left out.`,
	];
	const moreText = more === null ? [] : [`${more.words}: ${more.address}`];
	const moreHtml = more === null ? [] : [`<p>${link(more.address, more.words)}</p>`];
	return {
		subject: cutFilling(subject, longestSubject),
		text: `${[...told.map(changeText), ...moreText, [...foot, home].join('\n')].join('\n\n----\n\n')}\n`,
		html: [
			...told.map(changeHtml),
			...moreHtml,
			`<hr><p><small>${foot.map(escapeHtml).join('<br>')}<br>${link(home, from)}</small></p>`,
		].join('\n'),
	};
}

interface Parts {
	readonly subject: string;
	readonly told: readonly ToldChange[];
	readonly more: { readonly words: string; readonly address: string } | null;
}

function partsOf(content: Content): Parts {
	if (content.kind === 'change') return { subject: content.told.sentence, told: [content.told], more: null };
	const { together } = content;
	const { told, more, address } = together;
	const left = { words: `${counted(more, 'more change', 'more changes')} in the terms`, address };
	return { subject: subjectOf(together), told, more: more === 0 ? null : left };
}

/** The weightiest change, and how many more there are. */
function subjectOf(together: ToldTogether): string {
	const [first] = together.told;
	const others = together.told.length + together.more - 1;
	if (first === undefined) return togetherTitle(together);
	if (others === 0) return first.sentence;
	const rest = `, and ${counted(others, 'more change', 'more changes')}`;
	return `${cutFilling(first.sentence.replace(/\.$/, ''), longestSubject - rest.length - 2)}${rest}`;
}

function changeText(told: ToldChange): string {
	const { quotes, remarks, context, whose, day, address } = told;
	return [headOf(told), ...quotes, ...remarks, ...context, `${whose} · ${day}`, address].join('\n\n');
}

function changeHtml(told: ToldChange): string {
	const { sentence, more, passage, remarks, context, whose, day, address } = told;
	const quote =
		passage.length === 0 ? '' : `<blockquote dir="auto">${passage.map(drawn).join('')}</blockquote>`;
	return [
		`<h3>${link(address, sentence)}</h3>`,
		more === '' ? '' : `<p>${escapeHtml(more)}</p>`,
		quote,
		...[...remarks, ...context].map((remark) => `<p>${escapeHtml(remark)}</p>`),
		`<p><small>${escapeHtml(`${whose} · ${day}`)}</small></p>`,
	].join('');
}

function drawn({ kind, text }: WordEdit): string {
	return kind === 'same' ? escapeHtml(text) : `<${kind}>${escapeHtml(text)}</${kind}>`;
}

function link(address: string, words: string): string {
	return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;
}
