/**
 * `search/names.json`: the platforms and topics that a question can name, and how a question names them. "amazon refunds" asks for refunds at
 * Amazon; "Erstattung" for what agreements say on refunds. Runs in the browser.
 */
import { indexedWords, normalised } from './search-terms.ts';

export interface NamesFile {
	readonly format: 1;
	/** By name. `keys` are words that name it, as `nameKey` makes them; `plain` is true where such a word has a meaning of its own in agreements, as "line". */
	readonly platforms: readonly {
		readonly name: string;
		readonly slug: string;
		readonly keys: readonly string[];
		readonly plain: boolean;
	}[];
	/** `keys` are words by which people ask for it. */
	readonly topics: readonly {
		readonly id: string;
		readonly name: string;
		readonly keys: readonly string[];
	}[];
}

export type NamedPlatform = NamesFile['platforms'][number];
export type NamedTopic = NamesFile['topics'][number];

/** What a question names. */
export interface Named {
	/** The one platform that it means; null where it names none, or words that may mean something else. */
	readonly platform: NamedPlatform | null;
	/** Platforms that it may mean. */
	readonly maybe: readonly NamedPlatform[];
	/** The question without the platform that it means. */
	readonly rest: string;
	readonly topics: readonly NamedTopic[];
}

/** More words name no platform and no topic. */
const longestName = 6;
/** Topics that a question leads to. */
const mostTopics = 3;
/** Platforms that a word may mean: of more it is the name of none. */
const mostMaybe = 4;

export const noNames: NamesFile = { format: 1, platforms: [], topics: [] };

/** Null where the value is none that this page understands. */
export function readNames(value: unknown): NamesFile | null {
	const file = value as NamesFile | null;
	return file?.format === 1 && Array.isArray(file.platforms) && Array.isArray(file.topics) ? file : null;
}

/** "Booking.com" → "bookingcom": words that are equal so are the same name. */
export function nameKey(name: string): string {
	return normalised(name);
}

export function namedIn(file: NamesFile, asked: string): Named {
	const words = wordsOf(asked);
	const { meant, start, length } = platformsIn(file, words);
	const sure =
		meant.length === 1 && !meant[0]?.plain && length < words.length ? (meant[0] as NamedPlatform) : null;
	const others = sure === null ? words : words.toSpliced(start, length);
	return {
		platform: sure,
		maybe: sure === null && meant.length <= mostMaybe ? meant : [],
		rest: others.join(' '),
		topics: topicsIn(file, others.map(nameKey)),
	};
}

/** A phrase in quotes is looked for as it is, and names nobody: it is one word here. */
function wordsOf(asked: string): string[] {
	return asked.match(/["“”„«»][^"“”„«»]*["“”„«»]?|[^\s"“”„«»]+/gu) ?? [];
}

interface Meant {
	readonly meant: readonly NamedPlatform[];
	/** Of the words that name it. */
	readonly start: number;
	readonly length: number;
}

/** The longest run of words that names a platform. */
function platformsIn({ platforms }: NamesFile, words: readonly string[]): Meant {
	for (let length = Math.min(longestName, words.length); length > 0; length--)
		for (let start = 0; start + length <= words.length; start++) {
			const run = words.slice(start, start + length);
			if (run.some(isQuoted)) continue;
			const key = nameKey(run.join(''));
			const whole = platforms.filter(({ keys }) => keys[0] === key);
			const meant = whole.length > 0 ? whole : platforms.filter(({ keys }) => keys.includes(key));
			if (key !== '' && meant.length > 0) return { meant, start, length };
		}
	return { meant: [], start: 0, length: 0 };
}

function isQuoted(word: string): boolean {
	return /^["“”„«»]/u.test(word);
}

/** Longer runs first, so that "opt out of arbitration" is no arbitration. */
function topicsIn({ topics }: NamesFile, keys: readonly string[]): NamesFile['topics'][number][] {
	const found: NamesFile['topics'][number][] = [];
	const left = [...keys];
	for (let length = Math.min(longestName, keys.length); length > 0; length--)
		for (let start = 0; start + length <= left.length; start++) {
			const run = left.slice(start, start + length).join('');
			const named = run === '' ? [] : topics.filter((topic) => isNamed(topic, run));
			if (named.length === 0) continue;
			found.push(...named.filter((topic) => !found.includes(topic)));
			left.fill('', start, start + length);
		}
	return found.slice(0, mostTopics);
}

/** In the singular or the plural of English. */
function isNamed({ keys }: NamesFile['topics'][number], run: string): boolean {
	return (
		keys.includes(run) || keys.includes(`${run}s`) || (run.endsWith('s') && keys.includes(run.slice(0, -1)))
	);
}

/** Names that a topic or a platform is asked for by, as keys: each once. */
export function keysOf(names: readonly string[]): string[] {
	return [...new Set(names.map((name) => indexedWords(name).map(nameKey).join('')).filter(Boolean))];
}
