/** Has the development server render every page anew, and the browsers that show one load it again. */
import type { AstroIntegration } from 'astro';

type Setup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
/** What is asked of Vite's server. */
export type PreviewModules = Pick<Parameters<Setup>[0]['server'], 'environments'>;

type Environment = PreviewModules['environments'][string];
type Module = NonNullable<ReturnType<Environment['moduleGraph']['getModuleById']>>;

/** The list of bodies changes with the files that there are; a body with its file. */
const isWritten = (id: string) => id.endsWith('clausetrail:bodies') || id.endsWith('.mdx');

export function forgetPages({ environments }: PreviewModules): void {
	for (const environment of Object.values(environments)) {
		if (environment.name === 'client') continue;
		for (const [id, module] of environment.moduleGraph.idToModuleMap)
			if (isWritten(id)) forget(environment, module, new Set());
		// Which pages there are, Astro remembers from one request to the next.
		environment.hot.send('astro:content-changed', {});
	}
	environments.client?.hot.send({ type: 'full-reload', path: '*' });
}

/** With all that was made of it: what is not forgotten would go on with what it imported before. */
function forget(environment: Environment, module: Module, seen: Set<Module>): void {
	if (seen.has(module)) return;
	seen.add(module);
	environment.moduleGraph.invalidateModule(module);
	for (const importer of module.importers) forget(environment, importer, seen);
}
