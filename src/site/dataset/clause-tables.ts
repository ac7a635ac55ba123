/** Tables of clauses: every wording of each, and the texts that it stands in. */
import type { TextRow } from '../../analysis/history/text-rows.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Clause, ClauseText } from '../../model/ledger.ts';
import type { Version } from '../../model/version.ts';
import { rowsOf, textNumbers } from '../api/text-numbers.ts';
import {
	agreementColumn,
	agreementId,
	optional,
	type Row,
	required,
	type Table,
	text,
	toAgreement,
} from './table.ts';

const rowColumn = required(
	'row',
	'integer',
	'Place among all rows of the agreement, from 0 on: those that stand in a text, in this order, are that text.',
);

export const clauses: Table = {
	name: 'clauses',
	title: 'Clauses',
	description:
		'Every wording of every clause. A clause keeps its name while it is reworded, renumbered or moved; one that moved past another has a row in each place.',
	columns: [
		agreementColumn,
		rowColumn,
		required('clause', 'string', 'Name of the clause, lasting; in an address it stands after #.'),
		required('kind', 'string', '`heading`, `paragraph`, `item` or `row`.'),
		optional('depth', 'integer', 'Level of a heading, depth of a list item.'),
		optional('number', 'string', 'As written; part of `text`.'),
		optional('text', 'string', 'What a reader sees: no markup, no link targets; null where that is nothing.'),
		required('words', 'integer', 'Words of it, without the number.'),
		required('first_version', 'integer', 'First version that has it here.'),
		required('last_version', 'integer', 'Last version that has it here; it may have been away between them.'),
		required('first_fetched', 'datetime', 'When the first was fetched, UTC.'),
		required('last_fetched', 'datetime', 'When the last was fetched, UTC.'),
		required('commit', 'string', 'Commit whose text has it: that of the last version.'),
		required('stands', 'boolean', 'Whether the newest version has it here.'),
	],
	key: ['agreement', 'row'],
	references: [toAgreement],
	ofAgreement: function* (_archive, platform, agreement) {
		const holding = versionsOfTexts(agreement);
		for (const [at, row] of rowsOf(agreement.ledger).rows.entries())
			yield clauseRow(platform, agreement, row, at, holding);
	},
};

/** Number of a text → first and last version with it. */
type Holding = ReadonlyMap<number, { readonly first: number; readonly last: number }>;

function versionsOfTexts(agreement: Agreement): Holding {
	const holding = new Map<number, { first: number; last: number }>();
	for (const [version, number] of textNumbers(agreement).entries()) {
		if (number === null) continue;
		const known = holding.get(number);
		if (known === undefined) holding.set(number, { first: version, last: version });
		else known.last = version;
	}
	return holding;
}

function clauseRow(
	platform: Platform,
	agreement: Agreement,
	{ clause, text: wording, spans }: TextRow,
	row: number,
	holding: Holding,
): Row {
	const { ledger, versions } = agreement;
	let [first, last] = [versions.length, -1];
	for (const span of spans)
		for (let number = span.first; number <= span.last; number++) {
			const held = holding.get(number);
			first = Math.min(first, held?.first ?? first);
			last = Math.max(last, held?.last ?? last);
		}
	const { kind, depth, number, visible, words } = ledger.texts[wording] as ClauseText;
	const [from, to] = [versions[first] as Version, versions[last] as Version];
	return {
		agreement: agreementId(platform, agreement),
		row,
		clause: (ledger.clauses[clause] as Clause).anchor,
		kind,
		depth: depth === 0 ? null : depth,
		number: text(number),
		text: text(visible),
		words,
		first_version: first,
		last_version: last,
		first_fetched: from.fetched,
		last_fetched: to.fetched,
		commit: to.commit,
		stands: last === versions.length - 1,
	};
}

export const clauseTexts: Table = {
	name: 'clause_texts',
	title: 'Clauses in texts',
	description:
		'Which texts have a row of `clauses`, as runs of their numbers. With `text` of `versions` it puts together any version.',
	columns: [
		agreementColumn,
		rowColumn,
		required('first_text', 'integer', 'First text of the run, by its number.'),
		required('last_text', 'integer', 'Last text of the run, by its number.'),
	],
	key: ['agreement', 'row', 'first_text'],
	references: [toAgreement, { columns: ['agreement', 'row'], table: 'clauses', of: ['agreement', 'row'] }],
	ofAgreement: function* (_archive, platform, agreement) {
		for (const [row, { spans }] of rowsOf(agreement.ledger).rows.entries())
			for (const { first, last } of spans)
				yield { agreement: agreementId(platform, agreement), row, first_text: first, last_text: last };
	},
};
