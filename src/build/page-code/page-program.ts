/** Runs compiled pages: tells which there are, and renders one. What they show they take from the archive of this thread (`shareArchive`). */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { programFolder } from './page-code.ts';

/** A page or a file that the site has. */
export interface SitePath {
	/** Its source: `src/pages/[platform]/index.astro`. */
	readonly component: string;
	/** Of its address; empty for pages that are there once. */
	readonly params: Readonly<Record<string, string>>;
	/** Below the site's folder: `acme/terms/index.html`. */
	readonly file: string;
	/** By `page-keys.ts`, all that it shows; null where the page names no key. */
	readonly key: string | null;
}

export interface PageProgram {
	/** Sources of the pages. */
	readonly components: readonly string[];
	/** The pages of one source. */
	pathsOf(component: string): Promise<readonly SitePath[]>;
	render(page: SitePath): Promise<Uint8Array>;
	/** Forgets which pages there are: another archive is shared now. */
	forget(): void;
}

/** Of a page's source. */
interface PageModule {
	getStaticPaths?(): Promise<readonly StaticPath[]>;
}

interface StaticPath {
	readonly params: Readonly<Record<string, string>>;
	readonly cacheKey?: string;
}

interface Route {
	readonly route: string;
	readonly component: string;
	readonly type: string;
	readonly pathname?: string;
	readonly prerender: boolean;
}

/** What this module uses of Astro's own program, which has no public type. */
interface AstroApp {
	readonly manifest: {
		readonly base: string;
		readonly site: string;
		readonly routes: readonly { readonly routeData: Route; readonly styles: readonly object[] }[];
	};
	readonly routeCache: { clearAll(): void };
	setInternals(internals: object): void;
	setOptions(options: object): void;
	getComponentByRoute(route: Route): Promise<PageModule>;
	render(request: Request, options: { readonly routeData: Route }): Promise<Response>;
}

/** @param folder as `pageCode` gives it */
export async function loadPageProgram(folder: string): Promise<PageProgram> {
	const app = await startApp(path.join(folder, programFolder));
	// A program is loaded once a process, and an earlier build of it may have asked for pages.
	app.routeCache.clearAll();
	const { manifest } = app;
	const routes = new Map(
		manifest.routes
			.map(({ routeData }) => routeData)
			.filter(({ prerender, type }) => prerender && ['page', 'endpoint'].includes(type))
			.map((route) => [route.component, route]),
	);
	const routeOf = (component: string) => routes.get(component) as Route;
	const home = new URL(manifest.base, manifest.site);
	return {
		components: [...routes.keys()],
		async pathsOf(component) {
			const route = routeOf(component);
			if (route.pathname !== undefined) return [pathOf(route, { params: {} })];
			const { getStaticPaths } = await app.getComponentByRoute(route);
			const paths = (await getStaticPaths?.()) ?? [];
			return paths.map((path) => pathOf(route, path));
		},
		async render(page) {
			const routeData = routeOf(page.component);
			const address = page.file.replace(/(^|\/)index\.html$/, '$1').replace(/^404\.html$/, '404/');
			const request = new Request(new URL(address.split('/').map(encodeURIComponent).join('/'), home));
			const response = await app.render(request, { routeData });
			const body = new Uint8Array(await response.arrayBuffer());
			const isWhole = response.status === 200 || page.file === '404.html';
			if (!isWhole) throw new Error(`${page.file}: rendered with status ${response.status}`);
			return body;
		},
		forget: () => app.routeCache.clearAll(),
	};
}

/**
 * Astro's build gives its program what it knows of styles in memory; the manifest that lies on disk says the same by route. Scripts of
 * integrations there are none.
 */
async function startApp(directory: string): Promise<AstroApp> {
	const entry = (await readdir(directory)).find((name) => name.startsWith('prerender-entry.')) ?? '';
	const { app } = (await import(pathToFileURL(path.join(directory, entry)).href)) as { app: AstroApp };
	const sheets = app.manifest.routes.map(({ routeData: { route, component }, styles }) => {
		const ordered = styles.map((sheet, order) => ({ depth: 0, order, sheet }));
		return [`${route}${keySeparator}${component}`, { styles: ordered }] as const;
	});
	app.setInternals({ pagesByKeys: new Map(sheets), entrySpecifierToBundleMap: new Map() });
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: silent } } });
	return app;
}

/** Between route and source in the names of Astro's pages. */
const keySeparator = '&';
/** What goes wrong is thrown. */
const silent = { write: () => {} };

/** Its key is made when it is asked for: of the pages of platforms, which are kept by other keys, nobody does. */
function pathOf(route: Route, path: StaticPath): SitePath {
	const { params } = path;
	const place = (route.pathname ?? route.route).replace(
		/\[(?:\.\.\.)?(\w+)\]/g,
		(_, name: string) => params[name] ?? '',
	);
	return {
		component: route.component,
		params,
		file: fileOf(route, place.replace(/^\/|\/$/g, '')),
		get key() {
			return path.cacheKey ?? null;
		},
	};
}

function fileOf({ type }: Route, place: string): string {
	if (type === 'endpoint') return place;
	if (place === '404') return '404.html';
	return place === '' ? 'index.html' : `${place}/index.html`;
}
