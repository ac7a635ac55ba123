/**
 * Gives the pages the bodies of provisions, posts and notes as MDX modules, wherever the collection lies: the module
 * `clausetrail:bodies` holds a loader for each file.
 *
 * Astro's content collections do the same, but write the list of files into one place for all builds (`.astro/content-modules.mjs`): of
 * two builds at once, one would silently show the bodies of the other's archive. Nor do they find Astro's own modules from a file
 * that lies outside this program, or leave out heads that were validated at our own door.
 */
import path from 'node:path';
import type { ViteUserConfig } from 'astro';
import { archiveDirectory } from '../load/archive-directory.ts';
import { loadArchive } from '../load/load-archive.ts';
import type { Archive } from '../model/archive.ts';

const list = 'clausetrail:bodies';
const prefix = 'clausetrail:body/';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

export function editorialModules(): Plugin {
	const here = path.join(import.meta.dirname, 'editorial-modules.ts');
	return {
		name: 'clausetrail-editorial',
		enforce: 'pre',
		resolveId(id, importer) {
			if (id === list) return { id: `\0${list}`, meta: keptApart };
			if (id.startsWith(prefix)) return path.join(collection(), id.slice(prefix.length));
			// What an MDX file compiles to imports Astro's runtime, which a collection elsewhere has no node_modules for.
			if (id.startsWith('astro/') && importer?.endsWith('.mdx')) return this.resolve(id, here);
			return null;
		},
		async load(id) {
			return id === `\0${list}` ? { code: loaders(await loadArchive()), meta: keptApart } : null;
		},
	};
}

/**
 * Keeps the bodies out of the code that each page hangs on, as Astro does with content collections: else a word in one note would render
 * every change page anew. The keys of the pages hold the bodies that they show (src/site/page-keys.ts).
 */
const keptApart = { astroIncremental: { kind: 'content-data' } };

function collection(): string {
	return path.resolve(archiveDirectory());
}

/** A file without a body has no loader. */
function loaders({ provisions, posts, notes }: Archive): string {
	const lines = [...provisions, ...posts, ...notes]
		.filter(({ body }) => body.trim() !== '')
		.map(({ file }) => `${JSON.stringify(file)}: () => import(${JSON.stringify(prefix + file)}),`);
	return `export const bodies = {\n${lines.join('\n')}\n};\n`;
}
