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

interface Category {
	readonly score: number;
	/** One without a weight is a hint alone. */
	readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}

interface Report {
	readonly categories: Readonly<Record<(typeof categories)[number], Category>>;
	readonly audits: Readonly<Record<string, Audit>>;
}

interface Audit {
	readonly title: string;
	/** 0 to 1; null where there is nothing to judge. */
	readonly score: number | null;
	readonly details?: { readonly items?: readonly { readonly node?: { readonly snippet: string } }[] };
}

export interface PageScores {
	readonly page: string;
	/** Category and score, 0 to 100. */
	readonly scores: readonly (readonly [category: string, score: number])[];
	/** What it asks for and did not find at all, each with the first element that is meant. */
	readonly missed: readonly string[];
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
			const report = await measure(serving.address + page);
			const rounded = categories.map(
				(name) => [name, Math.round(report.categories[name].score * 100)] as const,
			);
			results.push({ page, scores: rounded, missed: missedOf(report) });
		}
	} finally {
		await browser.close();
		await serving.close();
	}
	return results;
}

function missedOf({ categories, audits }: Report): string[] {
	return Object.values(categories)
		.flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
		.map(({ id }) => audits[id] as Audit)
		.filter(({ score }) => score === 0)
		.map(({ title, details }) => `${title} ${details?.items?.[0]?.node?.snippet ?? ''}`.trim());
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

async function measure(address: string): Promise<Report> {
	const flags = [
		`--port=${debuggingPort}`,
		'--output=json',
		'--quiet',
		`--only-categories=${categories.join(',')}`,
	];
	const args = ['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', address, ...flags];
	const { stdout } = await promisify(execFile)('npm', args, { maxBuffer: 64 * 1024 * 1024 });
	return JSON.parse(stdout) as Report;
}
