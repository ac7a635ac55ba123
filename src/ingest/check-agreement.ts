/** One agreement in a run: fetched, judged, fetched again where its text changed, recorded; and what that makes of its status. */

import { sha256 } from '../archive/hashes.ts';
import type { RecordKind } from '../archive/message.ts';
import type { Finding, Recorder } from '../archive/recorder.ts';
import {
	type Captured,
	captureAgreement,
	captureIfChanged,
	type Unchanged,
} from '../capture/capture-agreement.ts';
import { CaptureFault } from '../capture/capture-fault.ts';
import type { FetchClient } from '../capture/client.ts';
import { pageHash, usableValidators } from '../capture/http/validators.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault } from '../model/fault.ts';
import type { AgreementStatus, Validators } from '../model/status.ts';
import { engine } from './engine.ts';
import {
	alternatingHold,
	type Hold,
	holdOf,
	isReplaced,
	lettersOf,
	readText,
	takenFrom,
	unsteadyHold,
} from './hold-back.ts';
import {
	acceptanceOf,
	confirmedStatus,
	failedStatus,
	heldStatus,
	type PageReading,
	recordedStatus,
	type ShownText,
} from './status-transitions.ts';

interface Named {
	readonly platform: string;
	/** Empty where a whole declaration cannot be used. */
	readonly agreement: string;
	/** One line for people. */
	readonly detail: string;
}

export type Outcome =
	| (Named & {
			readonly kind: 'recorded';
			readonly change: RecordKind;
			/** Null in a dry run. */
			readonly commit: string | null;
			/** In a dry run alone, for whoever wants to see it; `before` is null for a first record. */
			readonly texts?: { readonly before: string | null; readonly after: string };
	  })
	| (Named & { readonly kind: 'unchanged' })
	/** The page showed a text that is not believed; what was recorded stands. */
	| (Named & { readonly kind: 'held'; readonly hold: Hold })
	| (Named & { readonly kind: 'failed'; readonly fault: Fault });

export interface Settled {
	readonly outcome: Outcome;
	readonly status: AgreementStatus;
}

/** What the agreements of a run share. */
export interface Run {
	readonly client: FetchClient;
	readonly recorder: Recorder;
	readonly now: Date;
	readonly mode: 'record' | 'dry-run';
	/** `none`: whatever reads like an agreement is recorded at once, as other archives do. */
	readonly judgement: 'hold' | 'none';
}

/** One agreement of a run, and its status before. */
interface Case extends Run {
	readonly declared: DeclaredAgreement;
	readonly entry: AgreementStatus | undefined;
}

/** @throws Fault where git fails, and nothing else: what goes wrong with a page is an outcome */
export async function settleAgreement(
	declared: DeclaredAgreement,
	entry: AgreementStatus | undefined,
	run: Run,
): Promise<Settled> {
	const each = { ...run, declared, entry };
	const captured = await safely(declared, () => captureIfChanged(declared, run.client, validatorsFor(each)));
	if (captured instanceof Fault) return failed(each, captured);
	if (captured.text === null) return unchanged(each, captured);
	const finding = findingOf(each, captured);
	const change = run.recorder.compare(finding);
	if (change === null) return confirmed(each, readingOf(each, captured.pages), 'text as recorded');
	const verdict = run.judgement === 'none' ? null : await judge(each, captured, change);
	if (verdict instanceof Fault) return failed(each, verdict);
	if (verdict === null) return record(each, captured, finding, change);
	if (verdict === 'same words')
		return confirmed(
			each,
			{ ...readingOf(each, []), validators: [] },
			'words as recorded, other links at each fetch',
		);
	if (typeof verdict === 'string')
		return record(
			each,
			captured,
			{ ...finding, evidence: { ...finding.evidence, accepted: verdict } },
			change,
		);
	return held(each, verdict, captured);
}

