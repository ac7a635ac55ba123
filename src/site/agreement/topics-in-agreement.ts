/** On which topics an agreement of today takes a side, each with the way to what its platform says there and to the clauses. */
import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import { onUrl } from '../addresses/urls.ts';

export interface TopicInAgreement {
	readonly name: string;
	readonly href: string;
	/** The first few; a number is empty where the clause has none. */
	readonly clauses: readonly { readonly anchor: string; readonly number: string }[];
	/** Beyond those. */
	readonly more: number;
}

const mostClauses = 4;

/** In the order of the vocabulary. */
export function topicsInAgreement(
	{ topics }: Pick<Archive, 'topics'>,
	platform: Platform,
	agreement: Pick<Agreement, 'topics'>,
): TopicInAgreement[] {
	const sided = agreement.topics.findings.filter(({ stance, until }) => stance !== null && until === null);
	const byTopic = Map.groupBy(sided, ({ topic }) => topic);
	return topics.flatMap(({ id, name }) => {
		const found = byTopic.get(id);
		if (found === undefined) return [];
		const numbers = new Map(found.map(({ anchor, number }) => [anchor, bareNumber(number)]));
		const clauses = [...numbers].map(([anchor, number]) => ({ anchor, number }));
		return [
			{
				name,
				href: onUrl(platform, id),
				clauses: clauses.slice(0, mostClauses),
				more: Math.max(0, clauses.length - mostClauses),
			},
		];
	});
}
