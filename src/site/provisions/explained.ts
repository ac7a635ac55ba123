/** Which provisions belong to what a page shows: an agreement, a change of it, a platform, a topic, a regulation, a post. */
import type { Agreement, Archive, Entry, Platform, Provision } from '../../model/archive.ts';
import type { Post } from '../../model/editorial.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Regulation } from '../../model/regulation.ts';
import type { Topic } from '../../model/topic.ts';

export function explainedIn({ provisions }: Archive, agreement: Agreement): Provision[] {
	return provisions.filter((provision) => provision.agreement === agreement);
}

export function explainedAt({ provisions }: Archive, platform: Platform): Provision[] {
	return provisions.filter((provision) => provision.platform === platform);
}

/** Those whose clause a change brought in, took out or gave other words. */
export function explainedBy(archive: Archive, { agreement, change }: Entry): Provision[] {
	const provisions = explainedIn(archive, agreement);
	if (provisions.length === 0) return [];
	const { ledger } = agreement;
	return provisions.filter(({ history }) =>
		history.clauses.some(
			(clause) => keyAt(ledger, clause, change.index) !== keyAt(ledger, clause, change.base),
		),
	);
}

/** Equal where a clause stands in the same words; null where it does not stand. */
function keyAt({ states, texts }: Ledger, clause: number, version: number): number | null {
	const state = states[version];
	const text = state?.texts[state.clauses.indexOf(clause)];
	return text === undefined ? null : (texts[text]?.key ?? null);
}

export interface Related {
	readonly sameTopic: readonly Provision[];
	/** Those of the same topic stand above already. */
	readonly samePlatform: readonly Provision[];
	readonly posts: readonly Post[];
}

function relatedTo(archive: Archive, provision: Provision): Related {
	const others = archive.provisions.filter((other) => other !== provision);
	return {
		sameTopic: others.filter(({ topic }) => topic === provision.topic),
		samePlatform: others.filter(
			({ topic, platform }) => topic !== provision.topic && platform === provision.platform,
		),
		posts: postsOn(archive, provision),
	};
}

/** Posts that name it by the folder of its platform and its file. */
export function postsOn({ posts }: Archive, { platform, slug }: Provision): Post[] {
	return posts.filter(({ provisions }) => provisions.includes(`${platform.name}/${slug}`));
}

/** What the page of a provision shows of the archive beside the provision itself. */
export interface Surroundings {
	/** Undefined where no file describes it. */
	readonly topic: Topic | undefined;
	/** Those that it names; one that no file describes is missing. */
	readonly regulations: readonly Regulation[];
	readonly related: Related;
}

export function surroundingsOf(archive: Archive, provision: Provision): Surroundings {
	const named = new Set(provision.regulations.map(({ regulation }) => regulation));
	return {
		topic: archive.topics.find(({ id }) => id === provision.topic),
		regulations: archive.regulations.filter(({ id }) => named.has(id)),
		related: relatedTo(archive, provision),
	};
}

export interface TopicGroup {
	readonly id: string;
	/** Its name, or its id where no file describes it. */
	readonly name: string;
	readonly provisions: readonly Provision[];
}

/** By name of the topic; inside by platform, as the archive orders them. */
export function byTopic({ topics, provisions }: Pick<Archive, 'topics' | 'provisions'>): TopicGroup[] {
	return [...Map.groupBy(provisions, ({ topic }) => topic)]
		.map(([id, members]) => ({ id, name: nameOfTopic({ topics }, id), provisions: members }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

export function nameOfTopic({ topics }: Pick<Archive, 'topics'>, id: string): string {
	return topics.find((topic) => topic.id === id)?.name ?? id;
}
