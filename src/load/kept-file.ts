/** Small files in the cache of a build. Each is written by this program alone, and whole or not at all; one that is damaged counts as missing. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @returns what was kept under this name; null where nothing was, or it cannot be read */
export function readKept<Value>(cache: string, name: string): Value | null {
	const file = path.join(cache, name);
	if (!existsSync(file)) return null;
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Value;
	} catch {
		return null;
	}
}

export async function writeKept(cache: string, name: string, value: unknown): Promise<void> {
	await mkdir(cache, { recursive: true });
	const unfinished = path.join(cache, `${name}.${process.pid}.tmp`);
	await writeFile(unfinished, JSON.stringify(value));
	await rename(unfinished, path.join(cache, name));
}
