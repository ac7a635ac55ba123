/** Checks a built site: every link and anchor leads somewhere, no page asks another host or acts by itself, the HTML is valid. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../../src/build/site-files.ts';
import { checkHtml, samplePages } from './html-rules.ts';
import { readPage } from './page-facts.ts';
import type { SiteFault } from './site-fault.ts';
import { linkResolver } from './site-links.ts';

export interface SiteReport {
	readonly faults: readonly SiteFault[];
	readonly pages: number;
	/** Pages whose HTML was held against the rules of the language. */
	readonly validated: number;
	/** Distinct internal addresses per page, added up. */
	readonly links: number;
}

/** Anchors asked for on other pages: file → fragment → the first page that asks. */
type Asked = Map<string, Map<string, string>>;

/**
 * @param base path that the site was built for
 * @param sample number of pages validated as HTML; links are always checked on all
 */
export async function checkSite(directory: string, base: string, sample: number): Promise<SiteReport> {
	const files = listFiles(directory);
	const pages = files.filter((file) => file.endsWith('.html'));
	const resolve = linkResolver(new Set(files), base);
	const faults: SiteFault[] = [];
	const asked: Asked = new Map();
	let links = 0;
	for (const page of pages) {
		const facts = readPage(await readFile(path.join(directory, page), 'utf8'));
		links += facts.links.size;
		faults.push(...facts.breaches.map((what) => ({ page, what, stops: true })));
		for (const link of facts.links) {
			const { file, fragment } = resolve(page, link);
			if (file === null) faults.push({ page, what: `leads to nothing: ${link}`, stops: false });
			else if (fragment === '' || !file.endsWith('.html')) continue;
			else if (file !== page) ask(asked, file, fragment, page);
			else if (!facts.ids.has(fragment))
				faults.push({ page, what: `has no anchor #${fragment}`, stops: false });
		}
	}
	faults.push(...(await checkAsked(directory, asked)), ...(await checkStyles(directory, files)));
	const validated = samplePages(pages, sample);
	faults.push(...(await checkHtml(directory, validated)));
	return { faults, pages: pages.length, validated: validated.length, links };
}

function ask(asked: Asked, file: string, fragment: string, page: string): void {
	const fragments = asked.get(file) ?? new Map<string, string>();
	if (!fragments.has(fragment)) fragments.set(fragment, page);
	asked.set(file, fragments);
}

/** Reads the pages that others point into once more: keeping all their anchors would cost hundreds of megabytes. */
async function checkAsked(directory: string, asked: Asked): Promise<SiteFault[]> {
	const faults: SiteFault[] = [];
	for (const [file, fragments] of asked) {
		const { ids, leadsOn } = readPage(await readFile(path.join(directory, file), 'utf8'));
		// Whoever wrote of a place on that page comes to what stands in its stead.
		if (leadsOn) continue;
		for (const [fragment, page] of fragments) {
			if (!ids.has(fragment))
				faults.push({ page, what: `leads to a missing anchor: ${file}#${fragment}`, stops: false });
		}
	}
	return faults;
}

async function checkStyles(directory: string, files: readonly string[]): Promise<SiteFault[]> {
	const faults: SiteFault[] = [];
	for (const page of files.filter((file) => file.endsWith('.css'))) {
		const css = await readFile(path.join(directory, page), 'utf8');
		const foreign = css.match(/(url\(|@import)\s*["']?(https?:)?\/\/[^)"';]*/i);
		if (foreign !== null) faults.push({ page, what: `asks another host: ${foreign[0]}`, stops: true });
	}
	return faults;
}
