/** Which of several clauses on a topic to quote where there is room for one. */
import type { TopicFinding } from '../../model/topic.ts';
import { kindOf } from './agreement-kinds.ts';

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
	const general = ['terms', 'privacy'].includes(kindOf(agreement));
	const side = stance === null ? 0 : sideGives;
	return (
		Math.min(decisive, enough) - (quote.includes('…') ? cutCosts : 0) + (general ? generalGives : 0) + side
	);
}
