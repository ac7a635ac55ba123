/** Writes a text that somebody is to go on with, and over nothing that is there. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../model/fault.ts';

/** @throws Fault with this remedy where the file is there */
export async function writeNewFile(file: string, text: string, remedy: string): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
		throw new Fault('there is such a file already', file, `Nothing was written. ${remedy}`, error);
	});
}
