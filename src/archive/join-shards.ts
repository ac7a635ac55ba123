/**
 * Puts what several machines recorded, each its own platforms, on one branch. Versions are taken over commit by commit, so that a text
 * that somebody else changed meanwhile costs itself alone; of `status.json` one is made of all, agreement by agreement.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../model/fault.ts';
import { type AgreementStatus, joinStatuses, type Status } from '../model/status.ts';
import { git } from './git.ts';
import { formatStatus, parseStatus, readStatus, statusFileName } from './status-file.ts';

export interface Joined {
	/** Versions taken over. */
	readonly versions: number;
	/** `<platform>/<agreement>` whose commit did not fit on the branch any more; the next capture fetches them again. */
	readonly leftOut: readonly string[];
}

/**
 * Adds commits to the branch that is checked out; its working tree must be clean.
 * @param directory of the collection
 * @param bundles files that `git bundle create <file> <base>..HEAD` wrote, one for each machine
 * @throws Fault where a bundle cannot be read, and where git fails: the branch may then have some of the commits
 */
export async function joinShards(directory: string, bundles: readonly string[], now: Date): Promise<Joined> {
	if (bundles.length === 0) throw nothingToJoin(directory);
	const top = (await git(directory, ['rev-parse', '--show-toplevel'])).trim();
	const before = await readStatus(directory);
	const file = path.relative(top, path.resolve(directory, statusFileName)).split(path.sep).join('/');
	const leftOut: string[] = [];
	const statuses: Status[] = [];
	let versions = 0;
	for (const [index, bundle] of bundles.entries()) {
		const tip = await fetchBundle(top, bundle, index);
		for (const commit of await commitsOf(top, tip)) {
			const key = await agreementOf(top, commit, file);
			if (key === null) continue;
			if (await copyVersion(top, commit)) versions++;
			else leftOut.push(key);
		}
		statuses.push(parseStatus(await git(top, ['show', `${tip}:${file}`]), `${bundle}: ${file}`));
	}
	await commitStatus(top, path.join(top, file), joinAll(before, statuses, leftOut), now);
	return { versions, leftOut };
}

function nothingToJoin(directory: string): Fault {
	return new Fault(
		'no shard left anything to join',
		directory,
		'See why the captures failed; the next run begins anew.',
	);
}

/** @returns the name of the newest commit in it */
async function fetchBundle(top: string, bundle: string, index: number): Promise<string> {
	const reference = `refs/clausetrail/shard-${index + 1}`;
	await git(top, ['fetch', '--quiet', '--force', path.resolve(bundle), `HEAD:${reference}`]);
	return (await git(top, ['rev-parse', reference])).trim();
}

/** Oldest first, without those that the branch has. */
async function commitsOf(top: string, tip: string): Promise<string[]> {
	return (await git(top, ['rev-list', '--reverse', `HEAD..${tip}`]))
		.split('\n')
		.filter((line) => line !== '');
}

/** Which agreement a commit recorded; null for a commit of the status alone. */
async function agreementOf(top: string, commit: string, status: string): Promise<string | null> {
	const said = await git(top, ['diff-tree', '--no-commit-id', '--name-only', '-r', '-z', commit]);
	const files = said.split('\0').filter((name) => name !== '' && name !== status);
	if (files.length === 0) return null;
	const text = files.find((name) => name.endsWith('.md')) ?? (files[0] as string);
	return text.split('/').slice(-2).join('/').replace(/\.md$/, '');
}

/** False where the commit does not fit: somebody changed or recorded the same text meanwhile. Author and date stay. */
async function copyVersion(top: string, commit: string): Promise<boolean> {
	try {
		await git(top, ['cherry-pick', commit]);
		return true;
	} catch {
		await git(top, ['cherry-pick', '--abort']);
		return false;
	}
}

/**
 * Of each agreement the newest entry. What was left out keeps the entry that fits its text: another one would let the next
 * capture believe that the text was recorded. What a person accepted while the captures ran stays accepted.
 */
function joinAll(before: Status | null, statuses: readonly Status[], leftOut: readonly string[]): Status {
	const joined = statuses.reduce(joinStatuses);
	const agreements: Record<string, AgreementStatus> = {};
	for (const [key, entry] of Object.entries(joined.agreements)) {
		const known = before?.agreements[key];
		if (leftOut.includes(key)) {
			if (known !== undefined) agreements[key] = known;
		} else agreements[key] = { ...entry, ...acceptedMeanwhile(entry, known) };
	}
	return { ...joined, agreements };
}

function acceptedMeanwhile(entry: AgreementStatus, known: AgreementStatus | undefined) {
	const accepted = known?.accepted;
	if (accepted === undefined || (entry.recorded ?? '') >= accepted.on) return {};
	return { accepted };
}

async function commitStatus(top: string, file: string, status: Status, now: Date): Promise<void> {
	await writeFile(file, formatStatus(status));
	await git(top, ['add', '--', file]);
	if ((await git(top, ['status', '--porcelain', '--', file])) === '') return;
	await git(top, ['commit', '--quiet', `--date=${now.toISOString()}`, '-m', subjectOf(status), '--', file]);
}

function subjectOf({ agreements }: Status): string {
	const entries = Object.values(agreements);
	const held = entries.filter((entry) => entry.held !== undefined).length;
	const failing = entries.filter((entry) => entry.failures > 0).length;
	const rest = [`${held} held`, `${failing} failing`].filter((part) => !part.startsWith('0 '));
	return `Record status: ${[`${entries.length} followed`, ...rest].join(', ')}`;
}
