/** The tool that tells every wording that a clause ever had. */
import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { clauseHistory } from '../site/api/compose.ts';
import * as given from './arguments.ts';
import { agreementAsked } from './asked-names.ts';
import { boundedList, bounds, skip } from './bounded-list.ts';
import {
	agreementOf,
	agreementQuoted,
	clauseQuote,
	quoteOf,
	versionOf,
	versionQuoted,
} from './clause-quotes.ts';
import { tool } from './tool.ts';

export const clauseThroughTime = tool({
	name: 'clause_history',
	title: 'The history of a clause',
	description:
		'Quotes every wording that a clause ever had, oldest first, each with the days from when to when it stood, the commit that holds it and the change that brought it. Other tools tell the name of a clause.',
	asked: {
		platform: given.platform,
		agreement: given.agreement,
		clause: z
			.string()
			.min(1)
			.max(200)
			.describe('Its name, as quotes give it; in an address it stands after #.'),
		skip,
	},
	answered: agreementQuoted.extend({
		wordings: z.array(
			clauseQuote.omit({ platform: true, agreement: true, language: true, path: true }).extend({
				came: versionQuoted.describe(
					'The version with which it came to read so; the first of the record may be younger than the words.',
				),
			}),
		),
		...bounds,
	}),
	async answer(site, { clause, skip, ...asked }) {
		const listed = agreementAsked(await site.lookup(), asked, site.home);
		const clauses = await site.clauses(listed.platform.id, listed.agreement.id);
		const stays = clauseHistory(clauses, clause.replace(/^.*#/s, ''));
		if (stays.length === 0)
			throw new Fault(
				`there never was a clause ${JSON.stringify(clause)}`,
				clauses.address,
				'find_clauses and agreement_as_of tell the names of clauses.',
			);
		const changes = await site.agreement(listed.platform.id, listed.agreement.id);
		const { shown, ...rest } = boundedList(stays, skip, (stay) => {
			const { platform, agreement, language, path, ...quote } = quoteOf(clauses, stay, changes);
			return { ...quote, came: versionOf(clauses, changes, stay.first) };
		});
		return { ...agreementOf(clauses), wordings: shown, ...rest };
	},
});
