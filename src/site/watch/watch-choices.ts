/**
 * What can be watched, as the watchlist's page knows it: every platform with its agreements, and every topic. `watch/choices.json`
 * holds it in lists of names and slugs, because all of it is fetched before the first letter is typed.
 */
import type { Archive } from '../../model/archive.ts';

/** Name as a reader sees it, and its part of an address. */
type Named = readonly [name: string, slug: string];

export interface ChoicesFile {
	readonly format: 1;
	/** Moment of the archive's newest version, as far as this build knows; null for an empty archive. */
	readonly latest: string | null;
	/** By name. */
	readonly platforms: readonly (readonly [...Named, agreements: readonly Named[]])[];
	readonly topics: readonly Named[];
}

export function choicesFile({ platforms, topics, latest }: Archive): ChoicesFile {
	return {
		format: 1,
		latest,
		platforms: platforms.map(({ name, slug, agreements }) => [
			name,
			slug,
			agreements.map((agreement) => [agreement.name, agreement.slug]),
		]),
		topics: topics.map(({ name, id }) => [name, id]),
	};
}

export interface Choice {
	/** Folder of its page below the home page, which tells what it is: `pellmell`, `pellmell/privacy-policy`, `topics/arbitration`. */
	readonly path: string;
	readonly kind: 'platform' | 'agreement' | 'topic';
	readonly name: string;
	/** Platform of an agreement; empty for the others. */
	readonly platform: string;
	/** How many agreements a platform has; 0 for the others. */
	readonly agreements: number;
}

export interface Choices {
	readonly latest: string | null;
	/** Path → choice; platforms by name, each followed by its agreements, then topics. */
	readonly byPath: ReadonlyMap<string, Choice>;
}

/** Null where the value is none that this page understands, such as a file of a later format. */
export function readChoices(value: unknown): Choices | null {
	const file = value as ChoicesFile | null;
	if (file?.format !== 1 || !Array.isArray(file.platforms) || !Array.isArray(file.topics)) return null;
	const choices = [...file.platforms.flatMap(choicesOfPlatform), ...file.topics.map(choiceOfTopic)];
	return { latest: file.latest, byPath: new Map(choices.map((choice) => [choice.path, choice])) };
}

function choicesOfPlatform([name, slug, agreements]: ChoicesFile['platforms'][number]): Choice[] {
	const platform: Choice = {
		path: slug,
		kind: 'platform',
		name,
		platform: '',
		agreements: agreements.length,
	};
	return [platform, ...agreements.map((agreement) => choiceOfAgreement(platform, agreement))];
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

function choiceOfTopic([name, id]: Named): Choice {
	return { path: `topics/${id}`, kind: 'topic', name, platform: '', agreements: 0 };
}

/** "Pellmell", "Pellmell Privacy Policy", "Arbitration" */
export function fullName({ platform, name }: Choice): string {
	return platform === '' ? name : `${platform} ${name}`;
}

const orderOfKinds = ['platform', 'topic', 'agreement'] as const;

/**
 * Choices whose names hold every word that was typed, the likeliest first: whole name, then beginnings, then platforms before topics
 * before agreements. Accents and case play no part. Nothing typed finds nothing.
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
	const name = plain(fullName(choice));
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
