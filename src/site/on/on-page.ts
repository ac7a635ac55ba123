/** All that the page of a platform and a topic shows beside its history, as plain values. */
import { foundOn } from '../../analysis/topics/findings-index.ts';
import type { PlatformSide } from '../../analysis/topics/own-side.ts';
import type { Archive, Platform, Provision } from '../../model/archive.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import type { Voice } from '../../model/voice.ts';
import { type LawOnTopic, lawsOn } from '../topics/laws-on-topic.ts';
import { leadOf, sidesInOrder, sidesTold } from './plain-lead.ts';
import { proofOf, type SideProof } from './proof.ts';
import { endOf, type Since, sinceOf } from './since-words.ts';

export interface OnPage {
	/** "AI training at Vibe" */
	readonly title: string;
	/** One sentence a side, that which stands for the platform first. */
	readonly lead: readonly string[];
	/** Sides that only clauses take which the rules are less sure of. */
	readonly untold: readonly { readonly id: string; readonly name: string; readonly clauses: number }[];
	/** Of the first side; without one, until when it took the last. Null where no version tells. */
	readonly since: Since | null;
	/** The side that stands for the platform first. */
	readonly sides: readonly PlatformSide[];
	readonly proof: readonly SideProof[];
	/** Words of others, those of its own side first. */
	readonly others: readonly VoiceGroup[];
	/** By a person: they stand in its place. */
	readonly explained: readonly Provision[];
	/** What each asks, its own page says. */
	readonly regulations: readonly Omit<LawOnTopic, 'asks'>[];
}

export interface VoiceGroup {
	readonly stance: Stance;
	readonly isOwn: boolean;
	readonly voices: readonly Voice[];
}

/** @param topic one on which the platform takes a side, or took one: see `topicsWithPage` */
export function onPage(archive: Archive, platform: Platform, topic: Topic): OnPage {
	const sides = sidesTaken(archive, platform, topic);
	const told = sidesTold(sides);
	const [first] = sides;
	return {
		title: onTitle(platform, topic),
		lead: first === undefined ? [noSide(platform)] : leadOf(platform.name, told),
		untold: sides
			.filter((side) => !told.includes(side))
			.map(({ stance, all }) => ({
				id: stance?.id ?? '',
				name: stance?.name ?? '',
				clauses: all.length,
			})),
		since: first === undefined ? endOf(platform, topic) : sinceOf(first, topic),
		sides,
		proof: proofOf(archive, sides),
		others: voiceGroups(archive, platform, topic, first?.stance ?? null),
		explained: archive.provisions.filter((each) => each.platform === platform && each.topic === topic.id),
		regulations: lawsOn(archive.regulations, topic.id).map(({ asks, ...law }) => law),
	};
}

function noSide({ name }: Platform): string {
	return `${name} takes no side on it today that a rule can prove.`;
}

/** The side that stands for the platform first; none where it took one once. */
function sidesTaken(archive: Pick<Archive, 'platforms'>, platform: Platform, topic: Topic): PlatformSide[] {
	const inForce = foundOn(archive, topic.id).get(platform)?.inForce ?? [];
	return sidesInOrder(platform, topic, inForce);
}

/** The same words of others as on the page, alone. */
export function othersBeside(archive: Archive, platform: Platform, topic: Topic): VoiceGroup[] {
	return voiceGroups(archive, platform, topic, sidesTaken(archive, platform, topic)[0]?.stance ?? null);
}

export function onTitle({ name }: Pick<Platform, 'name'>, topic: Pick<Topic, 'name'>): string {
	return `${topic.name} at ${name}`;
}

const mostOfOwnSide = 5;
const mostOfOthers = 2;

/** Of what the archive has of each side the first few that are of other platforms. */
export function voiceGroups(
	{ voices }: Pick<Archive, 'voices'>,
	platform: Pick<Platform, 'slug'>,
	topic: Topic,
	own: Stance | null,
): VoiceGroup[] {
	const others = (voices.get(topic.id) ?? []).filter((voice) => voice.platform.slug !== platform.slug);
	const ordered = [...topic.stances].sort((one, other) => Number(other === own) - Number(one === own));
	return ordered
		.map((stance) => ({
			stance,
			isOwn: stance === own,
			voices: others
				.filter((voice) => voice.stance === stance.id)
				.slice(0, stance === own ? mostOfOwnSide : mostOfOthers),
		}))
		.filter((group) => group.voices.length > 0);
}
