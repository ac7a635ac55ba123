/** What somebody asks for at GitHub: by a comment in the issue of a held text, or by the form of the workflow. */
import { z } from 'zod';
import type { DecisionRequest } from '../ingest/decide-held.ts';
import { readMark } from '../ingest/plan-issues.ts';
import { Fault } from '../model/fault.ts';
import { validate } from '../model/validation.ts';
import { legibleLine } from '../text/legible.ts';

/** Less the folder and the time, what a decision is made of. */
export type Asked = Omit<DecisionRequest, 'directory' | 'now'>;

const commented = z.object({
	/** As it was when the comment was written: the text that it showed is the one that the comment is about. */
	issue: z.object({ body: z.string().nullish() }),
	comment: z.object({ body: z.string(), user: z.object({ login: z.string() }) }),
});

const filledIn = z.object({
	inputs: z.object({
		platform: z.string(),
		agreement: z.string(),
		decision: z.enum(['accept', 'reject']),
		text: z.string().default(''),
		note: z.string().default(''),
	}),
	sender: z.object({ login: z.string() }),
});

const eventSchema = z.union([commented, filledIn]);

/** What a note may hold, in characters. */
const longestNote = 500;

/**
 * @param event of `issue_comment` or `workflow_dispatch`, as GitHub hands it to a job
 * @throws Fault where it asks for nothing that can be done
 * @see https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export function readAsked(event: unknown): Asked {
	const place = 'the event of this run';
	const read = validate(eventSchema, event, place, 'Start it by a comment, or by the form of the workflow.');
	if ('inputs' in read) {
		const { text, note, ...named } = read.inputs;
		return { ...named, ...given({ text, note }), by: read.sender.login };
	}
	const { issue, comment } = read;
	const answer = readAnswer(comment.body);
	if (answer === null)
		throw new Fault('the comment says neither /accept nor /reject', place, 'Begin it with one of them.');
	const { key, letters: text } = readMark(issue.body ?? '') ?? { key: '' };
	const slash = key.indexOf('/');
	if (slash < 0 || text === undefined)
		throw new Fault('this issue shows no text that is held', place, 'Answer in one that does.');
	const named = { platform: key.slice(0, slash), agreement: key.slice(slash + 1), text };
	return { ...named, ...answer, by: comment.user.login };
}

/** Of the first line alone; null where it is no answer. */
export function readAnswer(comment: string): Pick<Asked, 'decision' | 'note'> | null {
	const [first = ''] = comment
		.trimStart()
		.slice(0, 4 * longestNote)
		.split(/[\r\n]/);
	const [, decision, note = ''] = /^\/(accept|reject)(?:\s+(.*))?$/.exec(first.trimEnd()) ?? [];
	if (decision !== 'accept' && decision !== 'reject') return null;
	return { decision, ...given({ note }) };
}

/** What a form leaves empty is not said. */
function given({ text = '', note = '' }: { text?: string; note?: string }) {
	const words = legibleLine(note, longestNote);
	return { ...(text.trim() === '' ? {} : { text: text.trim() }), ...(words === '' ? {} : { note: words }) };
}
