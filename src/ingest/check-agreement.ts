/** One agreement in a run: fetched, judged, recorded or not; and what that makes of its status. */
import { sha256 } from '../archive/hashes.ts';
import type { RecordKind } from '../archive/message.ts';
import type { Captured, Unchanged } from '../capture/capture-agreement.ts';
import { CaptureFault } from '../capture/capture-fault.ts';
import { warningsOf } from '../capture/page.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault } from '../model/fault.ts';
import type { AgreementStatus } from '../model/status.ts';
import type { AgreementCheck, CaptureRun } from './capture-run.ts';
import { fetchIfChanged } from './fetch-agreement.ts';
import {
	type ConfirmVerdict,
	type FailVerdict,
	type HoldVerdict,
	judge,
	type RecordVerdict,
	type Verdict,
} from './judge-text.ts';
import type { Outcome } from './outcome.ts';
import { readingOf } from './reading-rules.ts';
import { confirmedStatus, failedStatus, heldStatus, recordedStatus } from './status-transitions.ts';

export interface CheckedAgreement {
	readonly outcome: Outcome;
	/** Null where it stays as it was. */
	readonly status: AgreementStatus | null;
}

/** @throws Fault where git fails, and nothing else: what goes wrong with a page is an outcome */
export async function checkAgreement(
	declared: DeclaredAgreement,
	{ entry, decisions }: Pick<AgreementCheck, 'entry' | 'decisions'>,
	run: CaptureRun,
): Promise<CheckedAgreement> {
	const check = { ...run, declared, entry, decisions };
	const judged = run.limit.isOver() ? null : await run.limit.within(fetchAndJudge(check));
	if (judged === null) return unreached(declared);
	const { fetched, verdict } = judged;
	return withWarnings(await carryOut(check, verdict), fetched);
}

/** Records nothing, so that it may be left to itself where the run has to end. */
async function fetchAndJudge(check: AgreementCheck) {
	const fetched = await fetchIfChanged(check);
	return { fetched, verdict: await judge(check, fetched) };
}

function unreached({ platform, agreement }: DeclaredAgreement): CheckedAgreement {
	const detail = 'the run had to end before it was done with it; the next one begins with it';
	return { outcome: { kind: 'unreached', platform, agreement, detail }, status: null };
}

function withWarnings(
	{ outcome, status }: CheckedAgreement,
	fetched: Captured | Unchanged | Fault,
): CheckedAgreement {
	const warnings = fetched instanceof Fault ? [] : warningsOf(fetched.pages ?? []);
	return { outcome: warnings.length === 0 ? outcome : { ...outcome, warnings }, status };
}

async function carryOut(check: AgreementCheck, verdict: Verdict): Promise<CheckedAgreement> {
	switch (verdict.kind) {
		case 'record':
			return record(check, verdict);
		case 'confirm':
			return confirm(check, verdict);
		case 'hold':
			return hold(check, verdict);
		case 'fail':
			return fail(check, verdict);
	}
}

async function record(
	check: AgreementCheck,
	{ finding, change, pages, links }: RecordVerdict,
): Promise<CheckedAgreement> {
	const { recorder, mode, entry, now } = check;
	const { platform, agreement, text, evidence } = finding;
	const left = await recorder.recordedText(platform, agreement);
	const commit = mode === 'record' ? await recorder.record(finding, change) : null;
	const detail = recordInWords(change, commit, evidence.accepted);
	const texts = commit === null ? { texts: { before: left?.toString('utf8') ?? null, after: text } } : {};
	return {
		outcome: { kind: 'recorded', platform, agreement, detail, change, commit, ...texts },
		status: recordedStatus(entry, now, readingOf(check, pages), left === null ? null : sha256(left), links),
	};
}

function recordInWords(change: RecordKind, commit: string | null, accepted: string | undefined): string {
	const where = commit === null ? '(dry run: not recorded)' : commit.slice(0, 10);
	return `${changeInWords[change]} ${where}${accepted === undefined ? '' : `, accepted ${accepted}`}`;
}

const changeInWords: Readonly<Record<RecordKind, string>> = {
	first: 'first record',
	change: 'changed',
	technical: 'same page, read by changed rules',
};

function confirm(check: AgreementCheck, { pages, detail, links }: ConfirmVerdict): CheckedAgreement {
	const { entry, now, declared } = check;
	const { platform, agreement } = declared;
	const reading = pages === null ? null : readingOf(check, pages);
	return {
		outcome: { kind: 'unchanged', platform, agreement, detail },
		status: confirmedStatus(entry, now, reading, links),
	};
}

function hold({ entry, now, declared }: AgreementCheck, verdict: HoldVerdict): CheckedAgreement {
	const { platform, agreement } = declared;
	const { hold, page } = verdict;
	return {
		outcome: { kind: 'held', platform, agreement, detail: heldInDetail(verdict), hold, page },
		status: heldStatus(entry, now, verdict),
	};
}

function heldInDetail({ hold, rejected }: HoldVerdict): string {
	return rejected === undefined ? hold.reason : `${hold.reason}; rejected on ${rejected.on.slice(0, 10)}`;
}

function fail({ entry, now, declared }: AgreementCheck, { fault }: FailVerdict): CheckedAgreement {
	const { platform, agreement } = declared;
	const { what, remedy } = fault;
	const code = fault instanceof CaptureFault ? fault.code : 'unexpected';
	return {
		outcome: { kind: 'failed', platform, agreement, detail: what, fault },
		status: failedStatus(entry, now, { code, what, remedy }),
	};
}
