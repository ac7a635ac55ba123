/** The verdict on what was fetched of an agreement. Nothing is written here; beside a second fetch and what is recorded, it asks nobody. */
import { sha256 } from '../archive/hashes.ts';
import type { RecordKind } from '../archive/message.ts';
import type { Finding } from '../archive/recorder.ts';
import type { Captured, Unchanged } from '../capture/capture-agreement.ts';
import { CaptureFault } from '../capture/capture-fault.ts';
import type { Page } from '../capture/page.ts';
import { type Decision, decisionOn } from '../model/decision.ts';
import { Fault } from '../model/fault.ts';
import type { HeldText } from '../model/status.ts';
import { acceptanceOf } from './acceptance.ts';
import { compareTexts } from './bounded-comparisons.ts';
import type { AgreementCheck } from './capture-run.ts';
import type { ShownText } from './compare-texts.ts';
import { fetchAgain, findingOf } from './fetch-agreement.ts';
import { alternatingHold, type Hold } from './hold-back.ts';
import { type LinkMemory, learnRotating, seeParts, unknownParts } from './link-memory.ts';
import type { LinkPart } from './link-parts.ts';
import { isDeclaredAnew } from './reading-rules.ts';

/** What is to be done. */
export type Verdict = RecordVerdict | ConfirmVerdict | HoldVerdict | FailVerdict;

export interface RecordVerdict {
	readonly kind: 'record';
	/** With the reason for which it is believed, where it would be held. */
	readonly finding: Finding;
	readonly change: RecordKind;
	readonly pages: readonly Page[];
	/** What was learned of its links, where anything was. */
	readonly links?: LinkMemory | undefined;
}

/** The recorded text is what the page shows. */
export interface ConfirmVerdict {
	readonly kind: 'confirm';
	/** Those that led to it; null where the server sent none. */
	readonly pages: readonly Page[] | null;
	/** One line for people. */
	readonly detail: string;
	/** What was learned of its links, where they are not those of the recorded text. */
	readonly links?: LinkMemory | undefined;
}

/** The text is not believed; the recorded one stands. */
export interface HoldVerdict {
	readonly kind: 'hold';
	readonly hold: Hold;
	readonly shown: ShownText;
	readonly page: HeldPage;
	/** By a person; undefined where nobody decided. */
	readonly rejected: HeldText['rejected'];
}

/** Where a held text stands, and what it shows beside the recorded one. */
export interface HeldPage {
	readonly address: string;
	/** Short lines; those that came in begin with +, those that went out with −. */
	readonly differs: readonly string[];
}

/** There was no text. */
export interface FailVerdict {
	readonly kind: 'fail';
	readonly fault: Fault;
}

/** @throws Fault where git fails */
export async function judge(check: AgreementCheck, fetched: Captured | Unchanged | Fault): Promise<Verdict> {
	if (fetched instanceof Fault) return { kind: 'fail', fault: fetched };
	const { pages } = fetched;
	if (pages === null) return { kind: 'confirm', pages, detail: 'unchanged, as the server says' };
	if (fetched.text === null) return { kind: 'confirm', pages, detail: 'page as it was read before' };
	const finding = findingOf(check, fetched);
	const change = check.recorder.compare(finding);
	if (change === null) return { kind: 'confirm', pages, detail: 'text as recorded' };
	const record: RecordVerdict = { kind: 'record', finding, change, pages };
	return check.judgement === 'none' ? record : orFault(() => judgeText(check, fetched, record));
}

/** A text can be made so that it defeats whoever judges it: that is the page's fault, and the run goes on. */
async function orFault(work: () => Promise<Verdict>): Promise<Verdict> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof CaptureFault) return { kind: 'fail', fault: error };
		throw error;
	}
}

/** A page that is the recorded one byte by byte needs no second look: only our own reading of it changed. */
async function judgeText(check: AgreementCheck, captured: Captured, record: RecordVerdict): Promise<Verdict> {
	const memory = check.entry ?? {};
	const recorded = record.change === 'change' ? await recordedText(check) : null;
	const turned = recorded === null ? null : await turnedParts(check, captured.text, recorded);
	if (turned !== null && unknownParts(turned, memory).length === 0) return sameWords(memory, record.pages);
	const doubt = turned === null ? await doubtOf(check, captured) : null;
	const verdict = await weigh(check, record, doubt);
	if (verdict.kind !== 'record' || verdict.change === 'technical') return verdict;
	const second = await fetchAgain(check, captured);
	if (second instanceof Fault) return { kind: 'fail', fault: second };
	if (second.text === captured.text) return judgeSteady(check, captured, verdict, turned);
	const where = addressOf(check);
	const unsteady = await compareTexts(where, 'compareFetches', captured.text, second.text);
	if (unsteady !== null) return weigh(check, record, unsteady);
	const links = learnRotating(memory, (await turnedParts(check, second.text, captured.text)) ?? []);
	const learned = { ...verdict, links };
	if (turned !== null) return judgeSteady(check, captured, learned, turned);
	const isSame =
		recorded !== null && (await compareTexts(where, 'differInLinksAlone', captured.text, recorded));
	if (!isSame) return learned;
	return { kind: 'confirm', pages: [], detail: 'words as recorded, other links at each fetch', links };
}

