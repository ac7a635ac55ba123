/** Analysed agreements on their way from the shards that made them to the shelf of whoever renders them. */
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { commitOf } from '../../load/analyse-share.ts';
import type { Shelf } from '../../load/ledger-cache.ts';
import { orLost, readLeft } from './left-by-shard.ts';

/** Below the folder of a shard. */
const below = 'ledgers';

/** @param names files of the shelf */
export async function leaveLedgers(shelf: Shelf, names: readonly string[], folder: string): Promise<void> {
	await mkdir(path.join(folder, below), { recursive: true });
	for (const name of names) await copyFile(path.join(shelf.directory, name), path.join(folder, below, name));
}

/**
 * Puts what the shards analysed on the shelf.
 * @throws Fault where one of them is missing, or had another commit or code
 */
export async function takeLedgers(shards: string, archive: string, shelf: Shelf): Promise<void> {
	const left = await readLeft(shards, 'analyse', { commit: await commitOf(archive), code: shelf.code });
	await mkdir(shelf.directory, { recursive: true });
	for (const { folder, ledgers } of left)
		for (const name of ledgers)
			await orLost(folder, copyFile(path.join(folder, below, name), path.join(shelf.directory, name)));
}
