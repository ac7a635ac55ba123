/**
 * Has Lighthouse judge pages of a built site, as a phone on a slow net sees them. It weighs more than all other packages together, so it is
 * fetched when asked for, at one version, and is no dependency.
 */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { hostSite, noNet } from './host-site.ts';

const lighthouse = 'lighthouse@13.5.0';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const debuggingPort = 9333;

type Scores = Readonly<Record<(typeof categories)[number], { readonly score: number }>>;

export interface PageScores {
	readonly page: string;
	/** Category and score, 0 to 100. */
	readonly scores: readonly (readonly [category: string, score: number])[];
}

/** @param pages inside the site; none: of the demonstration the home page, an agreement, its newest change, a topic and a provision */
export async function scorePages(
	site: string,
	base: string,
	pages: readonly string[],
): Promise<readonly PageScores[]> {
	const serving = await hostSite(site, base, noNet);
	const browser = await launchChromium([`--remote-debugging-port=${debuggingPort}`]);
	const results: PageScores[] = [];
	try {
		for (const page of pages.length > 0 ? pages : await usualPages(site)) {
			const scores = await measure(serving.address + page);
			const rounded = categories.map((name) => [name, Math.round(scores[name].score * 100)] as const);
			results.push({ page, scores: rounded });
		}
	} finally {
		await browser.close();
		await serving.close();
	}
	return results;
}

async function usualPages(site: string): Promise<string[]> {
	const agreement = 'versolette/terms-of-service/';
	const days = (await readdir(path.join(site, agreement))).filter((name) => /^\d{4}-/.test(name)).sort();
	return [
		'',
		agreement,
		`${agreement}${days.at(-1)}/`,
		'topics/arbitration/',
		'gannetry-cloud/provisions/liability-cap/',
	];
}

async function measure(address: string): Promise<Scores> {
	const flags = [
		`--port=${debuggingPort}`,
		'--output=json',
		'--quiet',
		`--only-categories=${categories.join(',')}`,
	];
	const args = ['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', address, ...flags];
	const { stdout } = await promisify(execFile)('npm', args, { maxBuffer: 64 * 1024 * 1024 });
	return JSON.parse(stdout).categories;
}
