/** What a shard of a build leaves for the jobs that follow: a folder with a list of what is in it, and of what it was made. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Fault } from '../../model/fault.ts';
import type { Shard } from '../../model/shard.ts';
import { validate } from '../../model/validation.ts';
import { refuseOther } from '../build-places.ts';

const list = 'shard.json';

const common = {
	format: z.literal(1),
	number: z.int().min(1),
	of: z.int().min(1),
	/** Of the archive. */
	commit: z.string().nullable(),
	/** Equal only where the same archive would have been treated alike. */
	code: z.string(),
};
const analysedSchema = z.object({ stage: z.literal('analyse'), ...common, ledgers: z.array(z.string()) });
const renderedSchema = z.object({
	stage: z.literal('render'),
	...common,
	/** What stands in the site already is not among them. */
	units: z.record(z.string(), z.object({ key: z.string(), files: z.array(z.string()).readonly() })),
	/** Written to the search index. */
	records: z.int().min(0),
});
const leftSchema = z.discriminatedUnion('stage', [analysedSchema, renderedSchema]);

type Left = z.infer<typeof leftSchema>;
export type Stage = Left['stage'];
/** Of one stage, in its folder. */
export type LeftBy<Of extends Stage> = Extract<Left, { stage: Of }> & { readonly folder: string };

/** Of what something is made. */
export interface MadeOf {
	readonly commit: string | null;
	readonly code: string;
}

/** Empties the folder of a shard. @throws Fault where it holds anything else than what a shard left */
export async function beginFolder(folder: string): Promise<void> {
	await refuseOther(
		folder,
		list,
		'this folder holds something else than what a shard left, and the shard would replace it',
		'Choose another folder with --to, or empty this one yourself.',
	);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
}

/** Last of all: a folder without a list counts as missing. */
export async function writeList(folder: string, left: Left): Promise<void> {
	await writeFile(path.join(folder, list), JSON.stringify(left));
}

/**
 * What all shards of a stage left.
 * @param shards holds a folder for each of them
 * @throws Fault where one is missing, or made of something else
 */
export async function readLeft<Of extends Stage>(
	shards: string,
	stage: Of,
	madeOf: MadeOf,
): Promise<readonly LeftBy<Of>[]> {
	const lists = (await foldersIn(shards)).map((folder) => ({ ...readList(folder), folder }));
	const left = lists.filter((each): each is LeftBy<Of> => each.stage === stage);
	refuseIncomplete(shards, stage, left);
	for (const each of left) refuseStranger(each, madeOf);
	return left.toSorted((one, other) => one.number - other.number);
}

async function foldersIn(shards: string): Promise<string[]> {
	if (!existsSync(shards)) throw missingFault('there is no such folder', shards);
	const names = await readdir(shards);
	return names.map((name) => path.join(shards, name)).filter((folder) => existsSync(path.join(folder, list)));
}

function readList(folder: string): Left {
	const file = path.join(folder, list);
	const remedy = 'It is written by npm run build-shard alone: run this shard again.';
	return validate(leftSchema, orUndefined(readFileSync(file, 'utf8')), file, remedy);
}

function orUndefined(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

function refuseIncomplete(shards: string, stage: Stage, left: readonly Shard[]): void {
	const [first] = left;
	if (first === undefined) throw missingFault(`no shard left anything here to ${goOn[stage]}`, shards);
	const counts = [...new Set(left.map(({ of }) => of))];
	if (counts.length > 1) {
		const what = `some shards that ${stage} are of ${counts.join(', others of ')}`;
		throw new Fault(what, shards, 'Empty this folder and run all shards again, with one number of them.');
	}
	for (let number = 1; number <= first.of; number++) {
		const found = left.filter((each) => each.number === number).length;
		if (found === 1) continue;
		const what = `shard ${number} of the ${first.of} that ${stage} is ${found === 0 ? 'missing' : `here ${found} times`}`;
		throw missingFault(what, shards);
	}
}

/** What a stage is needed for. */
const goOn: Readonly<Record<Stage, string>> = { analyse: 'render from', render: 'make the site of' };

function missingFault(what: string, shards: string): Fault {
	const remedy =
		'It must hold one folder of each shard: run npm run build-shard for what is missing, then this again.';
	return new Fault(what, shards, remedy);
}

function refuseStranger(
	{ folder, stage, number, of, ...left }: LeftBy<Stage>,
	{ commit, code }: MadeOf,
): void {
	const name = `shard ${number} of the ${of} that ${stage}`;
	if (left.commit !== commit) {
		const what = `${name} had the archive at ${left.commit}, and here it is at ${commit}`;
		throw new Fault(what, folder, 'Run all shards and this again on one commit.');
	}
	if (left.code !== code) {
		const what = `${name} was made by another version of this program, or for another address of the site`;
		throw new Fault(what, folder, 'Run all shards and this again with one version and one SITE.');
	}
}

/** @throws Fault where a file that the shard's list names is not there */
export async function orLost(folder: string, reading: Promise<void>): Promise<void> {
	try {
		await reading;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
		throw new Fault(
			'a file of this shard was lost on the way',
			folder,
			'Fetch what the shard left once more, or run it again.',
			error,
		);
	}
}
