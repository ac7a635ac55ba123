/** A run of alerts: what is new is noted, then sent, and after each message written down. One channel's trouble is not the others'. */
import { readAlertLedger, writeAlertLedger } from '../archive/alert-ledger-file.ts';
import type { AlertLedger, ChannelLedger } from '../model/alert-ledger.ts';
import { type Alert, channelOf } from '../model/alerts.ts';
import type { Archive } from '../model/archive.ts';
import { Fault } from '../model/fault.ts';
import { compose } from '../site/alerts/compose.ts';
import { isMeant } from '../site/alerts/is-meant.ts';
import { type Noted, noteNews } from '../site/alerts/note-news.ts';
import { messagesOf, type Outgoing, outgoing } from '../site/alerts/outgoing.ts';
import { closed, type Outcome, settled } from '../site/alerts/settle.ts';
import { toldOnce } from '../site/overview/told-once.ts';
import type { Envelope, Sender } from './envelope.ts';
import { type Patience, usualPatience } from './post.ts';
import { type Secrets, secretsOf } from './secrets.ts';
import { senderOf } from './senders.ts';

export interface AlertTools {
	readonly secrets: Secrets;
	readonly patience: Patience;
	/** ISO 8601, UTC. */
	readonly now: string;
}

/** How a run went for one channel. */
export interface ChannelReport {
	readonly channel: string;
	readonly messages: number;
	readonly changes: number;
	/** Changes that wait: for the end of a day or week, or for a channel that takes them. */
	readonly waiting: number;
	readonly warnings: readonly string[];
	readonly failure: Failure | null;
}

interface Failure {
	readonly reason: string;
	readonly remedy: string;
}

/** `null`: note and send, one after the other. */
export type Stage = 'note' | 'send' | 'report' | 'show' | null;

/** @throws Fault where nobody knows it */
export function stageNamed([name, ...others]: readonly string[], isDry: boolean): Stage {
	if (others.length === 0 && (name === undefined || name === 'note' || name === 'send' || name === 'report'))
		return isDry ? 'show' : (name ?? null);
	throw new Fault(
		'there is no such stage',
		['npm run alert --', name, ...others].join(' '),
		'There are note, send and report; none of them does the first two.',
	);
}

export interface AlertRun {
	readonly noted: Noted | null;
	readonly sent: readonly ChannelReport[];
	readonly shown: readonly Preview[];
}

/** @param newest sends or shows so many changes as if they were new, and notes nothing; null: what is new */
export async function runAlerts(
	archive: Archive,
	file: string,
	stage: Exclude<Stage, 'report'>,
	newest: number | null,
	tools: AlertTools = usualTools(),
): Promise<AlertRun> {
	if (stage === 'show')
		return { noted: null, sent: [], shown: await previewAlerts(archive, file, newest, tools) };
	if (newest !== null) return { noted: null, sent: await sendNewest(archive, newest, tools), shown: [] };
	const noted = stage === 'send' ? null : await noteAlerts(archive, file, tools.now);
	const sent = stage === 'note' ? [] : await sendAlerts(archive, file, tools);
	return { noted, sent, shown: [] };
}

function usualTools(): AlertTools {
	return { secrets: secretsOf(process.env), patience: usualPatience, now: new Date().toISOString() };
}

/** Writes down what each channel has to be told now. */
async function noteAlerts(archive: Archive, file: string, now: string): Promise<Noted> {
	const noted = noteNews(await readAlertLedger(file), archive.collection.alerts, archive, now);
	await writeAlertLedger(file, noted.ledger);
	return noted;
}

/**
 * Sends what was noted.
 * @throws Fault where what was sent cannot be written down: then nothing more is sent
 */
async function sendAlerts(archive: Archive, file: string, tools: AlertTools): Promise<ChannelReport[]> {
	const { alerts } = archive.collection;
	const ledger = await readAlertLedger(file);
	if (ledger === null) throw new Fault('nothing was noted yet', file, 'Note first: npm run alert -- note.');
	const keeper = keepLedger(file, ledger);
	const runs = await Promise.allSettled(alerts.map((alert) => sendTo(alert, archive, keeper, tools)));
	return runs.map((run) => {
		if (run.status === 'rejected') throw run.reason;
		return run.value;
	});
}

interface Keeper {
	readonly of: (channel: string) => ChannelLedger | undefined;
	/** Resolves when it is written. */
	readonly put: (channel: string, ledger: ChannelLedger) => Promise<void>;
}

/** Channels are written to side by side; their ledger is one file, written by one at a time. */
function keepLedger(file: string, first: AlertLedger): Keeper {
	let ledger = first;
	let written = Promise.resolve();
	return {
		of: (channel) => ledger.channels[channel],
		put: (channel, own) => {
			ledger = { ...ledger, channels: { ...ledger.channels, [channel]: own } };
			written = written.then(() => writeAlertLedger(file, ledger));
			return written;
		},
	};
}

