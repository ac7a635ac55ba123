/**
 * The pages as a program: what Astro compiles of `src/pages` for one address and one collection. Compiled once, in a process that ends,
 * and kept by a hash of all that it is made of, so that a build of the same code starts no Vite at all.
 *
 * It lies below the program's own folder, wherever a build keeps the rest: its modules ask for packages, which Node looks for above them.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { codeHash } from '../../code-hash.ts';
import type { Archive } from '../../model/archive.ts';
import { Fault } from '../../model/fault.ts';
import { root } from '../../root.ts';
import { siteAddress } from '../../site/addresses/urls.ts';
import { listFiles } from '../site-files.ts';

/** Inside the folder of the code; beside it lie the files for the browser: scripts, styles, those of `public/`. */
export const programFolder = '.program';

const shelf = path.join(root, '.astro', 'page-code');
/** Of codes that nobody asked for lately: archives differ in the bodies that people wrote. */
const mostKept = 4;

/** Equal only where every page would be rendered alike from the same data, for the same address. Where a page lies in the code is its address. */
export async function renderingCode(): Promise<string> {
	const pages = listFiles(path.join(root, 'src', 'pages'));
	const rooms = 'analysis archive browser components layouts load model pages site styles text'.split(' ');
	const code = codeHash([...rooms.map((room) => `src/${room}`), 'public', 'astro.config.mjs']);
	return createHash('sha256')
		.update(JSON.stringify([code, pages, siteAddress()]))
		.digest('hex');
}

/**
 * @param code as of {@link renderingCode}
 * @returns the folder of the compiled pages
 * @throws Fault where they do not compile
 */
export async function pageCode(archive: Archive, code: string): Promise<string> {
	const folder = path.join(shelf, nameOf(archive, code));
	if (existsSync(folder)) {
		const now = new Date();
		await utimes(folder, now, now);
		return folder;
	}
	await mkdir(shelf, { recursive: true });
	const unfinished = `${folder}.${process.pid}.tmp`;
	await rm(unfinished, { recursive: true, force: true });
	await compile(unfinished);
	// Another build may have been sooner: its code is the same.
	if (existsSync(folder)) await rm(unfinished, { recursive: true });
	else await rename(unfinished, folder);
	await sweep();
	return folder;
}

/** The bodies that people wrote are compiled with the pages; nothing else of the archive is in the code. */
function nameOf({ provisions, posts, notes }: Archive, code: string): string {
	const bodies = [...provisions, ...posts, ...notes].map(({ file, body }) => [file, body]);
	const parts = JSON.stringify([code, bodies]);
	return createHash('sha256').update(parts).digest('hex').slice(0, 24);
}

async function compile(folder: string): Promise<void> {
	const program = path.join(import.meta.dirname, 'make-page-code.ts');
	try {
		await promisify(execFile)(process.execPath, [program, folder], { cwd: root });
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		const said = `${stdout}${stderr}`.trim();
		throw new Fault(
			`the pages do not compile:\n\n${said}\n`,
			path.join(root, 'src', 'pages'),
			'Mend what is named above: a page, a component, or the body of a provision, post or note.',
			error as Error,
		);
	}
}

/** A folder that is in use was just touched; one that a killed build left unfinished is as old as that build. */
async function sweep(): Promise<void> {
	const names = await readdir(shelf);
	const aged = await Promise.all(
		names.map(async (name) => {
			const folder = path.join(shelf, name);
			return { folder, used: (await stat(folder).catch(() => null))?.mtimeMs ?? 0 };
		}),
	);
	const old = aged.sort((one, other) => other.used - one.used).slice(mostKept);
	await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
