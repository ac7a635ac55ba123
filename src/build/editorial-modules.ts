/**
 * Gives the pages the bodies of provisions, posts, notes and pages as MDX modules, wherever the collection lies: the module
 * `clausetrail:bodies` holds a loader for each file.
 *
 * Astro's content collections do the same, but write the list of files into one place for all builds (`.astro/content-modules.mjs`): of
 * two builds at once, one would silently show the bodies of the other's archive. Nor do they find Astro's own modules from a file
 * that lies outside this program, or leave out heads that were validated at our own door.
 */
import path from 'node:path';
import type { ViteUserConfig } from 'astro';
import { archiveDirectory } from '../load/archive-directory.ts';
import { type Bodies, loadBodies } from '../load/load-archive.ts';

const list = 'clausetrail:bodies';
const prefix = 'clausetrail:body/';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

export function editorialModules(): Plugin {
	const here = path.join(import.meta.dirname, 'editorial-modules.ts');
	return {
		name: 'clausetrail-editorial',
		enforce: 'pre',
		resolveId(id, importer) {
			if (id === list) return `\0${list}`;
			if (id.startsWith(prefix)) return path.join(collection(), id.slice(prefix.length));
			// What an MDX file compiles to imports Astro's runtime, which a collection elsewhere has no node_modules for.
			if (id.startsWith('astro/') && importer?.endsWith('.mdx')) return this.resolve(id, here);
			return null;
		},
		async load(id) {
			return id === `\0${list}` ? loaders(await loadBodies()) : null;
		},
	};
}

function collection(): string {
	return path.resolve(archiveDirectory());
}

/** A file without a body has no loader. */
function loaders(bodies: Bodies): string {
	const lines = bodies
		.filter(({ body }) => body.trim() !== '')
		.map(({ file }) => `${JSON.stringify(file)}: () => import(${JSON.stringify(prefix + file)}),`);
	return `export const bodies = {\n${lines.join('\n')}\n};\n`;
}
