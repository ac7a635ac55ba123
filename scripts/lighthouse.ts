/**
 * `npm run lighthouse [-- --site .test/site] [--base /clausetrail/] [page …]`: Lighthouse's scores for pages of a built site, as a phone on a slow net sees
 * them; by default an agreement and its newest change in the site that `npm test` builds. Fails below 98.
 *
 * Lighthouse weighs more than all other packages together, so it is fetched when asked for, at one version, and is no dependency.
 */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { launchChromium } from '../src/capture/chromium.ts';
import { run } from './run.ts';
import { serveDirectory } from './serve-directory.ts';

const lighthouse = 'lighthouse@13.5.0';
const least = 98;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const debuggingPort = 9333;

type Scores = Readonly<Record<(typeof categories)[number], { readonly score: number }>>;

await run(async () => {
	const options = {
		site: { type: 'string', default: '.test/site' },
		base: { type: 'string', default: '/clausetrail/' },
	} as const;
	const { values, positionals } = parseArgs({ allowPositionals: true, options });
	const pages = positionals.length > 0 ? positionals : await usualPages(values.site);
	const serving = await serveDirectory({ directory: values.site, base: values.base, port: 0 });
	const browser = await launchChromium([`--remote-debugging-port=${debuggingPort}`]);
	for (const page of pages) {
		const scores = await measure(serving.address + page);
		const rounded = categories.map((name) => [name, Math.round(scores[name].score * 100)] as const);
		console.log(`${page}: ${rounded.map(([name, score]) => `${name} ${score}`).join(', ')}`);
		if (rounded.some(([, score]) => score < least)) process.exitCode = 1;
	}
	await browser.close();
	await serving.close();
});

async function usualPages(site: string): Promise<string[]> {
	const agreement = 'versolette/terms-of-service/';
	const days = (await readdir(path.join(site, agreement))).filter((name) => /^\d{4}-/.test(name)).sort();
	return [agreement, `${agreement}${days.at(-1)}/`];
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
