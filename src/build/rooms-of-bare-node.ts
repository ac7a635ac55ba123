/**
 * Leaves out of the compiled pages what runs in bare Node as it is: a thread that renders them then has one copy of it, in which what was
 * computed of a text for one purpose is known for all others. Only sources that need a compiler, and what browsers load, are compiled.
 */
import path from 'node:path';
import type { ViteUserConfig } from 'astro';
import { root } from '../root.ts';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const rooms = ['analysis', 'archive', 'load', 'model', 'site', 'text'].map(
	(room) => path.join(root, 'src', room) + path.sep,
);

export function roomsOfBareNode(): Plugin {
	return {
		name: 'clausetrail-bare-rooms',
		enforce: 'pre',
		apply: 'build',
		resolveId(id, importer) {
			if (this.environment.name === 'client' || !id.startsWith('.') || importer === undefined) return null;
			const file = path.resolve(path.dirname(importer), id);
			const isBare = file.endsWith('.ts') && rooms.some((room) => file.startsWith(room));
			return isBare ? { id: file, external: 'relative' } : null;
		},
	};
}
