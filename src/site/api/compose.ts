/**
 * What a client makes of `clauses.json`: the text of any version, the history of any clause, what differs between two versions. This is the
 * whole rule, as the OpenAPI document states it; it needs nothing but the answer.
 */
import type { ClauseRow, ClausesAnswer } from '../../model/api-answers.ts';

type Rows = Pick<ClausesAnswer, 'rows'>;
type Versions = Pick<ClausesAnswer, 'versions'>;

/**
 * The version in force at a moment, as far as the archive saw it: of those fetched by then the last in the order of the commits.
 * @param asOf a day (its end counts) or an instant, ISO 8601, UTC
 * @returns its place in `versions`; null where nothing was recorded yet
 */
export function versionAsOf({ versions }: Versions, asOf: string): number | null {
	const end = asOf.length === 10 ? `${asOf}T23:59:59Z` : asOf;
	const at = versions.findLastIndex(({ fetched }) => Date.parse(fetched) <= Date.parse(end));
	return at < 0 ? null : at;
}

/** Its clauses in the order of the document; empty where the text is too long to be followed. @param version place in `versions` */
export function clausesOf(answer: Rows & Versions, version: number): ClauseRow[] {
	const text = answer.versions[version]?.text ?? null;
	return text === null ? [] : answer.rows.filter((row) => standsIn(row, text));
}

function standsIn({ stands }: ClauseRow, text: number): boolean {
	return stands.some(([first, last]) => first <= text && text <= last);
}

/** One wording of a clause, and the versions that have it, first and last included. */
export interface Stay {
	readonly first: number;
	readonly last: number;
	readonly row: ClauseRow;
}

/** Every wording of a clause through time, oldest first; between two of them it may have been away. @param clause its name */
export function clauseHistory({ rows, versions }: Rows & Versions, clause: string): Stay[] {
	const own = rows.filter((row) => row.clause === clause);
	const stays: { first: number; last: number; row: ClauseRow }[] = [];
	for (const [version, { text }] of versions.entries()) {
		const row = text === null ? undefined : own.find((each) => standsIn(each, text));
		const before = stays.at(-1);
		if (row === undefined) continue;
		if (before?.row.text === row.text && before.last === version - 1) before.last = version;
		else stays.push({ first: version, last: version, row });
	}
	return stays;
}

export interface Difference {
	readonly clause: string;
	/** Null where it did not stand, or stands no more. */
	readonly before: ClauseRow | null;
	readonly after: ClauseRow | null;
}

/** Clauses that came in, went out or read otherwise, in the order of the later text, those that went out last. */
export function differences(answer: Rows & Versions, before: number, after: number): Difference[] {
	const [old, fresh] = [before, after].map((version) => clausesOf(answer, version)) as [
		ClauseRow[],
		ClauseRow[],
	];
	const known = new Map(old.map((row) => [row.clause, row]));
	const standing = new Set(fresh.map(({ clause }) => clause));
	const changed = fresh
		.map((row) => ({ clause: row.clause, before: known.get(row.clause) ?? null, after: row }))
		.filter((each) => each.before?.text !== each.after.text);
	const gone = old
		.filter(({ clause }) => !standing.has(clause))
		.map((row) => ({ clause: row.clause, before: row, after: null }));
	return [...changed, ...gone];
}
