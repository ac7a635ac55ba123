/** The headline of a change: of all that can be told the weightiest, in two parts at most and few words. */
import type { HeadlinePart } from '../../model/change.ts';
import { countWords } from '../../text/words.ts';
import type { News } from './news.ts';
import { inWords } from './wording.ts';

const mostParts = 2;
/** Words of the whole, "and 12 more changes" among them. */
const mostWords = 18;
const wordsOfMore = 4;
const leastBeside = 140;

export interface Told {
	readonly part: HeadlinePart;
	readonly news: News;
}

/** Of equal weight what stands first; nothing that a sentence told already is told again. */
export function headlineOf(news: readonly News[]): readonly Told[] {
	const told: Told[] = [];
	let room = mostWords - wordsOfMore;
	for (const each of news.toSorted((one, other) => other.weight - one.weight)) {
		if (told.length === mostParts) break;
		if (told.some(({ news }) => news.event === each.event)) continue;
		const { fact, event, weight } = each;
		const part = { kind: fact.kind, words: inWords(fact), clause: event.clause, weight };
		const size = countWords(part.words);
		// "Our boats" became "the boats", and at the beginning of a sentence "Our boats" became "The boats".
		if (told.some((other) => isSame(other.part.words, part.words))) continue;
		// A word or two out of many changes tells nothing beside what tells more.
		if (told.length > 0 && (size > room || each.weight < leastBeside)) continue;
		told.push({ part, news: each });
		room -= size;
	}
	const [only, second] = told;
	return only === undefined || second !== undefined ? told : [alone(only)];
}

/** What stands alone has room for more of what it quotes. */
function alone({ part, news }: Told): Told {
	return { part: { ...part, words: inWords(news.fact, true) }, news };
}

function isSame(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
