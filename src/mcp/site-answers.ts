/** The answers of a site's API, each what its schema says, and read once in a while. */
import type { z } from 'zod';
import {
	type AgreementAnswer,
	type ApiIndex,
	agreementAnswer,
	apiIndex,
	type ClausesAnswer,
	clausesAnswer,
	type LookupAnswer,
	lookupAnswer,
	type MonthAnswer,
	monthAnswer,
	type TopicAnswer,
	topicAnswer,
} from '../model/api-answers.ts';
import { Fault } from '../model/fault.ts';
import { apiFiles } from '../site/addresses/api-urls.ts';
import type { SiteFiles } from './read-site.ts';

/** By the ids that `lookup` and `index` name. All throw Faults. */
export interface Site {
	readonly home: string;
	index(): Promise<ApiIndex>;
	lookup(): Promise<LookupAnswer>;
	topic(topic: string): Promise<TopicAnswer>;
	month(month: string): Promise<MonthAnswer>;
	agreement(platform: string, agreement: string): Promise<AgreementAnswer>;
	clauses(platform: string, agreement: string): Promise<ClausesAnswer>;
}

/** An assistant may run for days, a site is published some times a day. */
const freshFor = 10 * 60 * 1000;
/** Answers kept: those of one question, and of the next on the same. */
const mostKept = 64;

export function siteAnswers(files: SiteFiles): Site {
	const kept = new Map<string, { readonly since: number; readonly answer: Promise<unknown> }>();

	function ask<Answer>(schema: z.ZodType<Answer>, file: string): Promise<Answer> {
		const known = kept.get(file);
		if (known !== undefined && Date.now() - known.since < freshFor) return known.answer as Promise<Answer>;
		const answer = read(files, schema, file);
		kept.delete(file);
		kept.set(file, { since: Date.now(), answer });
		const [oldest] = kept.keys();
		if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
		// What failed is asked for anew; whoever asked is told.
		answer.catch(() => kept.delete(file));
		return answer;
	}

	return {
		home: files.home,
		index: () => ask(apiIndex, apiFiles.index),
		lookup: () => ask(lookupAnswer, apiFiles.lookup),
		topic: (topic) => ask(topicAnswer, apiFiles.topic(encodeURIComponent(topic))),
		month: (month) => ask(monthAnswer, apiFiles.month(month)),
		agreement: (...names) => ask(agreementAnswer, apiFiles.agreement(...encoded(names))),
		clauses: (...names) => ask(clausesAnswer, apiFiles.clauses(...encoded(names))),
	};
}

function encoded([platform, agreement]: readonly [string, string]): [string, string] {
	return [encodeURIComponent(platform), encodeURIComponent(agreement)];
}

async function read<Answer>(files: SiteFiles, schema: z.ZodType<Answer>, file: string): Promise<Answer> {
	const parsed = schema.safeParse(parseJson(await files.read(file), files.place(file)));
	if (parsed.success) return parsed.data;
	const [{ path = [], message = '' } = {}] = parsed.error.issues;
	throw new Fault(
		`this is no answer of the API that is known here: ${path.join('.')} ${message}`,
		files.place(file),
		'The site is made by another release than this program: bring the older of the two to the newer one (npm run upgrade).',
		parsed.error,
	);
}

function parseJson(text: string, where: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Fault(
			'the site answered with something other than JSON',
			where,
			'Let --site be the home page of a site that offers the API, not a page that answers for all addresses.',
			error,
		);
	}
}
