/** Captures a whole collection once: the web on one side, the archive on the other. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
	type Declarations,
	readCollection,
	readDeclarations,
	withFilterScripts,
} from '../archive/collection.ts';
import { openRecorder } from '../archive/recorder.ts';
import { readStatus } from '../archive/status-file.ts';
import { type ClientOptions, closeClient, createClient } from '../capture/create-client.ts';
import type { Clock } from '../capture/politeness/clock.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault } from '../model/fault.ts';
import { type Status, statusKey } from '../model/status.ts';
import { type Outcome, type Run, type Settled, settleAgreement } from './check-agreement.ts';
import { clientOptionsOf } from './client-options.ts';
import { inShard, type Shard } from './shard.ts';

export type { Outcome } from './check-agreement.ts';

export interface CaptureOptions {
	/** Of the collection. */
	readonly directory: string;
	/** Stands in the commits as the time of the fetch. */
	readonly now: Date;
	/** Only this platform, only this agreement: names as in the archive. */
	readonly platform?: string | undefined;
	readonly agreement?: string | undefined;
	/** Only the platforms of this part of the collection. */
	readonly shard?: Shard | undefined;
	readonly mode: 'record' | 'dry-run';
	readonly judgement?: Run['judgement'];
	/** One address is a proxy for everything. */
	readonly proxy?: ClientOptions['proxy'];
	/** Of the waits between requests, not of the commits; left out: the system's. */
	readonly clock?: Clock;
	/** How long to wait for another run on the same archive, in milliseconds. */
	readonly patience?: number;
	readonly onOutcome?: (outcome: Outcome) => void;
}

/** Hosts whose agreements are in hand at once. Most of that time they wait for their turn; what they hold bounds the memory of a run. */
const hostsAtOnce = 256;

/** Agreements of one host in hand at once: while the page of one is read and recorded, the other has its turn with the host. */
const agreementsOfHost = 2;

/**
 * Returns one outcome an agreement, in the order of the declarations; broken declarations come first. What goes wrong with one
 * agreement does not touch another.
 * @throws Fault where the collection cannot be read or chosen from, and where git fails: then the run stops
 */
export async function captureCollection(options: CaptureOptions): Promise<readonly Outcome[]> {
	const { directory, mode, now } = options;
	requireCollectionFile(directory);
	const collection = await readCollection(directory);
	const declarations = await readDeclarations(directory);
	const { broken, chosen } = choose(declarations, options);
	const allowed = await withFilterScripts(directory, collection, chosen);
	const recorder = await openRecorder(directory, collection, mode, options.patience);
	const client = createClient({
		...clientOptionsOf(collection, process.env),
		proxy: options.proxy,
		clock: options.clock,
	});
	const { judgement = 'hold', onOutcome = () => {} } = options;
	const run = { client, recorder, now, mode, judgement };
	const failed = broken.map(brokenDeclaration);
	for (const outcome of failed) onOutcome(outcome);
	try {
		const before = await readStatus(directory);
		const settled = await captureAll(allowed, run, before, onOutcome);
		const outcomes = settled.map(({ outcome }) => outcome);
		const status = statusAfter(before, chosen, settled, declarations, now);
		if (mode === 'record') await recorder.recordStatus(status, statusSubject(outcomes), now);
		return [...failed, ...outcomes];
	} finally {
		await closeClient(client);
		await recorder.close();
	}
}

function requireCollectionFile(directory: string): void {
	if (existsSync(path.join(directory, 'collection.yml'))) return;
	throw new Fault(
		'there is no collection.yml here, so nothing says what to capture',
		directory,
		'Name the folder of a collection (--archive or ARCHIVE), or write a collection.yml and declarations/ there.',
	);
}

function choose(
	{ declarations, faults }: Awaited<ReturnType<typeof readDeclarations>>,
	{ directory, platform, agreement, shard }: CaptureOptions,
) {
	const isMine = (name: string) => shard === undefined || inShard(name, shard);
	const chosen = declarations.filter(
		(each) =>
			isMine(each.platform) &&
			(platform === undefined || each.platform === platform) &&
			(agreement === undefined || each.agreement === agreement),
	);
	const broken = faults.filter(
		(fault) => isMine(platformOf(fault)) && (platform === undefined || platformOf(fault) === platform),
	);
	// A shard of a small collection may be empty.
	if (chosen.length + broken.length > 0 || shard !== undefined) return { chosen, broken };
	throw nothingChosen(directory, platform, agreement, declarations);
}

