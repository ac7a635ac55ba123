/** Runs one git command through simple-git: for writing and for short answers. Bulk reads stream from git-stream.ts instead. */
import { simpleGit } from 'simple-git';
import { Fault } from '../model/fault.ts';

/** By default an answer counts as complete 50 ms after the process ended, read or not. */
const whole = { onClose: true, onExit: false };

/**
 * What `git <args>`, run in `directory`, prints. Variables of the environment that begin with GIT_ do not reach it, so a run
 * inside a hook writes where it was told to.
 * @throws Fault with git's own words
 */
export async function git(directory: string, args: readonly string[], input?: Buffer): Promise<string> {
	try {
		const feed = input === undefined ? {} : { input: () => input };
		return await simpleGit({ baseDir: directory, completion: whole, ...feed }).raw([...args]);
	} catch (error) {
		const said = error instanceof Error ? error.message.trim() : String(error);
		throw new Fault(
			`git ${args.find((arg) => !arg.startsWith('-'))} failed: ${said}`,
			directory,
			'Nothing is lost. See to what git says and run again.',
			error,
		);
	}
}
