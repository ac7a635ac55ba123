/** What `npm test` goes through, each step a program of its own. */
import path from 'node:path';
import { root } from '../../src/root.ts';
import { captureProgram, demoArchive } from '../demo/capture-program.ts';
import type { Step } from './run-steps.ts';
import { testAddress, testDemo, testSite } from './test-site.ts';

/** The demonstration's site, captured and built once for all tests that look at it. */
export const siteSteps: readonly Step[] = [
	{ name: 'the demonstration, captured', command: captureProgram(testDemo) },
	{
		name: 'its site, built',
		command: script('build.ts', '--out-dir', testSite),
		env: { ARCHIVE: demoArchive(testDemo), SITE: testAddress },
	},
];

const lint: Step = { name: 'format and lint', command: installed('biome', 'ci') };
const typesOfPages: Step = {
	name: 'types of pages',
	command: installed(
		'astro',
		'check',
		'--minimumFailingSeverity',
		'hint',
		'--tsconfig',
		'tsconfig.astro.json',
	),
};
const types: Step = { name: 'types', command: installed('tsc') };
const links: Step = {
	name: 'links, anchors and HTML of its site',
	command: script('check-site.ts', testSite, '--base', new URL(testAddress).pathname, '--sample', 'Infinity'),
};

/** What stands before the tests, on two cores: while one lane waits for git, the other works. */
export const lanes: readonly (readonly Step[])[] = [
	[lint, typesOfPages, types],
	[...siteSteps, links],
];

/**
 * A deadline is there to name a hang, not a slow machine: it is many times what any test takes. Not `--test-force-exit` for what a test
 * left open: it ends a file before all that its tests reported is read, and a report that is lost is missed by nobody.
 */
const patience = ['--test-timeout=900000', '--import', new URL('test-deadline.ts', import.meta.url).href];
const unit = ['src/**/*.test.ts', 'scripts/*.test.ts', 'scripts/!(browser)/**/*.test.ts'];
const browser = ['scripts/browser/**/*.test.ts'];

/** All that needs no browser and no built demonstration. */
export const unitTests: Step = { name: 'unit tests', command: testRunner(unit) };

/** In one run of node's test runner: its summary is of all. */
export const allTests: Step = { name: 'tests', command: testRunner([...unit, ...browser]) };

/** Three files at once on two cores: one of them waits for git, a browser or a server. */
function testRunner(patterns: readonly string[]): Step['command'] {
	return [process.execPath, '--test', '--test-concurrency=3', ...patience, ...patterns];
}

function script(name: string, ...args: readonly string[]): Step['command'] {
	return [process.execPath, path.join(root, 'scripts', name), ...args];
}

function installed(name: string, ...args: readonly string[]): Step['command'] {
	return [path.join(root, 'node_modules', '.bin', name), ...args];
}
