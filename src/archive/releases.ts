/** Reaches another git repository for the releases that it has: beside nothing else here, over the network. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Fault } from '../model/fault.ts';
import { withoutCredentials } from '../model/web-address.ts';
import { gitEnvironment, gitSettings } from './git-environment.ts';

/** A program comes this way: over nothing that can be altered on its way. */
const protocols = 'file:https:ssh';

/** Where a fetched release stands: among nobody's branches and tags. */
const shelf = 'refs/clausetrail/releases/';

/**
 * Names of the tags `v…` of a repository.
 * @param address of the repository, or its path
 * @throws Fault where nobody answers
 */
export async function releaseTags(directory: string, address: string): Promise<readonly string[]> {
	const listing = await remoteGit(directory, address, ['ls-remote', '--tags', '--refs', '--', address, 'v*']);
	return [...listing.matchAll(/\trefs\/tags\/(.+)$/gm)].map(([, tag = '']) => tag);
}

/**
 * Fetches tags with all that they stand on. No branch, no tag and no file of this repository changes.
 * @returns for each the name by which git knows it here
 * @throws Fault where one is missing or damaged
 */
export async function fetchReleases(
	directory: string,
	address: string,
	tags: readonly string[],
): Promise<readonly string[]> {
	const carefully = ['-c', 'fetch.fsckObjects=true', 'fetch', '--quiet', '--force'];
	const alone = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-auto-maintenance'];
	const wanted = tags.map((tag) => `refs/tags/${tag}:${shelf}${tag}`);
	await remoteGit(directory, address, [...carefully, ...alone, '--', address, ...wanted]);
	return tags.map((tag) => shelf + tag);
}

async function remoteGit(directory: string, address: string, args: readonly string[]): Promise<string> {
	const settings = gitSettings.flatMap((setting) => ['-c', setting]);
	const env = { ...gitEnvironment(args), GIT_ALLOW_PROTOCOL: protocols };
	try {
		const { stdout } = await promisify(execFile)('git', [...settings, ...args], {
			cwd: directory,
			env,
			maxBuffer: 64 * 1024 * 1024,
		});
		return stdout;
	} catch (error) {
		const { stderr = '', message } = error as Error & { stderr?: string };
		throw new Fault(
			`the releases cannot be fetched: ${withoutCredentials(stderr.trim() || message)}`,
			withoutCredentials(address),
			'See to the address and to the connection. Nothing was changed.',
			error,
		);
	}
}
