/** `agreements/<platform>/<agreement>/clauses.json`: an agreement with every clause in every wording. */
import type { TextRow } from '../../analysis/history/text-rows.ts';
import type { ClauseRow, ClausesAnswer } from '../../model/api-answers.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Clause, ClauseText, Ledger } from '../../model/ledger.ts';
import { absolute, agreementUrl } from '../addresses/urls.ts';
import { nameOf, type Recorded } from './names.ts';
import { rowsOf, textNumbers } from './text-numbers.ts';

export function clausesAnswer(
	{ collection, prefix }: Recorded,
	platform: Platform,
	agreement: Agreement,
): ClausesAnswer {
	const { ledger, changes } = agreement;
	const texts = textNumbers(agreement);
	return {
		platform: nameOf(platform),
		agreement: nameOf(agreement),
		language: agreement.language,
		path: prefix + agreement.path,
		repository: collection.repository ?? null,
		address: absolute(agreementUrl(platform, agreement)),
		versions: changes.map((change, at) => ({
			commit: change.version.commit,
			fetched: change.version.fetched,
			day: change.day,
			text: texts[at] as number | null,
		})),
		rows: rowsOf(ledger).rows.map((row) => rowOf(ledger, row)),
	};
}

function rowOf({ clauses, texts }: Ledger, { clause, text, spans }: TextRow): ClauseRow {
	const { kind, depth, number, visible } = texts[text] as ClauseText;
	return {
		clause: (clauses[clause] as Clause).anchor,
		kind,
		...(depth === 0 ? {} : { depth }),
		...(number === '' ? {} : { number }),
		text: visible,
		stands: spans.map(({ first, last }) => [first, last]),
	};
}
