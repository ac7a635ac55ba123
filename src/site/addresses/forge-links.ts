/** Where a commit of the archive, and a file as it stood then, are to be seen at the forge that has the repository. */

/** Where a forge keeps the pages of commits and of files, below the address of a repository. */
interface Forge {
	/** Part of the host name that tells it. */
	readonly host: string;
	readonly commit: string;
	readonly file: string;
}

const forges: readonly Forge[] = [
	{ host: 'gitlab', commit: '-/commit', file: '-/blob' },
	{ host: 'bitbucket', commit: 'commits', file: 'src' },
	{ host: 'codeberg', commit: 'commit', file: 'src/commit' },
];
/** GitHub's way, which most other forges answer to as well. */
const usualForge: Forge = { host: '', commit: 'commit', file: 'blob' };

/** The page of a commit at the forge that the repository's address points to; null where no address is set. */
export function commitUrl(repository: string | undefined, commit: string): string | null {
	if (repository === undefined) return null;
	const { address, forge } = forgeOf(repository);
	return `${address}/${forge.commit}/${commit}`;
}

/**
 * The page of a file as it stood at a commit; null where no address is set.
 * @param path inside the repository, see `Archive.prefix`
 */
export function fileUrl(repository: string | undefined, commit: string, path: string): string | null {
	if (repository === undefined) return null;
	const { address, forge } = forgeOf(repository);
	const parts = path.split('/').map(encodeURIComponent);
	return `${address}/${forge.file}/${commit}/${parts.join('/')}`;
}

function forgeOf(repository: string): { address: string; forge: Forge } {
	const address = repository.replace(/\/$/, '').replace(/\.git$/, '');
	const { hostname } = new URL(address);
	return { address, forge: forges.find(({ host }) => hostname.includes(host)) ?? usualForge };
}
