/** Analyses an archive's agreements on two cores: half of them here, half in a worker thread. */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
	type AgreementHistory,
	type Analyse,
	type AnalysedAgreement,
	analyseAgreements,
	distinctBlobs,
	type Lap,
} from '../src/load.ts';
import { Fault } from '../src/model/fault.ts';

/** Fewer texts than this are analysed sooner by one core than a worker starts and hands over its share. */
const fewTexts = 6000;

/** What the worker sends: an agreement, or what went wrong. A class does not survive the way between threads. */
type Message =
	| { readonly agreement: AnalysedAgreement }
	| { readonly fault: Pick<Fault, 'what' | 'where' | 'remedy'> };

/** On one core or two, whichever is sooner done. */
export const analyseAsFits: Analyse = (directory, histories, lap) => {
	const texts = histories.reduce((sum, { versions }) => sum + distinctBlobs(versions).length, 0);
	return (texts < fewTexts ? analyseAgreements : analyseInTwo)(directory, histories, lap);
};

/**
 * The same result as `analyseAgreements`, in another order.
 * @throws Fault as it does, whichever thread met it
 */
export async function* analyseInTwo(
	directory: string,
	histories: readonly AgreementHistory[],
	lap: Lap,
): AsyncGenerator<AnalysedAgreement> {
	const [own, other] = halves(histories);
	const worker = startWorker(directory, other);
	try {
		yield* analyseAgreements(directory, own, lap);
		await worker.ended;
		lap('analyse');
		for (const message of worker.messages) yield agreementOf(message);
	} finally {
		await worker.terminate();
	}
}

/** Alternately by falling number of texts, so that both halves take about as long. */
function halves(histories: readonly AgreementHistory[]): [AgreementHistory[], AgreementHistory[]] {
	const sized = histories.map((history) => ({ history, texts: distinctBlobs(history.versions).length }));
	const sorted = sized.sort((one, other) => other.texts - one.texts).map(({ history }) => history);
	return [sorted.filter((_, at) => at % 2 === 0), sorted.filter((_, at) => at % 2 === 1)];
}

function startWorker(directory: string, histories: readonly AgreementHistory[]) {
	const messages: Message[] = [];
	const worker = new Worker(new URL(import.meta.url), { workerData: { directory, histories } });
	worker.on('message', (message: Message) => void messages.push(message));
	const ended = once(worker, 'exit');
	// Looked at when awaited; until then a failure must not count as unhandled.
	ended.catch(() => {});
	return { messages, ended, terminate: () => worker.terminate() };
}

function agreementOf(message: Message): AnalysedAgreement {
	if ('agreement' in message) return message.agreement;
	const { what, where, remedy } = message.fault;
	throw new Fault(what, where, remedy);
}

async function work({
	directory,
	histories,
}: {
	directory: string;
	histories: AgreementHistory[];
}): Promise<void> {
	try {
		for await (const agreement of analyseAgreements(directory, histories, () => {})) {
			parentPort?.postMessage({ agreement } satisfies Message);
		}
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		const { what, where, remedy } = error;
		parentPort?.postMessage({ fault: { what, where, remedy } } satisfies Message);
	}
}

if (!isMainThread && parentPort !== null) await work(workerData);
