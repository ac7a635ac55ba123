/** Captures a whole collection once: the web on one side, the archive on the other. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { readCollection, readDeclarations } from '../src/archive/collection.ts';
import type { RecordKind } from '../src/archive/message.ts';
import { type Finding, openRecorder, type Recorder } from '../src/archive/recorder.ts';
import { captureAgreement } from '../src/capture/capture-agreement.ts';
import type { Clock } from '../src/capture/clock.ts';
import { type ClientOptions, createClient, type FetchClient } from '../src/capture/fetch-client.ts';
import type { DeclaredAgreement } from '../src/model/declaration.ts';
import { Fault } from '../src/model/fault.ts';
import { clientOptionsOf } from './client-options.ts';

interface Named {
	readonly platform: string;
	/** Empty where a whole declaration cannot be used. */
	readonly agreement: string;
	/** One line for people. */
	readonly detail: string;
}

export type Outcome =
	/** `commit` is null in a dry run. */
	| (Named & { readonly kind: 'recorded'; readonly change: RecordKind; readonly commit: string | null })
	| (Named & { readonly kind: 'unchanged' })
	| (Named & { readonly kind: 'failed'; readonly fault: Fault });

export interface CaptureOptions {
	/** Of the collection. */
	readonly directory: string;
	/** Stands in the commits as the time of the fetch. */
	readonly now: Date;
	/** Only this platform, only this agreement: names as in the archive. */
	readonly platform?: string | undefined;
	readonly agreement?: string | undefined;
	readonly mode: 'record' | 'dry-run';
	/** One address is a proxy for everything. */
	readonly proxy?: ClientOptions['proxy'];
	/** Of the waits between requests, not of the commits; left out: the system's. */
	readonly clock?: Clock;
	readonly onOutcome?: (outcome: Outcome) => void;
}

/**
 * Hosts whose agreements are in hand at once, one of each host. Most of that time they wait for their turn; each may hold the pages
 * of one agreement, so that this many bound the memory of a run.
 */
const hostsAtOnce = 256;

/**
 * Returns one outcome an agreement, in the order of the declarations; broken declarations come first. What goes wrong with one
 * agreement does not touch another.
 * @throws Fault where the collection cannot be read or chosen from, and where git fails: then the run stops
 */
export async function captureCollection(options: CaptureOptions): Promise<readonly Outcome[]> {
	const { directory, mode } = options;
	requireCollectionFile(directory);
	const collection = await readCollection(directory);
	const { broken, chosen } = choose(await readDeclarations(directory), options);
	const recorder = await openRecorder(directory, collection, mode);
	const client = createClient({
		...clientOptionsOf(collection, process.env),
		proxy: options.proxy,
		clock: options.clock,
	});
	const report = (outcome: Outcome) => {
		options.onOutcome?.(outcome);
		return outcome;
	};
	const failed = broken.map((fault) => report(brokenDeclaration(fault)));
	try {
		return [...failed, ...(await captureAll(chosen, client, recorder, options, report))];
	} finally {
		await client.dispatcher.destroy();
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
	{ directory, platform, agreement }: CaptureOptions,
) {
	const chosen = declarations.filter(
		(each) =>
			(platform === undefined || each.platform === platform) &&
			(agreement === undefined || each.agreement === agreement),
	);
	const broken = faults.filter((fault) => platform === undefined || platformOf(fault) === platform);
	if (chosen.length + broken.length > 0) return { chosen, broken };
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
	client: FetchClient,
	recorder: Recorder,
	{ now, mode }: CaptureOptions,
	report: (outcome: Outcome) => Outcome,
): Promise<readonly Outcome[]> {
	const outcomes: Outcome[] = [];
	let recording: Promise<unknown> = Promise.resolve();
	let stopped = false;
	const settle = async (finding: Finding, at: number) => {
		outcomes[at] = report(await recordFinding(finding, recorder, mode));
	};
	const captureOne = async (each: DeclaredAgreement, at: number): Promise<void> => {
		const found = await findingOf(each, client, now);
		if ('kind' in found) {
			outcomes[at] = report(found);
			return;
		}
		recording = recording.then(() => settle(found, at));
		await recording;
	};
	await inLanes(declared, hostOf, async (each, at) => {
		if (stopped) return;
		await captureOne(each, at).catch((error: unknown) => {
			stopped = true;
			throw error;
		});
	});
	return outcomes;
}

/** Items of one lane one after the other, several lanes at a time. Rejects with the first error when all have ended. */
async function inLanes<Item>(
	items: readonly Item[],
	laneOf: (item: Item) => string,
	work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
	const lanes = [...Map.groupBy(items.entries(), ([, item]) => laneOf(item)).values()];
	const worker = async () => {
		for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
			for (const [at, item] of lane) await work(item, at);
		}
	};
	const ended = await Promise.allSettled(Array.from({ length: hostsAtOnce }, worker));
	const failure = ended.find((each) => each.status === 'rejected');
	if (failure !== undefined) throw failure.reason;
}

function hostOf(declared: DeclaredAgreement): string {
	return new URL(declared.sources[0]?.address ?? '').host;
}

async function findingOf(
	declared: DeclaredAgreement,
	client: FetchClient,
	now: Date,
): Promise<Finding | Outcome> {
	const { platform, agreement, sources } = declared;
	try {
		const { text, pages } = await captureAgreement(declared, client);
		const evidence = {
			sources: sources.map((source) => source.address),
			fetcher: 'htmlOnly',
			status: pages[0]?.status ?? 200,
			contentType: pages[0]?.contentType ?? '',
			engine: manifest.version,
		};
		return { platform, agreement, text, snapshots: pages.map((page) => page.bytes), evidence, fetched: now };
	} catch (error) {
		const fault = error instanceof Fault ? error : unexpected(error, sources[0]?.address ?? '');
		return { kind: 'failed', platform, agreement, detail: fault.what, fault };
	}
}

/** A page can be made so that a library fails on it; the other agreements must not pay for that. */
function unexpected(error: unknown, address: string): Fault {
	const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const remedy = 'This is an error of the program: please report it with the address.';
	return new Fault(`the page could not be read (${said})`, address, remedy, error);
}

async function recordFinding(
	finding: Finding,
	recorder: Recorder,
	mode: CaptureOptions['mode'],
): Promise<Outcome> {
	const { platform, agreement } = finding;
	const change = recorder.compare(finding);
	if (change === null) return { kind: 'unchanged', platform, agreement, detail: 'text as recorded' };
	const commit = mode === 'record' ? await recorder.record(finding, change) : null;
	const detail = `${changeInWords[change]}${commit === null ? ', not recorded (dry run)' : ` ${commit.slice(0, 10)}`}`;
	return { kind: 'recorded', platform, agreement, detail, change, commit };
}

const changeInWords: Readonly<Record<RecordKind, string>> = {
	first: 'first record',
	change: 'changed',
	technical: 'same page, read by changed rules',
};
