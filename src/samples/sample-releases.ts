/** Releases of an invented machine, tagged in a repository of their own, and forks of it: for tests of the upgrade. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Files } from './temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from './temporary-repository.ts';

export interface Upstream extends TemporaryRepository {
	/** Commits these files as a release. @param gone files that it no longer has */
	readonly release: (version: string, files: Files, gone?: readonly string[]) => string;
	/** A fork of the branch as it is. */
	readonly fork: () => TemporaryRepository;
}

export function makeUpstream(manifest: Readonly<Record<string, unknown>> = {}): Upstream {
	const upstream = makeTemporaryRepository();
	const { directory, git, write, commit } = upstream;
	let day = 0;
	const nextDay = () => new Date(Date.UTC(2024, 0, 1) + 86_400_000 * day++).toISOString();

	function release(version: string, files: Files, gone: readonly string[] = []): string {
		write('package.json', JSON.stringify({ name: 'clausetrail', version, type: 'module', ...manifest }));
		for (const [name, text] of Object.entries(files)) write(name, text);
		for (const name of gone) rmSync(path.join(directory, name));
		const hash = commit(`Release ${version}`, nextDay());
		git('tag', '--annotate', '--message', version, `v${version}`);
		return hash;
	}

	function fork(): TemporaryRepository {
		const copy = makeTemporaryRepository();
		copy.git('pull', '--quiet', '--no-tags', directory, 'main');
		return copy;
	}

	return { ...upstream, release, fork };
}
