/** Folders for the tests of one file: each a fresh one, all of them gone when its process ends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];
process.once('exit', () => {
	for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Path inside the folder, with slashes → text. */
export type Files = Readonly<Record<string, string>>;

/** A folder with these files in it. */
export function temporaryFolder(files: Files = {}): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'clausetrail-'));
	made.push(folder);
	writeFiles(folder, files);
	return folder;
}

export function writeFiles(folder: string, files: Files): void {
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}