async function sendTo(
	alert: Alert,
	archive: Archive,
	keeper: Keeper,
	tools: AlertTools,
): Promise<ChannelReport> {
	const channel = channelOf(alert);
	const begun = keeper.of(channel);
	// Declared since the ledger was noted: the next run notes it.
	if (begun === undefined) return { channel, ...nothingYet, failure: null };
	const again = new Set(begun.waiting.filter(({ tries }) => tries > 1).map(({ change }) => change));
	const letters = outgoing(alert, begun, archive, tools.now).map((message) => ({
		...message,
		isAgain: message.changes.some((change) => again.has(change)),
	}));
	const run = await handOver(alert, archive, letters, tools, (letter, outcome) =>
		keeper.put(channel, settled(alert, keeper.of(channel) as ChannelLedger, letter, outcome, tools.now)),
	);
	const ended = closed(keeper.of(channel) as ChannelLedger, run.failure, tools.now);
	await keeper.put(channel, ended);
	return { channel, ...run, waiting: ended.waiting.length };
}

const nothingYet = { messages: 0, changes: 0, waiting: 0, warnings: [] } as const;

interface Letter extends Outgoing {
	readonly isAgain: boolean;
}

type Settle = (letter: Letter, outcome: Outcome) => Promise<void>;

/** One message after the other, up to one that the channel itself refuses. */
async function handOver(
	alert: Alert,
	archive: Archive,
	letters: readonly Letter[],
	tools: AlertTools,
	settle: Settle,
): Promise<Omit<ChannelReport, 'channel' | 'waiting'>> {
	const { hide } = tools.secrets;
	const warnings: string[] = [];
	let [messages, changes] = [0, 0];
	let failure: Failure | null = null;
	const send = openSender(alert, archive, tools);
	if (send instanceof Fault)
		return { messages, changes, warnings, failure: hidden(send.what, send.remedy, hide) };
	for (const letter of letters) {
		const outcome = await send(envelopeOf(alert, letter, archive, tools.now));
		await settle(letter, outcome);
		if (outcome.kind === 'sent') {
			messages++;
			changes += letter.changes.length + letter.leftOut;
			if (outcome.warning !== undefined) warnings.push(hide(outcome.warning));
			continue;
		}
		failure = hidden(outcome.reason, outcome.remedy, hide);
		if (outcome.kind === 'unknown' || outcome.because === 'channel') break;
	}
	return { messages, changes, warnings, failure };
}

function hidden(reason: string, remedy: string, hide: Secrets['hide']): Failure {
	return { reason: hide(reason), remedy: hide(remedy) };
}

function openSender(
	alert: Alert,
	{ collection }: Archive,
	{ secrets, patience }: AlertTools,
): Sender | Fault {
	try {
		return senderOf(alert, secrets, collection, patience);
	} catch (error) {
		if (error instanceof Fault) return error;
		throw error;
	}
}

function envelopeOf(
	alert: Alert,
	{ content, changes, isAgain }: Letter,
	archive: Archive,
	now: string,
): Envelope {
	const { body } = compose(alert, content, archive, now);
	const first = content.kind === 'change' ? content.told : content.together.told[0];
	return { body, changes, fetched: first?.fetched ?? null, isAgain };
}

/** What would be sent to a channel. */
export interface Preview {
	readonly channel: string;
	/** Of the secrets that it needs, why they are of no use; null where they are there. */
	readonly complaint: string | null;
	readonly messages: readonly string[];
	/** Changes that wait for the end of a day or week. */
	readonly waiting: number;
	/** True where the alert begins with what comes after this run. */
	readonly isBeginning: boolean;
}

/** Writes nothing and sends nothing. @param newest as if so many changes that each alert is about were new; null: what is new */
async function previewAlerts(
	archive: Archive,
	file: string,
	newest: number | null,
	tools: AlertTools,
): Promise<Preview[]> {
	const { alerts } = archive.collection;
	const before = await readAlertLedger(file);
	const { ledger } = noteNews(before, alerts, archive, tools.now);
	return alerts.map((alert): Preview => {
		const channel = channelOf(alert);
		const own = ledger.channels[channel] as ChannelLedger;
		const messages =
			newest === null ? outgoing(alert, own, archive, tools.now) : newestMessages(alert, archive, newest);
		const send = openSender(alert, archive, tools);
		return {
			channel,
			complaint: send instanceof Fault ? tools.secrets.hide(`${send.what}. ${send.remedy}`) : null,
			messages: messages.map(({ content }) => compose(alert, content, archive, tools.now).reads),
			waiting: newest === null ? own.waiting.filter(({ due }) => !due).length : 0,
			isBeginning: newest === null && before?.channels[channel] === undefined,
		};
	});
}

/** Sends the newest changes that each alert is about, whatever was sent before: to try a channel. Writes nothing down. */
async function sendNewest(archive: Archive, newest: number, tools: AlertTools): Promise<ChannelReport[]> {
	const runs = archive.collection.alerts.map(async (alert) => {
		const letters = newestMessages(alert, archive, newest).map((each) => ({ ...each, isAgain: false }));
		const run = await handOver(alert, archive, letters, tools, async () => {});
		return { channel: channelOf(alert), ...run, waiting: 0 };
	});
	return Promise.all(runs);
}

function newestMessages(alert: Alert, archive: Archive, newest: number): Outgoing[] {
	const meant = archive.entries.filter((entry) => isMeant(alert, entry));
	return messagesOf(alert, toldOnce(archive, meant).slice(0, newest).reverse(), 0, archive);
}