/** Only where the archive still holds the text that the pages led to may a page be the same as before. */
function validatorsFor({ entry, declared, recorder, now }: Case): readonly Validators[] {
	const { platform, agreement } = declared;
	const isStanding = entry?.text !== undefined && entry.text === recorder.recordedBlob(platform, agreement);
	return (isStanding && usableValidators(entry, declared, rulesOf(declared), now)) || [];
}

function unchanged(each: Case, { pages }: Unchanged): Settled {
	if (pages === null) return confirmed(each, null, 'unchanged, as the server says');
	return confirmed(each, readingOf(each, pages), 'page as it was read before');
}

async function safely<Result>(
	declared: DeclaredAgreement,
	capture: () => Promise<Result>,
): Promise<Result | Fault> {
	try {
		return await capture();
	} catch (error) {
		return error instanceof Fault ? error : unexpected(error, declared.sources[0]?.address ?? '');
	}
}

/** A page can be made so that a library fails on it; the other agreements must not pay for that. */
function unexpected(error: unknown, address: string): Fault {
	const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const remedy = 'This is an error of the program: please report it with the address.';
	return new Fault(`the page could not be read (${said})`, address, remedy, error);
}

function findingOf({ declared, now }: Case, { text, pages, fetcher }: Captured): Finding {
	const { platform, agreement, sources } = declared;
	const evidence = {
		sources: sources.map((source) => source.address),
		...(sources.every((source, at) => source.address === pages[at]?.address)
			? {}
			: { locations: pages.map((page) => page.address) }),
		fetcher,
		status: pages[0]?.status ?? 200,
		contentType: pages[0]?.contentType ?? '',
		engine,
	};
	return { platform, agreement, text, snapshots: pages.map((page) => page.bytes), evidence, fetched: now };
}

/**
 * Null: record it. A text: record it, with these words on why it was accepted. A hold: do not. A fault: the second fetch failed.
 * A page that is the recorded one byte by byte needs no second look: only our own reading of it changed.
 */
async function judge(
	each: Case,
	captured: Captured,
	change: RecordKind,
): Promise<Hold | Fault | 'same words' | string | null> {
	const hold = change === 'first' ? null : await holdAgainstRecorded(each, captured);
	const accepted = hold === null ? null : acceptance(each, hold, captured);
	if (hold !== null && accepted === null) return hold;
	if (change === 'technical') return accepted;
	const { declared, client } = each;
	const second = await safely(declared, () => captureAgreement(declared, client, captured));
	if (second instanceof Fault) return second;
	if (second.text === captured.text) return accepted;
	const [one, other] = [readText(captured.text), readText(second.text)];
	const unsteady = unsteadyHold(one, other);
	if (unsteady !== null) return acceptance(each, unsteady, captured) ?? unsteady;
	const recorded = await recordedText(each);
	return recorded !== null && unsteadyHold(one, readText(recorded)) === null ? 'same words' : accepted;
}

function acceptance({ entry, now }: Case, hold: Hold, { text }: Captured): string | null {
	return acceptanceOf(entry, hold, shownText(text), now);
}

function shownText(text: string): ShownText {
	return { textHash: sha256(Buffer.from(text)), letters: sha256(Buffer.from(lettersOf(text))) };
}

async function holdAgainstRecorded(each: Case, { text }: Captured): Promise<Hold | null> {
	const { entry, now, declared } = each;
	const standing = await recordedText(each);
	// Whoever corrects a declaration means to read another part, or another page.
	if (standing === null || isReadAnew(entry, declared)) return null;
	const again = alternatingHold(sha256(Buffer.from(text)), entry?.recent ?? [], now);
	if (again !== null) return again;
	const [candidate, recorded] = [readText(text), readText(standing)];
	return (await takenHold(each, candidate, recorded)) ?? holdOf(candidate, recorded);
}

type TextReading = ReturnType<typeof readText>;

