/** The page's end of the worker that compares: asks it one question at a time, and only what is still wanted when its turn comes. */
import type { RecordedVersion } from '../../site/compare/ledger-json.ts';
import type {
	Answer,
	AskedAgreements,
	AskedComparison,
	Outcome,
	Question,
	SurroundingsOf,
	ValueOf,
} from './worker-messages.ts';

export interface Comparisons {
	readonly versions: readonly RecordedVersion[];
	/** Null where other days were asked for meanwhile. */
	readonly compare: (asked: Omit<AskedComparison, 'ask'>) => Promise<Outcome | null>;
	/** Of the last comparison; null likewise. */
	readonly surroundings: () => Promise<SurroundingsOf | null>;
	readonly close: () => void;
}

/** @throws Error where the file cannot be had or read */
export async function openComparisons(address: string): Promise<Comparisons> {
	// The worker's script is on its way while the file is.
	const worker = startWorker();
	try {
		const file = await fetchBytes(address);
		const versions = await ask(worker, { ask: 'versions', file }, [file]);
		return { versions, ...questionsTo(worker), close: () => worker.terminate() };
	} catch (error) {
		worker.terminate();
		throw error;
	}
}

async function fetchBytes(address: string): Promise<ArrayBuffer> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`the archive answered ${answer.status}`);
	return answer.arrayBuffer();
}

/** Two agreements compared, each with its newest text. */
export interface ComparedPair {
	readonly outcome: Outcome;
	readonly surroundings: () => Promise<SurroundingsOf | null>;
	readonly close: () => void;
}

/**
 * @param addresses of their ledger files
 * @throws Error where a file cannot be had or read
 */
export async function comparePair(
	addresses: readonly [string, string],
	asked: Omit<AskedAgreements, 'ask' | 'files'>,
): Promise<ComparedPair> {
	const worker = startWorker();
	try {
		const files = await Promise.all([fetchBytes(addresses[0]), fetchBytes(addresses[1])]);
		const outcome = await ask(worker, { ask: 'agreements', files, ...asked }, files);
		return { outcome, surroundings: questionsTo(worker).surroundings, close: () => worker.terminate() };
	} catch (error) {
		worker.terminate();
		throw error;
	}
}

function startWorker(): Worker {
	return new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
}

function questionsTo(worker: Worker): Pick<Comparisons, 'compare' | 'surroundings'> {
	let newest = 0;
	let before: Promise<unknown> = Promise.resolve();
	/** @param number of the comparison that it belongs to */
	const inTurn = <Asked extends Question>(
		number: number,
		question: Asked,
	): Promise<ValueOf<Asked> | null> => {
		const own = before.then(async () => {
			if (number !== newest) return null;
			const value = await ask(worker, question);
			return number === newest ? value : null;
		});
		before = own.catch(() => {});
		return own;
	};
	return {
		compare: (asked) => inTurn(++newest, { ask: 'comparison', ...asked }),
		surroundings: () => inTurn(newest, { ask: 'surroundings' }),
	};
}

/** @param handed over to the worker instead of copied */
function ask<Asked extends Question>(
	worker: Worker,
	question: Asked,
	handed: Transferable[] = [],
): Promise<ValueOf<Asked>> {
	return new Promise((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<Answer>) => {
			if ('why' in data) reject(new Error(data.why));
			else resolve(data.value as ValueOf<Asked>);
		};
		worker.onerror = () => reject(new Error('the script that compares did not run'));
		worker.postMessage(question, handed);
	});
}
