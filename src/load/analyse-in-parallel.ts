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

/** A class does not survive the way. */
type PlainFault = Pick<Fault, 'what' | 'where' | 'remedy'>;

/** What a thread sends. */
type Message = { readonly agreement: AnalysedAgreement } | { readonly fault: PlainFault };

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
		if (missing.length > 0) yield* analyseOn(shelf, directory, missing, topics, lap);
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
	if (shelf !== null) {
		yield* analyseInPrograms(shelf, directory, histories, topics, lap);
		return;
	}
	const [own = [], other = []] = dealt(histories, 2);
	const thread = startThread({ shelf, directory, histories: other, topics });
	try {
		yield* analyseHere(shelf, directory, own, topics, lap);
		await thread.ended;
		lap('analyse');
		for (const message of thread.messages) yield agreementOf(message);
	} finally {
		await thread.terminate();
	}
}

/** Given out one after the other, so that both programs end at about the same time, whatever a text costs. */
const shareCount = 12;

/** In other programs, because this one lives on, and would keep the memory that it or its threads took. */
async function* analyseInPrograms(
	shelf: Shelf,
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
): AsyncGenerator<AnalysedAgreement> {
	const shares = dealt(histories, shareCount);
	const run = { shelf, directory, topics };
	const programs = [startProgram(run), startProgram(run)];
	try {
		const workOff = async (program: Program): Promise<void> => {
			for (let share = shares.shift(); share !== undefined; share = shares.shift()) {
				const fault = await program.analyse(share);
				if (fault !== null) throw faultOf(fault);
			}
		};
		await Promise.all(programs.map(workOff));
	} finally {
		for (const program of programs) program.end();
	}
	lap('analyse');
	for (const history of histories) yield findKept(shelf, history) as AnalysedAgreement;
	lap('analyse');
}

/** By falling number of texts in turn, so that all take about as long. */
function dealt(histories: readonly AgreementHistory[], count: number): AgreementHistory[][] {
	const sized = histories.map((history) => ({ history, texts: distinctBlobs(history.versions).length }));
	const sorted = sized.sort((one, other) => other.texts - one.texts).map(({ history }) => history);
	const shares = Array.from({ length: count }, (_, share) => sorted.filter((_, at) => at % count === share));
	return shares.filter(({ length }) => length > 0);
}

interface Share {
	readonly shelf: Shelf | null;
	readonly directory: string;
	readonly histories: readonly AgreementHistory[];
	readonly topics: readonly Topic[];
}

/** A program that analyses one share after the other onto the shelf. */
interface Program {
	/** @returns what went wrong; null where nothing did */
	analyse(share: Share['histories']): Promise<PlainFault | null>;
	end(): void;
}

/** A heap that may grow to several times what is in it takes gigabytes for no time gained. */
const sparing = ['--heap-growing-percent=50'];

/** What holds for all shares: sent once, so that rules are compiled once. */
type Run = Omit<Share, 'histories'>;

function startProgram(run: Run): Program {
	const program = fork(fileURLToPath(import.meta.url), [asProgram], {
		serialization: 'advanced',
		execArgv: sparing,
	});
	const gone = once(program, 'exit').then(([status]) => {
		throw new Error(`the analysis ended with status ${status}; what it said stands above`);
	});
	// Looked at when something is awaited of it; until then a failure must not count as unhandled.
	gone.catch(() => {});
	program.send(run);
	return {
		async analyse(share) {
			const answer = once(program, 'message');
			program.send(share);
			const [fault] = await Promise.race([answer, gone]);
			return fault as PlainFault | null;
		},
		end: () => void program.kill(),
	};
}

function startThread(share: Share) {
	const messages: Message[] = [];
	const worker = new Worker(new URL(import.meta.url), { workerData: share });
	worker.on('message', (message: Message) => void messages.push(message));
	const ended = once(worker, 'exit');
	// Looked at when awaited; until then a failure must not count as unhandled.
	ended.catch(() => {});
	return { messages, ended, terminate: () => worker.terminate() };
}

function agreementOf(message: Message): AnalysedAgreement {
	if ('agreement' in message) return message.agreement;
	throw faultOf(message.fault);
}

function faultOf({ what, where, remedy }: PlainFault): Fault {
	return new Fault(what, where, remedy);
}

/** Null where nothing went wrong. */
async function work(
	{ shelf, directory, histories, topics }: Share,
	send: (agreement: AnalysedAgreement) => void,
): Promise<PlainFault | null> {
	try {
		for await (const agreement of analyseAgreements(directory, histories, topics, () => {})) {
			if (shelf === null) send(agreement);
			else keep(shelf, agreement);
		}
		return null;
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		const { what, where, remedy } = error;
		return { what, where, remedy };
	}
}

/** The argument by which this file knows that it was started as a program. */
const asProgram = 'analyse';

if (!isMainThread && parentPort !== null) {
	const port = parentPort;
	const send = (message: Message): void => port.postMessage(message);
	const fault = await work(workerData, (agreement) => send({ agreement }));
	if (fault !== null) send({ fault });
} else if (process.send !== undefined && process.argv[2] === asProgram) {
	// Nobody waits any more: the program that started this one was ended.
	process.once('disconnect', () => process.exit());
	process.once('message', (run: Run) => {
		process.on('message', async (histories: Share['histories']) =>
			process.send?.(await work({ ...run, histories }, () => {})),
		);
	});
}