/** Agreements of one platform are the ones that a redirect or a mistaken page confuses. */
async function takenHold(each: Case, candidate: TextReading, recorded: TextReading): Promise<Hold | null> {
	const { recorder, declared } = each;
	if (!isReplaced(candidate, recorded)) return null;
	for (const agreement of recorder.recordedAgreements(declared.platform)) {
		if (agreement === declared.agreement) continue;
		const text = await recorder.recordedText(declared.platform, agreement);
		const hold = text && takenFrom(candidate, readText(text.toString('utf8')), agreement);
		if (hold !== null) return hold;
	}
	return null;
}

async function recordedText({ recorder, declared }: Case): Promise<string | null> {
	const bytes = await recorder.recordedText(declared.platform, declared.agreement);
	return bytes?.toString('utf8') ?? null;
}

/** Which part of which pages is read, and by which engine: pages that did not change must be read again where these did. */
function rulesOf(declared: DeclaredAgreement): string {
	return `${declarationHash(declared)} ${engine}`;
}

function declarationHash({ sources }: DeclaredAgreement): string {
	return sha256(Buffer.from(JSON.stringify(sources))).slice(0, 16);
}

function isReadAnew(entry: AgreementStatus | undefined, declared: DeclaredAgreement): boolean {
	return entry?.rules !== undefined && entry.rules.split(' ')[0] !== declarationHash(declared);
}

/** Of pages that led to the text that is recorded now. */
function readingOf({ declared, recorder, now }: Case, pages: Captured['pages']): PageReading {
	const fetched = now.toISOString();
	return {
		validators: pages.map((page) => ({ ...page.validators, fetched, page: pageHash(page) })),
		rules: rulesOf(declared),
		text: recorder.recordedBlob(declared.platform, declared.agreement),
	};
}

/** @param reading null where nothing was read, because the server says that nothing changed */
function confirmed(each: Case, reading: PageReading | null, detail: string): Settled {
	const { entry, now, declared } = each;
	const { platform, agreement } = declared;
	return {
		outcome: { kind: 'unchanged', platform, agreement, detail },
		status: confirmedStatus(entry, now, reading),
	};
}

function failed({ entry, now, declared }: Case, fault: Fault): Settled {
	const { platform, agreement } = declared;
	const code = fault instanceof CaptureFault ? fault.code : 'unexpected';
	return {
		outcome: { kind: 'failed', platform, agreement, detail: fault.what, fault },
		status: failedStatus(entry, now, { code, what: fault.what, remedy: fault.remedy }),
	};
}

function held({ entry, now, declared }: Case, hold: Hold, { text }: Captured): Settled {
	const { platform, agreement } = declared;
	return {
		outcome: { kind: 'held', platform, agreement, detail: hold.reason, hold },
		status: heldStatus(entry, now, hold, shownText(text)),
	};
}

async function record(
	each: Case,
	captured: Captured,
	finding: Finding,
	change: RecordKind,
): Promise<Settled> {
	const { recorder, mode, entry, now } = each;
	const { platform, agreement } = finding;
	const left = await recorder.recordedText(platform, agreement);
	const commit = mode === 'record' ? await recorder.record(finding, change) : null;
	const { accepted } = finding.evidence;
	const words = [changeInWords[change], commit === null ? '(dry run: not recorded)' : commit.slice(0, 10)];
	const detail = `${words.join(' ')}${accepted === undefined ? '' : `, accepted ${accepted}`}`;
	return {
		outcome: {
			kind: 'recorded',
			platform,
			agreement,
			detail,
			change,
			commit,
			...(commit === null ? { texts: { before: left?.toString('utf8') ?? null, after: captured.text } } : {}),
		},
		status: recordedStatus(entry, now, readingOf(each, captured.pages), left === null ? null : sha256(left)),
	};
}

const changeInWords: Readonly<Record<RecordKind, string>> = {
	first: 'first record',
	change: 'changed',
	technical: 'same page, read by changed rules',
};
