/**
 * Compares days beside the page, in a worker: the comparison of two long texts takes longer than a reader's hand may be kept waiting. It holds
 * the history of one agreement, and answers one question after the other.
 */
import { type Comparison, compareDays } from '../../site/compare/comparison.ts';
import {
	comparisonBodyHtml,
	comparisonHeadHtml,
	proofHtml,
	surroundingsHtml,
} from '../../site/compare/comparison-html.ts';
import { type LedgerFile, type RecordedAgreement, readLedgerFile } from '../../site/compare/ledger-json.ts';
import { readPackedJson } from '../packed-json.ts';
import type { Answer, AskedComparison, Outcome, Question, SurroundingsOf } from './worker-messages.ts';

let agreement: RecordedAgreement | undefined;
let latest: Comparison | undefined;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
	answer(data)
		.catch((error: unknown): Answer => ({ why: error instanceof Error ? error.message : String(error) }))
		.then((given) => postMessage(given));
});

async function answer(question: Question): Promise<Answer> {
	switch (question.ask) {
		case 'versions': {
			agreement = readLedgerFile((await readPackedJson(new Response(question.file))) as LedgerFile);
			return { value: agreement.versions };
		}
		case 'comparison':
			return { value: compare(question) };
		case 'surroundings':
			return { value: surroundings() };
	}
}

function compare({ days, frame, attributes }: AskedComparison): Outcome {
	if (agreement === undefined) throw new Error('the history was not read');
	latest = compareDays(agreement, days);
	return {
		sentence: latest.sentence,
		differs: latest.differs,
		head: comparisonHeadHtml(agreement, latest),
		body: comparisonBodyHtml(latest, frame, attributes),
		foot: proofHtml(agreement, latest),
	};
}

function surroundings(): SurroundingsOf {
	if (latest === undefined) throw new Error('nothing was compared');
	return surroundingsHtml(latest.surroundings());
}
