/** Who sits at this machine, as git knows it. */
import { git } from './git.ts';

/** Undefined where nobody told git. @param directory inside a repository */
export async function userName(directory: string): Promise<string | undefined> {
	const name = await git(directory, ['config', '--default', '', 'user.name']).catch(() => '');
	return name.trim() === '' ? undefined : name.trim().slice(0, 200);
}
