/** A real git repository in a temporary folder, for tests: archives are tested against git itself, never against a mock. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

export interface TemporaryRepository {
	readonly directory: string;
	readonly git: (...args: readonly string[]) => string;
	readonly write: (file: string, text: string) => void;
	/** Commits everything as it lies, on the given day or moment. */
	readonly commit: (message: string, at: string) => string;
	readonly remove: () => void;
}

export function makeTemporaryRepository(): TemporaryRepository {
	const directory = temporaryFolder();
	const git = (...args: readonly string[]): string => run(directory, args, {});
	git('init', '--quiet', '--initial-branch=main');
	git('config', 'user.name', 'Test');
	git('config', 'user.email', 'test@example.org');
	git('config', 'commit.gpgsign', 'false');

	const write = (file: string, text: string): void => writeFiles(directory, { [file]: text });

	function commit(message: string, at: string): string {
		git('add', '--all');
		const date = at.length === 10 ? `${at}T12:00:00Z` : at;
		const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
		run(directory, ['commit', '--quiet', '--allow-empty', '--message', message], dates);
		return git('rev-parse', 'HEAD');
	}

	const remove = (): void => rmSync(directory, { recursive: true, force: true });
	return { directory, git, write, commit, remove };
}

function run(directory: string, args: readonly string[], extra: Readonly<Record<string, string>>): string {
	const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', ...extra };
	return execFileSync('git', [...args], { cwd: directory, encoding: 'utf8', env }).trim();
}
