/**
 * The capture of the demonstration as a program of its own: a process pays for each git that it starts by its own size, and one that has
 * loaded what builds a site is large.
 */
import path from 'node:path';
import { root } from '../../src/root.ts';

/** Replaces the folder by a fresh repository and captures into it; see capture-demo.ts. */
export function captureProgram(folder: string): readonly [program: string, ...args: string[]] {
	return [process.execPath, path.join(root, 'scripts', 'demo', 'capture-demo.ts'), folder];
}

/** The collection in a folder that the demonstration was captured into. */
export function demoArchive(folder: string): string {
	return path.join(folder, 'archive');
}
