/**
 * Compares days beside the page, in a worker: the comparison of two long texts takes longer than a reader's hand may be kept waiting. It holds
 * the history of one agreement, or compares the newest texts of two, and answers one question after the other.
 */
import { type ComparedTexts, compareDays } from '../../site/compare/comparison.ts';
import {
	comparisonBodyHtml,
	comparisonHeadHtml,
	proofHtml,
	surroundingsHtml,
} from '../../site/compare/comparison-html.ts';
import { type LedgerFile, type RecordedAgreement, readLedgerFile } from '../../site/compare/ledger-json.ts';
import { compareAgreements } from '../../site/compare/two-agreements.ts';
import {
	agreementsHeadHtml,
	agreementsProofHtml,
	legendOfAgreements,
} from '../../site/compare/two-agreements-html.ts';
import { readPackedJson } from '../packed-json.ts';
import type {
	Answer,
	AskedAgreements,
	AskedComparison,
	Outcome,
	Question,
	SurroundingsOf,
} from './worker-messages.ts';

let agreement: RecordedAgreement | undefined;
let latest: ComparedTexts | undefined;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
	answer(data)
		.catch((error: unknown): Answer => ({ why: error instanceof Error ? error.message : String(error) }))
		.then((given) => postMessage(given));
});

async function answer(question: Question): Promise<Answer> {
	switch (question.ask) {
		case 'versions': {
			agreement = await readFile(question.file);
			return { value: agreement.versions };
		}
		case 'comparison':
			return { value: compare(question) };
		case 'agreements':
			return { value: await compareTwo(question) };
		case 'surroundings':
			return { value: surroundings() };
	}
}

function compare({ days, frame, attributes }: AskedComparison): Outcome {
	if (agreement === undefined) throw new Error('the history was not read');
	const compared = compareDays(agreement, days);
	latest = compared;
	return {
		sentence: compared.sentence,
		differs: compared.differs,
		head: comparisonHeadHtml(agreement, compared),
		body: comparisonBodyHtml(compared, frame, attributes),
		foot: proofHtml(agreement, compared),
	};
}

async function compareTwo({ files, named, frame, attributes }: AskedAgreements): Promise<Outcome> {
	const agreements = [await readFile(files[0]), await readFile(files[1])] as const;
	const compared = compareAgreements(...agreements, [named[0].short, named[1].short]);
	latest = compared;
	return {
		sentence: compared.sentence,
		differs: compared.differs,
		head: agreementsHeadHtml(agreements, compared, named),
		body: comparisonBodyHtml(compared, frame, attributes, legendOfAgreements),
		foot: agreementsProofHtml(agreements, compared),
	};
}

async function readFile(file: ArrayBuffer): Promise<RecordedAgreement> {
	return readLedgerFile((await readPackedJson(new Response(file))) as LedgerFile);
}

function surroundings(): SurroundingsOf {
	if (latest === undefined) throw new Error('nothing was compared');
	return surroundingsHtml(latest.surroundings());
}
