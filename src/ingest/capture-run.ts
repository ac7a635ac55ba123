/** What the agreements of a run share, opened once and closed once; and what is known of each when it is checked. */
import { openRecorder, type Recorder } from '../archive/recorder.ts';
import type { FetchClient } from '../capture/client.ts';
import { type ClientOptions, closeClient, createClient } from '../capture/create-client.ts';
import type { Clock } from '../capture/politeness/clock.ts';
import type { Collection } from '../model/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import type { AgreementStatus } from '../model/status.ts';
import { clientOptionsOf } from './client-options.ts';

export interface CaptureRun {
	readonly client: FetchClient;
	readonly recorder: Recorder;
	/** Stands in the commits as the time of the fetch. */
	readonly now: Date;
	readonly mode: 'record' | 'dry-run';
	/** `none`: whatever reads like an agreement is recorded at once, as other archives do. */
	readonly judgement: 'hold' | 'none';
}

/** One agreement of a run, and its status before. */
export interface AgreementCheck extends CaptureRun {
	readonly declared: DeclaredAgreement;
	readonly entry: AgreementStatus | undefined;
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
	/** How long to wait for another run on the same archive, in milliseconds. */
	readonly patience?: number;
}

/** @throws Fault where the archive cannot be recorded into */
export async function openRun(options: RunOptions, collection: Collection): Promise<CaptureRun> {
	const { directory, now, mode, judgement = 'hold', proxy, clock, patience } = options;
	const recorder = await openRecorder(directory, collection, mode, patience);
	const client = createClient({ ...clientOptionsOf(collection, process.env), proxy, clock });
	return { client, recorder, now, mode, judgement };
}

export async function closeRun({ client, recorder }: CaptureRun): Promise<void> {
	await closeClient(client);
	await recorder.close();
}
