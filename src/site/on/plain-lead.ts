/** What a platform does on a topic, in plain words: the sentences of the topic's file, filled with what its clauses state. */

import { type Found, plainest } from '../../analysis/topics/findings-index.ts';
import { isPlain, ownSide, type PlatformSide, takenBy } from '../../analysis/topics/own-side.ts';
import { type StatedValues, statedValues } from '../../analysis/topics/stated-value.ts';
import type { Platform } from '../../model/archive.ts';
import type { Stance, Topic } from '../../model/topic.ts';

/** Sentences beyond that of the side that stands for the platform. */
const mostFurther = 3;

/** The side that stands for the platform, and those besides that it takes plainly, in their order. @param sides as {@link sidesInOrder} gives them */
export function sidesTold(sides: readonly PlatformSide[]): PlatformSide[] {
	return sides.filter((side, at) => at === 0 || side.all.some(isPlain)).slice(0, 1 + mostFurther);
}

/** A sentence for each, of which the first names the platform. */
export function leadOf(platform: string, told: readonly PlatformSide[]): string[] {
	return told.map((side, at) => sentenceOf(at === 0 ? platform : 'It', side));
}

/** Each side that a platform takes, in the order in which a page tells them: the one that stands for it first, what it forbids last. */
export function sidesInOrder(platform: Platform, topic: Topic, inForce: readonly Found[]): PlatformSide[] {
	const own = ownSide(platform, inForce, topic);
	const others = topic.stances.filter((stance) => stance !== own?.stance);
	const besides = [
		...others.filter(({ side }) => side !== 'forbids'),
		...others.filter(({ side }) => side === 'forbids'),
	].flatMap((stance) => sideOf(platform, stance, inForce));
	return own?.stance ? [own, ...besides] : besides;
}

function sideOf(platform: Platform, stance: Stance, inForce: readonly Found[]): PlatformSide[] {
	const all = takenBy(inForce, stance);
	const best = plainest(all.filter(isPlain)) ?? plainest(all);
	return best === undefined ? [] : [{ platform, stance, best, all }];
}

function sentenceOf(name: string, { stance, best, all }: PlatformSide): string {
	if (stance === null) return '';
	if (stance.lead === undefined) return `${name} ${stance.one}.`;
	return filled(stance.lead, name, agreedValues(best, all));
}

/** What the plainest clause states, and no other clause of that side states otherwise: thirteen in a privacy policy is not the age where the terms ask for eighteen. */
function agreedValues(best: Found, all: readonly Found[]): StatedValues {
	const others = all.map(({ finding }) => statedValues(finding));
	const stated = statedValues(best.finding);
	const agreed = (kind: keyof StatedValues): string | null =>
		others.some((each) => each[kind] !== null && each[kind] !== stated[kind]) ? null : stated[kind];
	return { period: agreed('period'), amount: agreed('amount'), age: agreed('age') };
}

/** @param lead as `Stance.lead` */
export function filled(lead: string, name: string, values: StatedValues): string {
	const known = lead.replace(/\[([^[\]]*)\]/g, (_, words: string) => withValues(words, values) ?? '');
	return known.replace('{platform}', () => name);
}

/** Null where a value is not stated. */
function withValues(words: string, values: StatedValues): string | null {
	let isWhole = true;
	const said = words.replace(/\{(period|amount|age)\}/g, (_, kind: keyof StatedValues) => {
		const value = values[kind];
		isWhole &&= value !== null;
		return value ?? '';
	});
	return isWhole ? said : null;
}
