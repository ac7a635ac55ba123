/** What `npm run alert` says: to whom, how many, what went wrong and what to do. No secret's value is in it. */
import type { AlertRun, ChannelReport, Preview } from '../../src/alerts/run-alerts.ts';
import type { Noted } from '../../src/site/alerts/note-news.ts';
import { codeSpan } from '../../src/text/code-span.ts';
import { counted } from '../../src/text/counts-in-words.ts';

export function formatAlerts({ noted, sent, shown }: AlertRun): string {
	const parts = [
		noted === null ? '' : formatNoted(noted),
		sent.map(lineOf).join('\n'),
		shown.map(previewOf).join('\n\n'),
	];
	return parts.filter((part) => part !== '').join('\n\n');
}

function formatNoted({ ledger, unsure, again }: Noted): string {
	const lines = Object.entries(ledger.channels).flatMap(([channel, { waiting }]) => {
		const due = waiting.filter((each) => each.due).length;
		return [
			`${channel}: ${counted(due, 'change')} to send, ${counted(waiting.length - due, 'change')} to wait`,
			...told(
				again.get(channel),
				'sent once more: the run before ended without a word on whether they arrived',
			),
			...told(
				unsure.get(channel),
				'sent twice without a word on whether they arrived: they are not sent again',
			),
		];
	});
	return lines.join('\n');
}

function told(changes: number | undefined, what: string): string[] {
	return changes === undefined ? [] : [`  ${counted(changes, 'change')} ${what}`];
}

/** The same for the page of a run, in Markdown: channels and reasons are code. */
export function summariseAlerts({ sent }: AlertRun): string {
	if (sent.length === 0) return '';
	const rows = sent.map(({ channel, messages, changes, waiting, failure }) => {
		const trouble = failure === null ? '' : `${codeSpan(failure.reason)} ${failure.remedy}`;
		return `| ${[codeSpan(channel), messages, changes, waiting, trouble.replaceAll('|', '\\|')].join(' | ')} |`;
	});
	return `## Alerts\n\n| channel | messages | changes | waiting | trouble |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n\n`;
}

function lineOf({ channel, messages, changes, waiting, warnings, failure }: ChannelReport): string {
	const sent =
		messages === 0
			? 'nothing sent'
			: `${counted(messages, 'message')} sent, of ${counted(changes, 'change')}`;
	const waits = waiting === 0 ? '' : `, ${counted(waiting, 'change')} waiting`;
	const trouble = failure === null ? [] : [`  ${failure.reason}`, `  ${failure.remedy}`];
	return [`${channel}: ${sent}${waits}`, ...warnings.map((each) => `  ${each}`), ...trouble].join('\n');
}

function previewOf({ channel, complaint, messages, waiting, isBeginning }: Preview): string {
	const begins = isBeginning ? ' It begins with what is recorded from its first run on.' : '';
	const waits = waiting === 0 ? '' : ` ${counted(waiting, 'change')} would wait for the digest.`;
	return [
		`${channel}: ${counted(messages.length, 'message')} would be sent.${begins}${waits}`,
		...(complaint === null ? [] : [`  ${complaint}`]),
		...messages.map((message) => indented(message)),
	].join('\n');
}

function indented(message: string): string {
	return `\n${message.trimEnd().replace(/^/gm, '    ')}`;
}
