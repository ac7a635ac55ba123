/** Which of several clauses on a topic to quote where there is room for one. */
import type { TopicFinding } from '../../model/topic.ts';
import { isGeneral } from './agreement-kinds.ts';

/** Of decisive words beyond a line, more tell no more. */
const enough = 60;
/** A quote that had to be cut is harder to read. */
const cutCosts = 20;
/** What everybody agrees to says more of a platform than what its developers and advertisers do. */
const generalGives = 15;

/** A clause that takes a side says more than one that mentions. */
const sideGives = 60;

/** The more decisive words, the better. @param agreement its name */
export function plainness(
	{ quote, marks, stance }: Pick<TopicFinding, 'quote' | 'marks' | 'stance'>,
	agreement: string,
): number {
	const decisive = marks.reduce((sum, [start, end]) => sum + end - start, 0);
	const general = isGeneral(agreement);
	const side = stance === null ? 0 : sideGives;
	return (
		Math.min(decisive, enough) - (quote.includes('…') ? cutCosts : 0) + (general ? generalGives : 0) + side
	);
}

/** Characters of a quote that says one thing, and up to where it has said it. */
const longestPlain = 280;
const farthestStart = 80;
const farthestEnd = 220;

/** A whole sentence that says one thing, and soon. */
export function comesToThePoint({ quote, marks }: Pick<TopicFinding, 'quote' | 'marks'>): boolean {
	const [first, last] = [marks[0], marks.at(-1)];
	if (first === undefined || last === undefined) return false;
	return (
		quote.length <= longestPlain &&
		!quote.startsWith('…') &&
		first[0] <= farthestStart &&
		last[1] <= farthestEnd
	);
}
