/** Runs one git command through simple-git: for writing and for short answers. Bulk reads stream from git-stream.ts instead. */
import { simpleGit } from 'simple-git';
import { Fault } from '../model/fault.ts';
import { commandOf, gitEnvironment, gitSettings } from './git-environment.ts';

/** By default an answer counts as complete 50 ms after the process ended, read or not. */
const whole = { onClose: true, onExit: false };

/** simple-git refuses these, lest they name a program. Ours say that there is none, or where the user keeps config. */
const ourOwn = {
	allowUnsafeFsMonitor: true,
	allowUnsafeHooksPath: true,
	allowUnsafeConfigPaths: true,
	allowUnsafeConfigEnvCount: true,
};

/**
 * What `git <args>`, run in `directory`, prints. Variables of the environment that begin with GIT_ do not reach it, so a run
 * inside a hook writes where it was told to.
 * @throws Fault with git's own words
 */
export async function git(directory: string, args: readonly string[], input?: Buffer): Promise<string> {
	try {
		const feed = input === undefined ? {} : { input: () => input };
		const env = gitEnvironment(args);
		const guarded = { config: [...gitSettings], unsafe: ourOwn, allowEnvironment: Object.keys(env) };
		const runner = simpleGit({ baseDir: directory, completion: whole, ...guarded, ...feed });
		return await runner.env(env).raw([...args]);
	} catch (error) {
		const said = error instanceof Error ? error.message.trim() : String(error);
		throw new Fault(`git ${commandOf(args)} failed: ${said}`, directory, remedyFor(said), error);
	}
}

/** What to do about git's own words; what was recorded before stands in any case, for a branch moves last and at once. */
export function remedyFor(said: string): string {
	const stands = 'What was recorded stands.';
	if (/no space left|out of disk|disk quota|file too large/i.test(said))
		return `${stands} Make room on the disk and run again.`;
	if (/read-only file system|permission denied|insufficient permission/i.test(said))
		return `${stands} See to the permissions of the repository: this user must be able to write to it.`;
	if (/\.lock['’]?: file exists|another git process/i.test(said))
		return `${stands} If no git command is running, one was killed: delete the lock file that it names and run again.`;
	if (
		/corrupt|bad object|unable to read|missing (?:blob|tree|commit)|inflate|garbage|loose object/i.test(said)
	)
		return `${stands} The repository is damaged: git fsck --full names the objects; fetch them again from another clone.`;
	return `${stands} See to what git says and run again.`;
}
