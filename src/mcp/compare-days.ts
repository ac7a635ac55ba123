/** The tool that tells what an agreement says otherwise on one day than on another. */
import { z } from 'zod';
import { type ClauseRow, clauseRow } from '../model/api-answers.ts';
import { Fault } from '../model/fault.ts';
import { differences } from '../site/api/compose.ts';
import * as given from './arguments.ts';
import { agreementAsked } from './asked-names.ts';
import { boundedList, bounds, skip } from './bounded-list.ts';
import {
	addressOf,
	agreementOf,
	agreementQuoted,
	followedVersion,
	versionOf,
	versionQuoted,
	wording,
	wordingOf,
} from './clause-quotes.ts';
import { tool } from './tool.ts';

const { clause, kind, number } = clauseRow.shape;
const side = z.object({ kind, number, ...wording }).nullable();

export const compareDays = tool({
	name: 'compare_days',
	title: 'What changed in an agreement between two days',
	description:
		'Quotes every clause of an agreement that came in, went out or reads otherwise between two days, before and after, with both commits. No difference is an empty list.',
	asked: {
		platform: given.platform,
		agreement: given.agreement,
		from: given.day.describe('The earlier day, YYYY-MM-DD, UTC; its end counts.'),
		to: given.day.describe('The later day.'),
		skip,
	},
	answered: agreementQuoted.extend({
		before: versionQuoted.describe('The version of the earlier day.'),
		after: versionQuoted.describe(
			'The version of the later day; the same where nothing was recorded in between.',
		),
		differences: z
			.array(
				z.object({
					clause,
					before: side.describe('Null where it did not stand. Its words are in the commit of `before`.'),
					after: side.describe('Null where it stands no more. Its words are in the commit of `after`.'),
					address: z.url().describe('Where the clause is to be read today, or what tells of its end.'),
				}),
			)
			.describe('In the order of the later text, those that went out last.'),
		...bounds,
	}),
	async answer(site, { from, to, skip, ...asked }) {
		if (to < from) throw new Fault(`${to} is before ${from}`, site.home, 'Let `from` be the earlier day.');
		const { platform, agreement } = agreementAsked(await site.lookup(), asked, site.home);
		const clauses = await site.clauses(platform.id, agreement.id);
		const [before, after] = [followedVersion(clauses, from), followedVersion(clauses, to)];
		const changes = await site.agreement(platform.id, agreement.id);
		const { shown, ...rest } = boundedList(differences(clauses, before, after), skip, (each) => ({
			clause: each.clause,
			before: sideOf(each.before),
			after: sideOf(each.after),
			address: addressOf(clauses, each.clause),
		}));
		return {
			...agreementOf(clauses),
			before: versionOf(clauses, changes, before),
			after: versionOf(clauses, changes, after),
			differences: shown,
			...rest,
		};
	},
});

function sideOf(row: ClauseRow | null): z.infer<typeof side> {
	if (row === null) return null;
	return { kind: row.kind, ...(row.number === undefined ? {} : { number: row.number }), ...wordingOf(row) };
}
