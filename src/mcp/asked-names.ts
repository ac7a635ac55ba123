/** What somebody means by a name of a platform, an agreement, a topic or a clause; where nobody bears it, which names are near. */
import type { LookupAnswer } from '../model/api-answers.ts';
import { Fault } from '../model/fault.ts';
import { normalised } from '../site/search/search-terms.ts';
import { wrongLetters } from '../site/search/search-words.ts';

export type Listed = LookupAnswer['agreements'][number];
export type ListedTopic = LookupAnswer['topics'][number];

interface Name {
	readonly id: string;
	readonly name: string;
}

/**
 * The agreements of a platform, by a name that it has or had.
 * @param home where they were looked for
 * @throws Fault that names those near
 */
export function agreementsOf({ agreements }: LookupAnswer, asked: string, home: string): readonly Listed[] {
	const own = agreements.filter((each) => isNamed(asked, [each.platform]));
	const found = own.length > 0 ? own : agreements.filter((each) => isNamed(asked, formerPlatforms(each)));
	if (found.length > 0) return found;
	const names = agreements.flatMap((each) => [each.platform, ...formerPlatforms(each)]);
	throw unknown('platform', asked, names, home);
}

function formerPlatforms({ former }: Listed): Name[] {
	return former.map(({ platform }) => platform);
}

/** @throws Fault that names those near, or all that the platform has */
export function agreementAsked(
	lookup: LookupAnswer,
	asked: { readonly platform: string; readonly agreement: string },
	home: string,
): Listed {
	const own = agreementsOf(lookup, asked.platform, home);
	const found =
		own.find(({ agreement }) => isNamed(asked.agreement, [agreement])) ??
		own.find(({ former }) =>
			isNamed(
				asked.agreement,
				former.map(({ agreement }) => agreement),
			),
		);
	if (found !== undefined) return found;
	const names = own.map(({ agreement }) => agreement);
	throw unknown('agreement', asked.agreement, names, home, `It has ${listOf(names)}.`);
}

/** By its id, its name, or other words by which people ask for it. @throws Fault that names those near */
export function topicAsked({ topics }: LookupAnswer, asked: string, home: string): ListedTopic {
	const key = normalised(asked);
	const found =
		topics.find((each) => isNamed(asked, [each])) ??
		topics.find(({ also }) => also.some((word) => normalised(word) === key));
	if (found !== undefined) return found;
	throw unknown('topic', asked, topics, home, `There are ${listOf(topics)}.`);
}

function isNamed(asked: string, names: readonly Name[]): boolean {
	const key = normalised(asked);
	return names.some(
		({ id, name }) => id === asked || name === asked || normalised(name) === key || normalised(id) === key,
	);
}

function unknown(what: string, asked: string, names: readonly Name[], home: string, otherwise = ''): Fault {
	const near = nearNames(asked, names);
	const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : otherwise;
	const said = `there is no ${what} ${JSON.stringify(asked)}`;
	return new Fault(said, home, `${hint} The tool list_names tells all names.`.trimStart());
}

/** Letters that may be wrong in a name. */
const mostWrong = 2;
const mostNear = 3;

/** Names that a slip of the pen makes the one asked for, or that begin like it. */
function nearNames(asked: string, names: readonly Name[]): string[] {
	const key = normalised(asked);
	const distance = (name: string): number | null =>
		key.length > mostWrong && name.startsWith(key)
			? 1
			: wrongLetters(key, name, Math.min(mostWrong, key.length - 2));
	const near = new Map<string, number>();
	for (const { id, name } of names) {
		const apart = distance(normalised(name)) ?? distance(normalised(id));
		if (apart !== null) near.set(name, apart);
	}
	return [...near]
		.sort(([, one], [, other]) => one - other)
		.slice(0, mostNear)
		.map(([name]) => name);
}

const mostListed = 30;

/** `terms (Terms of Service), privacy (Privacy Policy)` */
function listOf(names: readonly Name[]): string {
	const told = names.slice(0, mostListed).map(({ id, name }) => `${id} (${name})`);
	const left = names.length - told.length;
	return `${told.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