function nothingChosen(
	directory: string,
	platform: string | undefined,
	agreement: string | undefined,
	declarations: readonly DeclaredAgreement[],
): Fault {
	const folder = path.join(directory, 'declarations');
	if (declarations.length === 0)
		return new Fault('no declaration is here', folder, 'Write <platform>.json, or copy one.');
	const wanted = [platform, agreement].filter((name) => name !== undefined).join(' › ');
	const platforms = [...new Set(declarations.map((each) => each.platform))];
	const near = platforms.includes(platform ?? '')
		? declarations.filter((each) => each.platform === platform).map((each) => each.agreement)
		: platforms;
	return new Fault(`nothing is declared as ${wanted}`, folder, `Declared are: ${near.join(', ')}.`);
}

function platformOf(fault: Fault): string {
	return path.basename(fault.where, '.json');
}

function brokenDeclaration(fault: Fault): Outcome {
	return { kind: 'failed', platform: platformOf(fault), agreement: '', detail: fault.what, fault };
}

async function captureAll(
	declared: readonly DeclaredAgreement[],
	run: Run,
	status: Status | null,
	report: (outcome: Outcome) => void,
): Promise<readonly Settled[]> {
	const settled: Settled[] = [];
	let stopped = false;
	await inLanes(declared, hostOf, async (each, at) => {
		if (stopped) return;
		const one = await settleAgreement(each, status?.agreements[statusKey(each)], run).catch(
			(error: unknown) => {
				stopped = true;
				throw error;
			},
		);
		settled[at] = one;
		report(one.outcome);
	});
	return settled;
}

/** A few items of each lane at a time, in order, and several lanes. Rejects with the first error when all have ended. */
async function inLanes<Item>(
	items: readonly Item[],
	laneOf: (item: Item) => string,
	work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
	const lanes = [...Map.groupBy(items.entries(), ([, item]) => laneOf(item)).values()];
	await atOnce(hostsAtOnce, lanes, (lane) => atOnce(agreementsOfHost, lane, ([at, item]) => work(item, at)));
}

/** Takes every item out of the list, in order, so many at once. */
async function atOnce<Item>(
	count: number,
	items: Item[],
	work: (item: Item) => Promise<void>,
): Promise<void> {
	const worker = async () => {
		for (let item = items.shift(); item !== undefined; item = items.shift()) await work(item);
	};
	const ended = await Promise.allSettled(Array.from({ length: count }, worker));
	const failure = ended.find((each) => each.status === 'rejected');
	if (failure !== undefined) throw failure.reason;
}

function hostOf(declared: DeclaredAgreement): string {
	return new URL(declared.sources[0]?.address ?? '').host;
}

/** Of the agreements that were checked now their new status, of the others what was known; those that are no longer declared are dropped. */
function statusAfter(
	before: Status | null,
	checked: readonly DeclaredAgreement[],
	settled: readonly Settled[],
	{ declarations, faults }: Declarations,
	now: Date,
): Status {
	const declared = new Set(declarations.map(statusKey));
	const broken = faults.map((fault) => `${platformOf(fault)}/`);
	const kept = Object.entries(before?.agreements ?? {}).filter(
		([key]) => declared.has(key) || broken.some((platform) => key.startsWith(platform)),
	);
	const fresh = checked.map((each, at) => [statusKey(each), (settled[at] as Settled).status] as const);
	return { format: 1, updated: now.toISOString(), agreements: Object.fromEntries([...kept, ...fresh]) };
}

/** `Record status: 47 checked, 1 held, 2 failing` */
function statusSubject(outcomes: readonly Outcome[]): string {
	const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
	const rest = [`${count('held')} held`, `${count('failed')} failing`].filter(
		(part) => !part.startsWith('0 '),
	);
	return `Record status: ${[`${outcomes.length} checked`, ...rest].join(', ')}`;
}
