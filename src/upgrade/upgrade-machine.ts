/** Replaces the machine of a repository by one of its releases, and leaves the collection alone. */
import { git } from '../archive/git.ts';
import { repositoryOf } from '../archive/recording-place.ts';
import { fetchReleases, releaseTags } from '../archive/releases.ts';
import { takeRunLock } from '../archive/run-lock.ts';
import { Fault } from '../model/fault.ts';
import { notesBetween } from './changelog.ts';
import { type Machine, machineIn } from './machine.ts';
import { machineFiles, planFiles } from './machine-files.ts';
import { makeReleaseCommit } from './release-commit.ts';
import type { Upgrade } from './upgrade.ts';
import { forgetUpgrade, notedUpgrade, noteUpgrade, requireRoom, takeBack } from './upgrade-journal.ts';
import { compareVersions, isReleaseTag, newestRelease } from './version-order.ts';

export interface UpgradeRequest {
	/** Folder of the machine, which is that of its repository. */
	readonly root: string;
	/** Tag of a release; left out: the newest. */
	readonly wanted?: string | undefined;
	/** Address or path of the repository that has the releases; left out: what the machine or the remote `upstream` says. */
	readonly from?: string | undefined;
}

/** A capture that is just ending is waited for, in milliseconds. */
const patience = 30_000;

/**
 * One commit on the branch that is checked out. Killed at any instant, the next call begins with the files as they were, or goes on where
 * all of them are new. Call {@link endUpgrade} once what follows is done.
 * @returns what was done; null where the machine is of that release already
 * @throws Fault where something is not committed, the release is none or older, or git fails; nothing is changed then
 */
export async function upgradeMachine({ root, wanted, from }: UpgradeRequest): Promise<Upgrade | null> {
	const { gitDirectory, prefix } = await repositoryOf(root);
	if (prefix !== '') throw notItsRoot(root);
	const unlock = await takeRunLock(gitDirectory, patience);
	try {
		const begun = await brokenOff(root, gitDirectory);
		if (begun !== null) return begun;
		const before = await committedHead(root);
		const upgrade = await prepare(root, before, wanted, from);
		if (upgrade === null) return null;
		await requireRoom(root, upgrade);
		await noteUpgrade(gitDirectory, upgrade);
		await moveTo(root, gitDirectory, upgrade);
		return upgrade;
	} finally {
		await unlock();
	}
}

/** Says that packages are installed and the collection is checked: nothing of the upgrade is open any more. */
export async function endUpgrade(root: string): Promise<void> {
	await forgetUpgrade((await repositoryOf(root)).gitDirectory);
}

/** An upgrade that was killed: taken back, or where its commit stands, what is still to be done. */
async function brokenOff(root: string, gitDirectory: string): Promise<Upgrade | null> {
	const noted = await notedUpgrade(gitDirectory);
	if (noted === null) return null;
	const head = (await git(root, ['rev-parse', 'HEAD'])).trim();
	if (head === noted.commit) return noted;
	if (head === noted.before) await takeBack(root, noted);
	await forgetUpgrade(gitDirectory);
	return null;
}

async function moveTo(root: string, gitDirectory: string, upgrade: Upgrade): Promise<void> {
	try {
		await git(root, ['merge', '--quiet', '--ff-only', '--no-autostash', upgrade.commit]);
	} catch (error) {
		await takeBack(root, upgrade);
		await forgetUpgrade(gitDirectory);
		throw error;
	}
}

async function committedHead(root: string): Promise<string> {
	const [shallow, branch] = [
		await git(root, ['rev-parse', '--is-shallow-repository']),
		await git(root, ['rev-parse', '--abbrev-ref', 'HEAD']),
	];
	if (shallow.trim() === 'true')
		throw new Fault('this clone is shallow', root, 'Fetch the whole history first: git fetch --unshallow.');
	if (branch.trim() === 'HEAD')
		throw new Fault(
			'no branch is checked out',
			root,
			'Check out the one that keeps the archive: git switch <branch>.',
		);
	const changes = await git(root, ['status', '--porcelain', '--untracked-files=no', '-z']);
	const [change] = changes.split('\0');
	if (change)
		throw new Fault(
			`something is not committed (${change.slice(3)})`,
			root,
			'Nothing was changed. Commit it, or put it aside with git stash, and upgrade again.',
		);
	return (await git(root, ['rev-parse', 'HEAD'])).trim();
}

