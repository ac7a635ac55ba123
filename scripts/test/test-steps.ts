/** What `npm test` goes through. The unit and browser tests come last, in one run of node's test runner. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../src/root.ts';
import { checkSite } from '../site-check/site-check.ts';
import { buildTestSite, testAddress, testSite } from './test-site.ts';

/**
 * What hangs is named after five minutes, not waited for, and what a test left open after ten. Not `--test-force-exit`: it ends a file
 * before all that its tests reported is read, and a report that is lost is missed by nobody.
 */
const patience = ['--test-timeout=300000', '--import', new URL('test-deadline.ts', import.meta.url).href];
const unitTests = ['src/**/*.test.ts', 'scripts/*.test.ts', 'scripts/!(browser)/**/*.test.ts'];
const browserTests = ['scripts/browser/**/*.test.ts'];

/** In this order; each ends with true where what it looks at is as it must be. */
export const steps: Readonly<Record<string, () => Promise<boolean>>> = {
	'format and lint': () => program('biome', 'ci'),
	'types of pages': () =>
		program('astro', 'check', '--minimumFailingSeverity', 'hint', '--tsconfig', 'tsconfig.astro.json'),
	types: () => program('tsc'),
	'the demonstration, captured and built': buildTestSite,
	'links, anchors and HTML of its site': checkDemonstration,
	tests: () => runTests([...unitTests, ...browserTests]),
};

/** All that needs no browser and no built demonstration. */
export function runUnitTests(): Promise<boolean> {
	return runTests(unitTests);
}

function runTests(patterns: readonly string[]): Promise<boolean> {
	return start(process.execPath, ['--test', '--test-concurrency=2', ...patience, ...patterns]);
}

async function checkDemonstration(): Promise<boolean> {
	const { pathname } = new URL(testAddress);
	const { faults, pages, links } = await checkSite(testSite, pathname, Number.POSITIVE_INFINITY);
	for (const { page, what } of faults) console.error(`${page}: ${what}`);
	console.log(`${links} links in ${pages} pages, ${faults.length} faults`);
	return faults.length === 0;
}

function program(name: string, ...args: string[]): Promise<boolean> {
	return start(path.join(root, 'node_modules', '.bin', name), args);
}

/** Tests choose their site and archive themselves. */
function start(command: string, args: readonly string[]): Promise<boolean> {
	const { SITE, ARCHIVE, ...env } = process.env;
	const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (status) => resolve(status === 0));
	});
}