function turnedParts(check: AgreementCheck, text: string, other: string) {
	return compareTexts(addressOf(check), 'turnedParts', text, other);
}

/**
 * Of a text that two fetches showed. Where it is the recorded one but for parts of links: is that a change that stays, or a value that is
 * new each time?
 */
async function judgeSteady(
	check: AgreementCheck,
	captured: Captured,
	record: RecordVerdict,
	turned: readonly LinkPart[] | null,
): Promise<Verdict> {
	if (turned === null) return record;
	const links = record.links ?? check.entry ?? {};
	const open = unknownParts(turned, links);
	if (open.length === 0) return sameWords(links, record.pages);
	const { memory, stays } = seeParts(links, open, check.now);
	if (stays) return weigh(check, { ...record, links: memory }, await doubtOf(check, captured));
	if (unknownParts(open, memory).length === 0) return sameWords(memory, record.pages);
	// Nothing is known of the pages, so that they are read at the next capture.
	return {
		kind: 'confirm',
		pages: [],
		detail: 'words as recorded, links to be seen once more',
		links: memory,
	};
}

function sameWords(links: LinkMemory, pages: readonly Page[]): ConfirmVerdict {
	return {
		kind: 'confirm',
		pages,
		detail: 'text as recorded, but for what is new in links each time',
		links,
	};
}

/** A doubtful text is recorded all the same where it has stood long enough, or a person accepted it. */
async function weigh(check: AgreementCheck, record: RecordVerdict, doubt: Hold | null): Promise<Verdict> {
	if (doubt === null) return record;
	const { now, decisions } = check;
	const { finding } = record;
	const shown = await compareTexts(addressOf(check), 'shownText', finding.text);
	const accepted = acceptanceOf(check, doubt, shown, now);
	if (accepted === null) {
		const rejected = rejectionIn(decisions, shown);
		return { kind: 'hold', hold: doubt, shown, rejected, page: await heldPage(check, record) };
	}
	return { ...record, finding: { ...finding, evidence: { ...finding.evidence, accepted } } };
}

/** Nothing else leaves a text held of which something was decided. */
function rejectionIn(decisions: readonly Decision[], { letters }: ShownText): HeldText['rejected'] {
	const { on, by } = decisionOn(decisions, letters) ?? {};
	return on === undefined ? undefined : { on, by };
}

async function heldPage(check: AgreementCheck, { finding, pages }: RecordVerdict): Promise<HeldPage> {
	const where = addressOf(check);
	const differs = await compareTexts(where, 'tellDifferences', finding.text, await recordedText(check));
	return { address: pages[0]?.address ?? where, differs };
}

/** What speaks against a text as the first, or in the place of the recorded one; null where nothing does. */
async function doubtOf(check: AgreementCheck, { text, pages }: Captured): Promise<Hold | null> {
	const { entry, now, declared } = check;
	const recorded = await recordedText(check);
	const where = addressOf(check);
	const address = pages[0]?.address ?? '';
	// Whoever corrects a declaration means to read another part, or another page.
	if (recorded === null || isDeclaredAnew(entry, declared))
		return compareTexts(where, 'judgeFirst', text, address);
	const again = alternatingHold(sha256(Buffer.from(text)), entry?.recent ?? [], now);
	if (again !== null) return again;
	const { hold, isReplaced } = await compareTexts(where, 'compareWithRecorded', text, recorded, address);
	if (!isReplaced) return hold;
	// Agreements of one platform are the ones that a redirect or a mistaken page confuses.
	return (await compareTexts(where, 'compareWithOthers', text, await otherTexts(check))) ?? hold;
}

function addressOf({ declared }: AgreementCheck): string {
	return declared.sources[0]?.address ?? '';
}

async function recordedText({ recorder, declared }: AgreementCheck): Promise<string | null> {
	const bytes = await recorder.recordedText(declared.platform, declared.agreement);
	return bytes?.toString('utf8') ?? null;
}

/** Of the other agreements of the platform. */
async function otherTexts({ recorder, declared }: AgreementCheck) {
	const { platform } = declared;
	const texts: { agreement: string; text: string }[] = [];
	for (const agreement of recorder.recordedAgreements(platform)) {
		const bytes = agreement === declared.agreement ? null : await recorder.recordedText(platform, agreement);
		if (bytes !== null) texts.push({ agreement, text: bytes.toString('utf8') });
	}
	return texts;
}
