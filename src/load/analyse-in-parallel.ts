/** Analyses an archive's agreements on two cores, half of them on each, in threads or in programs of their own; those that a shelf holds, not at all. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Fault } from '../model/fault.ts';
import type { Topic } from '../model/topic.ts';
import {
	type AgreementHistory,
	type Analyse,
	type AnalysedAgreement,
	analyseAgreements,
	distinctBlobs,
	type Lap,
} from './analyse-agreements.ts';
import { findKept, keep, type Shelf, shelfFor, sweep } from './ledger-cache.ts';

/** Fewer texts than this are analysed sooner by one core than workers start. */
const fewTexts = 500;

/** What the other core sends: an agreement or, where it lies on a shelf, its path; or what went wrong, for a class does not survive the way. */
type Message =
	| { readonly agreement: AnalysedAgreement }
	| { readonly kept: string }
	| { readonly fault: Pick<Fault, 'what' | 'where' | 'remedy'> };

/** On one core or two, whichever is sooner done. */
export const analyseAsFits: Analyse = (directory, histories, topics, lap) =>
	analyseOn(null, directory, histories, topics, lap);

/** Some of an archive's agreements, chosen by what is known of them before they are analysed. */
export type Choose = (histories: readonly AgreementHistory[]) => readonly AgreementHistory[];

/**
 * Takes from the shelf what is there, analyses the rest, and puts it there.
 * @param choose what is analysed at all; what the others need stays on the shelf
 */
export function analyseWith(place: Shelf, choose: Choose = (histories) => histories): Analyse {
	return async function* (directory, histories, topics, lap) {
		const shelf = shelfFor(place, topics);
		mkdirSync(shelf.directory, { recursive: true });
		const missing: AgreementHistory[] = [];
		for (const history of choose(histories)) {
			const kept = findKept(shelf, history);
			if (kept === undefined) missing.push(history);
			else yield kept;
		}
		lap('analyse');
		yield* analyseOn(shelf, directory, missing, topics, lap);
		sweep(shelf, histories);
	};
}

function analyseOn(
	shelf: Shelf | null,
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
): AsyncGenerator<AnalysedAgreement> {
	const texts = histories.reduce((sum, { versions }) => sum + distinctBlobs(versions).length, 0);
	return (texts < fewTexts ? analyseHere : analyseInTwo)(shelf, directory, histories, topics, lap);
}

async function* analyseHere(
	shelf: Shelf | null,
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
): AsyncGenerator<AnalysedAgreement> {
	for await (const agreement of analyseAgreements(directory, histories, topics, lap)) {
		yield shelf === null ? agreement : keep(shelf, agreement);
		lap('analyse');
	}
}

/**
 * The same result as `analyseAgreements`, in another order.
 * @throws Fault as it does, whichever thread met it
 */
export async function* analyseInTwo(
	shelf: Shelf | null,
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
): AsyncGenerator<AnalysedAgreement> {
	const [own, other] = halves(histories);
	// Onto a shelf all is analysed in other programs: this one lives on, and would keep the memory that it or its threads took.
	const shares = shelf === null ? [other] : [own, other];
	const start = shelf === null ? startThread : startProgram;
	const workers = shares.map((share) => start({ shelf, directory, histories: share, topics }));
	try {
		if (shelf === null) yield* analyseHere(shelf, directory, own, topics, lap);
		for (const [at, worker] of workers.entries()) {
			await worker.ended;
			lap('analyse');
			for (const message of worker.messages)
				yield agreementOf(message, shelf, shares[at] as AgreementHistory[]);
		}
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}

/** Alternately by falling number of texts, so that both halves take about as long. */
function halves(histories: readonly AgreementHistory[]): [AgreementHistory[], AgreementHistory[]] {
	const sized = histories.map((history) => ({ history, texts: distinctBlobs(history.versions).length }));
	const sorted = sized.sort((one, other) => other.texts - one.texts).map(({ history }) => history);
	return [sorted.filter((_, at) => at % 2 === 0), sorted.filter((_, at) => at % 2 === 1)];
}

interface Share {
	readonly shelf: Shelf | null;
	readonly directory: string;
	readonly histories: readonly AgreementHistory[];
	readonly topics: readonly Topic[];
}

interface Running {
	/** Of what is done. */
	readonly messages: readonly Message[];
	readonly ended: Promise<unknown>;
	terminate(): unknown;
}

/** A heap that may grow to several times what is in it takes gigabytes for no time gained. */
const sparing = ['--heap-growing-percent=50'];

function startProgram(share: Share): Running {
	const messages: Message[] = [];
	const program = fork(fileURLToPath(import.meta.url), [asProgram], {
		serialization: 'advanced',
		execArgv: sparing,
	});
	program.on('message', (message: Message) => void messages.push(message));
	// What it sent is all here once the channel is closed, which may be after its end.
	const ended = Promise.all([once(program, 'exit'), once(program, 'disconnect')]).then(([[status]]) => {
		if (status !== 0) throw new Error(`the analysis ended with status ${status}; what it said stands above`);
	});
	ended.catch(() => {});
	program.send(share);
	return { messages, ended, terminate: () => program.kill() };
}

function startThread(share: Share): Running {
	const messages: Message[] = [];
	const worker = new Worker(new URL(import.meta.url), { workerData: share });
	worker.on('message', (message: Message) => void messages.push(message));
	const ended = once(worker, 'exit');
	// Looked at when awaited; until then a failure must not count as unhandled.
	ended.catch(() => {});
	return { messages, ended, terminate: () => worker.terminate() };
}

function agreementOf(
	message: Message,
	shelf: Shelf | null,
	histories: readonly AgreementHistory[],
): AnalysedAgreement {
	if ('agreement' in message) return message.agreement;
	if ('fault' in message) {
		const { what, where, remedy } = message.fault;
		throw new Fault(what, where, remedy);
	}
	const history = histories.find(({ file }) => file === message.kept) as AgreementHistory;
	return findKept(shelf as Shelf, history) as AnalysedAgreement;
}

type Send = (message: Message) => unknown;

async function work({ shelf, directory, histories, topics }: Share, send: Send): Promise<void> {
	try {
		for await (const agreement of analyseAgreements(directory, histories, topics, () => {})) {
			if (shelf !== null) keep(shelf, agreement);
			await send(shelf === null ? { agreement } : { kept: agreement.path });
		}
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		const { what, where, remedy } = error;
		await send({ fault: { what, where, remedy } });
	}
}

/** The argument by which this file knows that it was started as a program. */
const asProgram = 'analyse';

function sendToParent(message: Message): Promise<void> {
	return new Promise((resolve, reject) => {
		process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
	});
}

async function workAsProgram(): Promise<void> {
	const [share] = (await once(process, 'message')) as [Share];
	// Nobody waits any more: the program that started this one was ended.
	process.once('disconnect', () => process.exit());
	await work(share, sendToParent);
	process.disconnect();
}

if (!isMainThread && parentPort !== null) {
	const port = parentPort;
	await work(workerData, (message) => port.postMessage(message));
} else if (process.send !== undefined && process.argv[2] === asProgram) await workAsProgram();
