/**
 * What can be watched, as the watchlist's page knows it: every platform with its agreements and the topics on which it takes a side, and every topic.
 * `watch/choices.json` holds it in lists of names and slugs, because all of it is fetched before the first letter is typed.
 */
import { topicsWithPage } from '../../analysis/topics/own-side.ts';
import type { Archive } from '../../model/archive.ts';

/** Name as a reader sees it, and its part of an address. */
type Named = readonly [name: string, slug: string];

export interface ChoicesFile {
	readonly format: 1;
	/** Moment of the archive's newest version, as far as this build knows; null for an empty archive. */
	readonly latest: string | null;
	/** By name. `on`: topics on which it takes a side, by their places in `topics`. */
	readonly platforms: readonly (readonly [...Named, agreements: readonly Named[], on?: readonly number[]])[];
	readonly topics: readonly Named[];
}

export function choicesFile({ platforms, topics, latest }: Archive): ChoicesFile {
	return {
		format: 1,
		latest,
		platforms: platforms.map((platform) => [
			platform.name,
			platform.slug,
			platform.agreements.map(({ name, slug }) => [name, slug]),
			placesOf(topics, topicsWithPage(platform)),
		]),
		topics: topics.map(({ name, id }) => [name, id]),
	};
}

function placesOf(topics: Archive['topics'], wanted: ReadonlySet<string>): number[] {
	return topics.flatMap(({ id }, place) => (wanted.has(id) ? [place] : []));
}

export interface Choice {
	/** Folder of its page below the home page, which tells what it is: `pellmell`, `pellmell/privacy-policy`, `topics/arbitration`, `pellmell/on/arbitration`. */
	readonly path: string;
	/** `on`: what a platform says on a topic. */
	readonly kind: 'platform' | 'agreement' | 'topic' | 'on';
	/** Of a platform, an agreement, a topic. */
	readonly name: string;
	/** Platform of an agreement, or of what it says on a topic; empty for the others. */
	readonly platform: string;
	/** How many agreements a platform has; 0 for the others. */
	readonly agreements: number;
}

export interface Choices {
	readonly latest: string | null;
	/** Path → choice; platforms by name, each followed by its agreements and by what it says on topics, then topics. */
	readonly byPath: ReadonlyMap<string, Choice>;
}

/** Null where the value is none that this page understands, such as a file of a later format. */
export function readChoices(value: unknown): Choices | null {
	const file = value as ChoicesFile | null;
	if (file?.format !== 1 || !Array.isArray(file.platforms) || !Array.isArray(file.topics)) return null;
	const ofPlatforms = file.platforms.flatMap((platform) => choicesOfPlatform(platform, file.topics));
	const choices = [...ofPlatforms, ...file.topics.map(choiceOfTopic)];
	return { latest: file.latest, byPath: new Map(choices.map((choice) => [choice.path, choice])) };
}

function choicesOfPlatform(
	[name, slug, agreements, on = []]: ChoicesFile['platforms'][number],
	topics: ChoicesFile['topics'],
): Choice[] {
	const platform: Choice = {
		path: slug,
		kind: 'platform',
		name,
		platform: '',
		agreements: agreements.length,
	};
	return [
		platform,
		...agreements.map((agreement) => choiceOfAgreement(platform, agreement)),
		...on.flatMap((place) => {
			const topic = topics[place];
			return topic === undefined ? [] : [choiceOn(platform, topic)];
		}),
	];
}

function choiceOfAgreement(platform: Choice, [name, slug]: Named): Choice {
	return {
		path: `${platform.path}/${slug}`,
		kind: 'agreement',
		name,
		platform: platform.name,
		agreements: 0,
	};
}

function choiceOn({ name: platform, path }: Choice, [name, topic]: Named): Choice {
	return { path: `${path}/on/${topic}`, kind: 'on', name, platform, agreements: 0 };
}

function choiceOfTopic([name, id]: Named): Choice {
	return { path: `topics/${id}`, kind: 'topic', name, platform: '', agreements: 0 };
}

/** "Pellmell", "Pellmell Privacy Policy", "Arbitration", "Arbitration at Pellmell" */
export function fullName({ kind, platform, name }: Choice): string {
	if (kind === 'on') return `${name} at ${platform}`;
	return platform === '' ? name : `${platform} ${name}`;
}

const orderOfKinds = ['platform', 'topic', 'agreement', 'on'] as const;

/**
 * Choices whose names hold every word that was typed, the likeliest first: whole name, then beginnings, then platforms before topics
 * before agreements before what a platform says on a topic. Accents and case play no part. Nothing typed finds nothing.
 */
export function findChoices({ byPath }: Choices, typed: string): Choice[] {
	const asked = plain(typed);
	const words = asked.split(' ').filter(Boolean);
	if (words.length === 0) return [];
	return [...byPath.values()]
		.map((choice) => ({ choice, rank: rankOf(choice, asked, words) }))
		.filter(({ rank }) => rank !== null)
		.sort((one, other) => (one.rank as number) - (other.rank as number))
		.map(({ choice }) => choice);
}

/** Small is near; null is no hit. */
function rankOf(choice: Choice, asked: string, words: readonly string[]): number | null {
	const name = plainName(choice);
	if (!words.every((word) => name.includes(word))) return null;
	const begins = words.every((word) => ` ${name}`.includes(` ${word}`));
	const fit = name === asked ? 0 : name.startsWith(asked) ? 1 : begins ? 2 : 3;
	return fit * orderOfKinds.length + orderOfKinds.indexOf(choice.kind);
}

function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

const plainNames = new WeakMap<Choice, string>();

/** Asked for at each letter that is typed. */
function plainName(choice: Choice): string {
	const known = plainNames.get(choice) ?? plain(fullName(choice));
	plainNames.set(choice, known);
	return known;
}

/**
 * Pages that a question names: those whose names hold each of its words. What a platform says on a topic is named by words of both alone,
 * or every name of a platform would bring all its topics.
 * @param most of them
 */
export function pagesNamed(choices: Choices, typed: string, most: number): Choice[] {
	const words = plain(typed).split(' ').filter(Boolean);
	const isNamed = ({ kind, name, platform }: Choice): boolean =>
		kind !== 'on' || [name, platform].every((part) => words.some((word) => !plain(part).includes(word)));
	return findChoices(choices, typed).filter(isNamed).slice(0, most);
}
