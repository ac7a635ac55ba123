/** Texts that people keep in a collection. What cannot be read is a fault of its file, and costs no other: a folder, a link that leads nowhere. */
import { readFile } from 'node:fs/promises';
import { Fault } from '../model/fault.ts';

/** @throws Fault where it is no file that can be read */
export async function readTextFile(file: string): Promise<string> {
	return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		throw new Fault(...unreadable(error.code), error);
	});

	function unreadable(code: string | undefined): [what: string, where: string, remedy: string] {
		if (code === 'EISDIR')
			return ['this is a folder, and is called as a file is', file, 'Give it another name.'];
		if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
			return ['it leads to no file', file, 'Remove it, or let it lead to a file that is there.'];
		return [`it cannot be read (${code})`, file, 'See to its permissions.'];
	}
}
