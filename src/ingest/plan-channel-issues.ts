/** Which issues a maintainer should find open about alerts: one for each channel that takes none, and none for the others. */
import type { AlertLedger, ChannelLedger } from '../model/alert-ledger.ts';
import { codeBlock, codeSpan } from '../text/code-span.ts';
import { counted } from '../text/counts-in-words.ts';
import { legibleLine } from '../text/legible.ts';
import { type IssueStep, markOf, type OpenIssue, readMark } from './plan-issues.ts';

/** A server that was down for an hour is no news; a key that was taken back fails in the next run, too. */
const reportAfter = 2;

/** @param open issues that carry the label of alerts, any of them */
export function planChannelIssues({ channels }: AlertLedger, open: readonly OpenIssue[]): IssueStep[] {
	const opening = Object.entries(channels).flatMap(([channel, { failing, waiting }]): IssueStep[] => {
		const isKnown = open.some(({ body }) => readMark(body)?.key === channel);
		if (failing === undefined || failing.runs < reportAfter || isKnown) return [];
		return [openStep(channel, failing, waiting.length)];
	});
	const closing = open.flatMap((issue): IssueStep[] => {
		const channel = readMark(issue.body)?.key;
		if (channel === undefined || channels[channel]?.failing !== undefined) return [];
		const comment =
			channels[channel] === undefined ? 'This alert is declared no longer.' : 'Messages arrive again.';
		return [{ kind: 'close', number: issue.number, comment }];
	});
	return [...closing, ...opening];
}

/** A forge takes titles of 256 characters. */
const longestName = 200;

function openStep(
	channel: string,
	{ since, runs, reason, remedy }: NonNullable<ChannelLedger['failing']>,
	waiting: number,
): IssueStep {
	const name = legibleLine(channel, longestName);
	const paragraphs = [
		`${codeSpan(name)} took no message in ${counted(runs, 'run')}, since ${since.slice(0, 10)}:`,
		codeBlock([reason, remedy]),
		`The site and the other channels go on. ${counted(waiting, 'change')} of the last two weeks will be told when it takes messages again; this issue is then closed by itself.`,
		markOf({ key: channel, letters: undefined }),
	];
	return { kind: 'open', title: `Alerts do not arrive: ${name}`, body: `${paragraphs.join('\n\n')}\n` };
}
