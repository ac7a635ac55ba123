/** Reads an archive and writes its data set, with what a build of its site keeps at hand. */
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { analyseWith } from '../../load/analyse-in-parallel.ts';
import { readArchive } from '../../load/load-archive.ts';
import type { Archive } from '../../model/archive.ts';
import { changeRecord } from '../../model/change-record.ts';
import { Fault } from '../../model/fault.ts';
import { type DataFile, type DataFormat, formats } from '../../site/dataset/data-package.ts';
import { changeLines } from '../../site/formats/change-lines.ts';
import { boundHeaps, cacheOf, readingIn, shelfIn } from '../begin-build.ts';
import { placeBeside } from './place-dataset.ts';
import { writeDataset } from './write-dataset.ts';

export interface ExportRequest {
	/** A collection, or a repository of versions. */
	readonly archive: string;
	readonly folder: string;
	readonly formats: readonly string[];
	/** Whether every change is written with its clause events, too: of an archive of 40,000 that is some gigabytes. */
	readonly withEvents: boolean;
	/** Folder of a built site, beside which the data set goes as far as its host takes it. */
	readonly beside?: string | undefined;
	/** Where a build keeps what it analysed; a place of its own for each `folder` where nobody names one. */
	readonly cache?: string | undefined;
}

export interface Exported {
	readonly files: readonly DataFile[];
	/** File of the changes with their events; null where nobody asked for it. */
	readonly changes: string | null;
}

/**
 * Sets SITE where nobody has: addresses are of the site of the collection.
 * @throws Fault where `archive` is none, or of a format that there is none of
 */
export async function exportArchive(request: ExportRequest): Promise<Exported> {
	const chosen = request.formats.map(formatOf);
	boundHeaps();
	const cache = cacheOf({ outDir: request.folder, cache: request.cache });
	const archive = await readArchive(request.archive, analyseWith(shelfIn(cache)), readingIn(cache));
	process.env.SITE ||= archive.collection.site;
	await mkdir(request.folder, { recursive: true });
	const files = await writeDataset(archive, request.folder, chosen);
	const { beside: site, folder } = request;
	if (site !== undefined) await placeBeside(archive, { folder, files, site });
	const changes = request.withEvents ? await writeChanges(archive, request.folder) : null;
	return { files, changes };
}

function formatOf(name: string): DataFormat {
	const format = formats.find((each) => each === name);
	if (format !== undefined) return format;
	throw new Fault(
		'there is no such format',
		name,
		`Name some of ${formats.join(', ')}, with a comma between them.`,
	);
}

async function writeChanges(archive: Archive, folder: string): Promise<string> {
	const lines = path.join(folder, 'changes.jsonl');
	await pipeline(Readable.from(changeLines(archive)), createWriteStream(lines));
	const schema = JSON.stringify(z.toJSONSchema(changeRecord), null, '\t');
	await writeFile(path.join(folder, 'changes.schema.json'), `${schema}\n`);
	return lines;
}
