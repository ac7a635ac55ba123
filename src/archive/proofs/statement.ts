/**
 * What a time-stamp is a time-stamp of: a few lines that name the newest commit and stand for every commit before it, by SHA-256.
 * Writing and reading are one inverse pair.
 */
import { Fault } from '../../model/fault.ts';

export interface Statement {
	/** Full name of the newest commit that it stands for. */
	readonly commit: string;
	/** The newest commit of the statement before it, which stands for the older ones; null where it stands for the whole history. */
	readonly since: string | null;
	/** SHA-256 of the statement before it, hex; null exactly where `since` is. */
	readonly previous: string | null;
	/** How many commits are in the list. */
	readonly commits: number;
	/** SHA-256, hex, of the list: `listHash` of commit-list.ts. */
	readonly list: string;
}

const title = 'Clausetrail proof of time, format 1';

/** ASCII, a fact a line, ending in a line break: these bytes are what is stamped. */
export function formatStatement({ commit, since, previous, commits, list }: Statement): string {
	const chain = since === null ? [] : [`since: ${since}`, `previous-sha256: ${previous}`];
	const lines = [title, `commit: ${commit}`, ...chain, `commits: ${commits}`, `list-sha256: ${list}`];
	return `${lines.join('\n')}\n`;
}

const object = '[0-9a-f]{40}(?:[0-9a-f]{24})?';
const form = new RegExp(
	`^${title}\ncommit: (${object})\n(?:since: (${object})\nprevious-sha256: ([0-9a-f]{64})\n)?commits: (\\d{1,12})\nlist-sha256: ([0-9a-f]{64})\n$`,
);

/** @throws Fault where the file says anything else, or less, or more */
export function parseStatement(text: string, where: string): Statement {
	const [, commit, since = null, previous = null, commits, list] = form.exec(text) ?? [];
	if (commit !== undefined && list !== undefined)
		return { commit, since, previous, commits: Number(commits), list };
	throw new Fault('this is no statement of a proof of time', where, 'Give the file back from the history.');
}
