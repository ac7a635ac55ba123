/** Puts a data set beside a built site as far as its host takes it; a release of the repository has room for all of it. */
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Archive } from '../../model/archive.ts';
import { type DataFile, dataPackage, packageFile } from '../../site/dataset/data-package.ts';
import { listFiles } from '../site-files.ts';
import { hostLimit } from '../weight-advice.ts';

/** Of the data set, in a site. */
export const dataFolder = 'data';
/** Of what the host takes, this share at most is filled: a site grows until its next build. */
const mostFilled = 0.95;

/** In all formats, or where there is no room for these in Parquet alone, or not at all. @returns what lies beside the site now */
export async function placeBeside(
	archive: Archive,
	{
		folder,
		files,
		site,
	}: { readonly folder: string; readonly files: readonly DataFile[]; readonly site: string },
): Promise<readonly DataFile[]> {
	const room = mostFilled * hostLimit - (await weightOf(site));
	const choices = [files, files.filter(({ format }) => format === 'parquet')];
	const placed = choices.find((some) => sum(some) <= room) ?? [];
	await mkdir(path.join(site, dataFolder), { recursive: true });
	for (const { path: name } of placed) {
		const place = path.join(site, dataFolder, name);
		await mkdir(path.dirname(place), { recursive: true });
		await copyFile(path.join(folder, name), place);
	}
	const described = JSON.stringify(dataPackage(archive, placed), null, '\t');
	await writeFile(path.join(site, dataFolder, packageFile), `${described}\n`);
	return placed;
}

async function weightOf(site: string): Promise<number> {
	const files = listFiles(site);
	const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(site, file))).size));
	return sizes.reduce((all, size) => all + size, 0);
}

function sum(files: readonly DataFile[]): number {
	return files.reduce((all, { bytes }) => all + bytes, 0);
}