async function prepare(
	root: string,
	before: string,
	wanted: string | undefined,
	from: string | undefined,
): Promise<Upgrade | null> {
	const present = await machineIn(root, before);
	const address = from ?? present.repository ?? (await upstreamOf(root));
	const tags = await releaseTags(root, address);
	const tag = chosenTag(tags, wanted, address);
	const order = compareVersions(tag.slice(1), present.version);
	if (order < 0 && wanted === undefined) return null;
	if (order < 0) throw older(tag, present);
	const own = `v${present.version}`;
	const fetched = await fetchReleases(root, address, tags.includes(own) ? [...new Set([tag, own])] : [tag]);
	const [release = '', former = ''] = await Promise.all(fetched.map((name) => commitOf(root, name)));
	if (order === 0 && (await isIn(root, release, before))) return null;
	const next = await machineIn(root, release);
	requireRelease(tag, next, present);
	const shared = (await git(root, ['merge-base', before, release]).catch(() => '')).trim();
	const origins = [...new Set([shared, former])].filter((commit) => commit !== '');
	return describe(root, { before, release, origins, present, next });
}

interface Step {
	readonly before: string;
	readonly release: string;
	/** Where the histories part, and the release that the machine says it is: a copy shares no history, and somebody may have gone back. */
	readonly origins: readonly string[];
	readonly present: Machine;
	readonly next: Machine;
}

async function describe(root: string, { before, release, origins, present, next }: Step): Promise<Upgrade> {
	const files = await machineFiles(root, before);
	const states = await Promise.all(origins.map((commit) => machineFiles(root, commit)));
	const { altered, own, ...plan } = planFiles(states, files, await machineFiles(root, release));
	const message = `Upgrade the machine to v${next.version}\n\nFrom v${present.version}. What lies under archive/ is the collection's own.\n`;
	const { commit, migrated } = await makeReleaseCommit({ root, before, release, message, files: plan.files });
	const notes = notesBetween(next.changelog, present.version, next.version);
	const versions = { from: present.version, to: next.version };
	return { ...versions, before, commit, altered, own, migrated, notes };
}

async function commitOf(root: string, name: string): Promise<string> {
	return (await git(root, ['rev-parse', '--verify', `${name}^{commit}`])).trim();
}

async function isIn(root: string, commit: string, branch: string): Promise<boolean> {
	const left = await git(root, ['rev-list', '--max-count=1', commit, `^${branch}`]);
	return left.trim() === '';
}

async function upstreamOf(root: string): Promise<string> {
	const address = (await git(root, ['config', '--get', 'remote.upstream.url']).catch(() => '')).trim();
	if (address !== '') return address;
	throw new Fault(
		'nothing says where the releases of this machine are',
		'package.json › repository',
		'Name the repository that this one was forked from: npm run upgrade -- --from https://…, or git remote add upstream https://….',
	);
}

function chosenTag(tags: readonly string[], wanted: string | undefined, address: string): string {
	const tag = wanted ?? newestRelease(tags);
	if (tag !== null && isReleaseTag(tag) && tags.includes(tag)) return tag;
	const known = tags.filter(isReleaseTag);
	throw new Fault(
		wanted === undefined ? 'there is no release' : `there is no release ${wanted}`,
		address,
		known.length === 0
			? 'See to the address: a release is a tag such as v1.2.3.'
			: `There are ${known.join(', ')}.`,
	);
}

function requireRelease(tag: string, next: Machine, present: Machine): void {
	if (next.name === present.name && `v${next.version}` === tag) return;
	throw new Fault(
		`what stands there is ${next.name || 'no program'} ${next.version}, and no release of ${present.name}`,
		tag,
		'Nothing was changed. See to the address, or tell whoever makes the releases.',
	);
}

function older(tag: string, { version }: Machine): Fault {
	return new Fault(
		`this machine is newer: v${version}`,
		tag,
		'Nothing was changed. To go back, take the upgrade back: git revert -m 1 <its commit>.',
	);
}

function notItsRoot(root: string): Fault {
	return new Fault(
		'the machine lies in a folder of another repository',
		root,
		'Nothing was changed. An upgrade needs the machine at the root of its repository.',
	);
}
