/**
 * A program of its own: compiles the pages of ARCHIVE and SITE with Astro and Vite into the folder that its argument names, renders none of
 * them, and ends. Vite takes 340 MB for itself, which so is given back before the first page is rendered.
 */
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { root } from '../../root.ts';
import { basePath, siteAddress } from '../../site/addresses/urls.ts';
import { programFolder } from './page-code.ts';

/** Astro compiles the pages into this folder of its output, asks for what to render, and removes it. */
const astroFolder = '.prerender';

const [target = ''] = process.argv.slice(2);
process.chdir(root);
await build({
	root,
	outDir: target,
	site: new URL(siteAddress()).origin,
	base: basePath(),
	logLevel: 'warn',
	integrations: [keepProgram(target)],
});

/** Takes the compiled pages away in the moment in which Astro would render them. */
function keepProgram(directory: string): AstroIntegration {
	return {
		name: 'clausetrail-page-code',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) =>
				setPrerenderer({
					name: 'clausetrail-none',
					getStaticPaths: async () => [],
					render: async ({ url }) => {
						throw new Error(`${url} was asked for, and nothing is rendered here`);
					},
					teardown: () => rename(path.join(directory, astroFolder), path.join(directory, programFolder)),
				}),
		},
	};
}
