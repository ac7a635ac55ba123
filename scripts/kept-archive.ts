/** An archive as the last build left it analysed, for commands that need all of it and are to take seconds. */
import { cacheOf, readingIn, shelfIn } from '../src/build/begin-build.ts';
import { analyseWith } from '../src/load/analyse-in-parallel.ts';
import { readArchive } from '../src/load/load-archive.ts';
import type { Archive } from '../src/model/archive.ts';

/** Sets SITE where nobody has. @param named cache of a build, else of the last one into `dist/`: what it lacks is analysed, and lies there then */
export async function readKeptArchive(directory: string, named?: string): Promise<Archive> {
	const cache = cacheOf({ outDir: 'dist', cache: named });
	const archive = await readArchive(directory, analyseWith(shelfIn(cache)), readingIn(cache));
	const { SITE } = process.env;
	Object.assign(process.env, { SITE: SITE || archive.collection.site });
	return archive;
}
