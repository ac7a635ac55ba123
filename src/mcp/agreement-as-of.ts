/** The tool that reads an agreement as it stood on a day. */
import { z } from 'zod';
import { clauseRow } from '../model/api-answers.ts';
import { clausesOf } from '../site/api/compose.ts';
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

export const agreementAsOf = tool({
	name: 'agreement_as_of',
	title: 'An agreement as of a day',
	description:
		'Quotes the text of an agreement as it was recorded on a day, clause by clause in the order of the document, with its commit and address. Long texts come in parts.',
	asked: {
		platform: given.platform,
		agreement: given.agreement,
		day: given.day.describe('YYYY-MM-DD, UTC; its end counts.'),
		skip,
	},
	answered: agreementQuoted.extend({
		day: given.day,
		version: versionQuoted.describe('The one whose text is quoted: the last that was recorded by that day.'),
		clauses: z.array(
			z.object({
				...{ clause, kind, number },
				...wording,
				address: z.url().describe('Where the clause is to be read today, or what tells of its end.'),
			}),
		),
		...bounds,
	}),
	async answer(site, { day, skip, ...asked }) {
		const { platform, agreement } = agreementAsked(await site.lookup(), asked, site.home);
		const clauses = await site.clauses(platform.id, agreement.id);
		const version = followedVersion(clauses, day);
		const changes = await site.agreement(platform.id, agreement.id);
		const { shown, ...rest } = boundedList(clausesOf(clauses, version), skip, (row) => ({
			clause: row.clause,
			kind: row.kind,
			...(row.number === undefined ? {} : { number: row.number }),
			...wordingOf(row),
			address: addressOf(clauses, row.clause),
		}));
		return {
			...agreementOf(clauses),
			day,
			version: versionOf(clauses, changes, version),
			clauses: shown,
			...rest,
		};
	},
});
