// How the site is built. Its address comes from the collection, through the environment: see src/site/addresses/urls.ts.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { editorialModules } from './src/build/editorial-modules.ts';
import { roomsOfBareNode } from './src/build/rooms-of-bare-node.ts';
import { basePath, siteAddress } from './src/site/addresses/urls.ts';

export default defineConfig({
	output: 'static',
	site: siteAddress(),
	base: basePath(),
	trailingSlash: 'always',
	compressHTML: true,
	devToolbar: { enabled: false },
	integrations: [mdx()],
	// The content security policy of the pages allows nothing inline: every style and script is a file.
	build: { inlineStylesheets: 'never' },
	vite: {
		build: { assetsInlineLimit: 0 },
		worker: { format: 'es' },
		plugins: [roomsOfBareNode(), editorialModules()],
	},
});
