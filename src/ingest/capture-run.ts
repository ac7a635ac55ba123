/** What the agreements of a run share, opened once and closed once; and what is known of each when it is checked. */
import { openRecorder, type Recorder } from '../archive/recorder.ts';
import type { FetchClient } from '../capture/client.ts';
import { type ClientOptions, closeClient, createClient } from '../capture/create-client.ts';
import { type Clock, systemClock } from '../capture/politeness/clock.ts';
import type { Collection } from '../model/collection.ts';
import type { Decision } from '../model/decision.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import type { AgreementStatus } from '../model/status.ts';
import { clientOptionsOf } from './client-options.ts';
import { limitAfter, noLimit, type RunLimit } from './run-limit.ts';

export interface CaptureRun {
	readonly client: FetchClient;
	readonly recorder: Recorder;
	/** Stands in the commits as the time of the fetch. */
	readonly now: Date;
	readonly mode: 'record' | 'dry-run';
	/** `none`: whatever reads like an agreement is recorded at once, as other archives do. */
	readonly judgement: 'hold' | 'none';
	readonly limit: RunLimit;
}

export interface OpenRun extends CaptureRun {
	/** Wakes whatever still waits when the run has ended. */
	readonly ended: AbortController;
}

/** One agreement of a run, and its status before. */
export interface AgreementCheck extends CaptureRun {
	readonly declared: DeclaredAgreement;
	readonly entry: AgreementStatus | undefined;
	/** What people said of texts of this agreement that were held back, oldest first. */
	readonly decisions: readonly Decision[];
}

export interface RunOptions extends Pick<CaptureRun, 'now' | 'mode'> {
	/** Of the collection. */
	readonly directory: string;
	/** Left out: texts that are not believed are held. */
	readonly judgement?: CaptureRun['judgement'];
	/** One address is a proxy for everything. */
	readonly proxy?: ClientOptions['proxy'];
	/** Of the waits between requests, not of the commits; left out: the system's. */
	readonly clock?: Clock;
	/** After which the run ends itself, in milliseconds; left out: none. */
	readonly time?: number | undefined;
	/** How long to wait for another run on the same archive, in milliseconds. */
	readonly patience?: number;
}

/** @throws Fault where the archive cannot be recorded into */
export async function openRun(options: RunOptions, collection: Collection): Promise<OpenRun> {
	const { directory, now, mode, judgement = 'hold', proxy, clock = systemClock, time, patience } = options;
	const ended = new AbortController();
	const limit = time === undefined ? noLimit : limitAfter(time, clock, ended.signal);
	const recorder = await openRecorder(directory, collection, mode, patience);
	const waking = { ...clock, sleep: (wait: number) => clock.sleep(wait, ended.signal) };
	const client = createClient({ ...clientOptionsOf(collection, process.env), proxy, clock: waking });
	return { client, recorder, now, mode, judgement, limit, ended };
}

export async function closeRun({ client, recorder, ended }: OpenRun): Promise<void> {
	await closeClient(client);
	ended.abort();
	await recorder.close();
}
