/** What a repository's own address tells of a new collection: where its commits are read, and where GitHub Pages publishes. */
import { git } from '../../archive/git.ts';
import { Fault } from '../../model/fault.ts';

export interface Addresses {
	/** Public address of the repository; null where nothing tells it. */
	readonly repository: string | null;
	/** Address that GitHub Pages gives it; null where it lies elsewhere. */
	readonly site: string | null;
}

/** The variables of a GitHub workflow that tell where it runs. */
type Environment = Readonly<Partial<Record<'GITHUB_SERVER_URL' | 'GITHUB_REPOSITORY', string>>>;

/** By the workflow that runs, else by the remote `origin` of the repository that holds the directory. */
export async function findAddresses(directory: string, environment: Environment): Promise<Addresses> {
	const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository } = environment;
	if (repository) return addressesOf(`${server}/${repository}`);
	return addressesOf(await originOf(directory));
}

async function originOf(directory: string): Promise<string> {
	try {
		return (await git(directory, ['config', '--get', 'remote.origin.url'])).trim();
	} catch (error) {
		// No repository, or one that nobody pushes anywhere.
		if (error instanceof Fault) return '';
		throw error;
	}
}

/**
 * Neither a user's name nor a password nor a port comes along.
 * @param remote in any form that git takes: `https://host/owner/name.git`, `ssh://git@host/owner/name`, `git@host:owner/name.git`
 */
export function addressesOf(remote: string): Addresses {
	const [, host = '', written = ''] =
		/^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([\w.-]+)(?::\d+)?\/(.+)$/.exec(remote) ??
		/^(?:[\w.-]+@)([\w.-]+):(?!\/)(.+)$/.exec(remote) ??
		[];
	const place = written.replace(/\/+$/, '').replace(/\.git$/, '');
	if (!/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(place)) return { repository: null, site: null };
	return { repository: `https://${host.toLowerCase()}/${place}`, site: pagesAddress(host, place) };
}

/** @see https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages#types-of-github-pages-sites */
function pagesAddress(host: string, place: string): string | null {
	const [owner = '', name = '', ...rest] = place.split('/');
	if (host.toLowerCase() !== 'github.com' || rest.length > 0) return null;
	const home = `${owner.toLowerCase()}.github.io`;
	return name.toLowerCase() === home ? `https://${home}/` : `https://${home}/${name}/`;
}
