/** Keeps compiled program code on disk: a build of few pages would else spend a third of its time on reading its own program. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { root } from '../src/root.ts';

/** For what is imported from now on, by this thread and by all that it starts. A choice that the environment makes is left alone. */
export function keepCompiledCode(): void {
	process.env.NODE_COMPILE_CACHE ||= path.join(root, '.astro', 'compiled');
	enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
