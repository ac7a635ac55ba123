/** Posts of a few hundred signs, for Mastodon and Bluesky: what happened, the day, the address; more where there is room. */
import { cutGraphemes, graphemes } from '../../text/graphemes.ts';
import { fitting, headOf, type Message, togetherTitle, unchecked } from './message-parts.ts';
import type { Content } from './outgoing.ts';

/** Signs that Mastodon takes unless a server says more; an address counts as 23 there, and as all of its signs on some servers of its kind. */
const longestOnMastodon = 500;
/** Signs and bytes of `app.bsky.feed.post#text`. */
const longestOnBluesky = 300;
const mostBytes = 3000;

export interface MastodonBody {
	readonly status: string;
	readonly visibility: string;
	/** Of what the program says. */
	readonly language: 'en';
}

/** @param visibility as the alert says @see https://docs.joinmastodon.org/methods/statuses/#create */
export function mastodonMessage(content: Content, visibility: string): Message<MastodonBody> {
	const { head, found, remarks, address } = partsOf(content);
	const end = [found, address].filter((part) => part !== '').join('\n');
	const room = longestOnMastodon - signs(end) - 2;
	const words = unmentioned(cutGraphemes(head, room - marksIn(head)));
	const further = fitting(remarks.map(unmentioned), room - signs(words), paragraph);
	const status = [words, ...further, end].join('\n\n');
	return { body: { status, visibility, language: 'en' }, reads: status };
}

/** A sign that nobody sees after each that would make a mention, a tag or a link of words: such networks have no other way to say so. */
function unmentioned(words: string): string {
	return words.replace(/[@#]|:(?=\/\/)/g, '$&\u2060');
}

function marksIn(words: string): number {
	return words.match(/[@#]|:(?=\/\/)/g)?.length ?? 0;
}

/** `app.bsky.feed.post`: nothing in its text is a link or a mention but what a facet says. */
export interface BlueskyRecord {
	readonly $type: 'app.bsky.feed.post';
	readonly text: string;
	readonly langs: readonly ['en'];
	/** ISO 8601, UTC. */
	readonly createdAt: string;
	readonly facets: readonly [
		{
			/** Of the words that are the link, in UTF-8. */
			readonly index: { readonly byteStart: number; readonly byteEnd: number };
			readonly features: readonly [{ readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }];
		},
	];
}

/**
 * @param now ISO 8601, UTC
 * @see https://docs.bsky.app/docs/advanced-guides/posts
 */
export function blueskyMessage(content: Content, now: string): Message<BlueskyRecord> {
	const { head, found, remarks, address, link } = partsOf(content);
	const end = found === '' ? link : `${found} · ${link}`;
	const room = longestOnBluesky - signs(end) - 2;
	const words = cutGraphemes(head, room);
	const said = [words, ...fitting(remarks, room - signs(words), paragraph)].join('\n\n');
	const text = `${cutBytes(said, mostBytes - bytes(end) - 2)}\n\n${end}`;
	const index = { byteStart: bytes(text) - bytes(link), byteEnd: bytes(text) };
	const features = [{ $type: 'app.bsky.richtext.facet#link', uri: address }] as const;
	const body = {
		$type: 'app.bsky.feed.post',
		text,
		langs: ['en'],
		createdAt: now,
		facets: [{ index, features }],
	} as const;
	return { body, reads: `${text} → ${address}` };
}

interface Parts {
	readonly head: string;
	/** "16 June 2026, found by a program"; empty where the message only counts. */
	readonly found: string;
	readonly remarks: readonly string[];
	readonly address: string;
	/** The words that lead there. */
	readonly link: string;
}

function partsOf(content: Content): Parts {
	if (content.kind === 'change') {
		const { day, quotes, remarks, address } = content.told;
		return {
			head: headOf(content.told),
			found: `${day}, ${unchecked}`,
			remarks: [...quotes, ...remarks],
			address,
			link: 'Read the change',
		};
	}
	const { address } = content.together;
	return {
		head: `${togetherTitle(content.together)}.`,
		found: '',
		remarks: [],
		address,
		link: 'Read the changes',
	};
}

function signs(text: string): number {
	return graphemes(text, longestOnMastodon);
}

/** For `fitting`, which counts one of the two breaks before it. */
function paragraph(text: string): number {
	return signs(text) + 1;
}

function bytes(text: string): number {
	return Buffer.byteLength(text);
}

/** A sign may be made of many marks, each of several bytes. */
function cutBytes(text: string, most: number): string {
	if (bytes(text) <= most) return text;
	return `${Buffer.from(text)
		.subarray(0, most - 6)
		.toString()
		.replace(/\ufffd+$/, '')}…`;
}
