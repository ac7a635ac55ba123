/** All tables of the data set, in the order in which a reader meets them. */
import { changes, changeTopics, turns } from './change-tables.ts';
import { clauses, clauseTexts } from './clause-tables.ts';
import { agreements, captures, platforms, versions } from './holdings-tables.ts';
import type { Table } from './table.ts';
import { evidence, platformStances, provisions, stances, stays, topics } from './topic-tables.ts';

export const tables: readonly Table[] = [
	platforms,
	agreements,
	versions,
	changes,
	changeTopics,
	clauses,
	clauseTexts,
	topics,
	stances,
	platformStances,
	evidence,
	stays,
	turns,
	provisions,
	captures,
];
