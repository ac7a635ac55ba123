/** Writes down what a person says of a text that was held back: the next capture that meets it goes by that. */
import path from 'node:path';
import { readCollection } from '../archive/collection.ts';
import { readDecisions } from '../archive/decisions.ts';
import { openRecorder } from '../archive/recorder.ts';
import { readStatus, statusFileName } from '../archive/status-file.ts';
import { type Decision, decisionOn, withDecision } from '../model/decision.ts';
import { Fault } from '../model/fault.ts';
import { type HeldText, type Status, statusKey } from '../model/status.ts';

export interface DecisionRequest extends Pick<Decision, 'decision'> {
	/** Of the collection. */
	readonly directory: string;
	readonly platform: string;
	readonly agreement: string;
	/** Hash of the letters of the text that the person looked at, or how it begins; left out: whatever is held now. */
	readonly text?: string | undefined;
	readonly by?: string | undefined;
	/** Goes into the commit that records the text. */
	readonly note?: string | undefined;
	readonly now: Date;
}

/**
 * Commits the decision. Returns what is held; where the same was decided of it before, nothing is committed.
 * @throws Fault where nothing is held of that agreement, with what is, and where another text is held than the one that was looked at
 */
export async function decideHeld(request: DecisionRequest): Promise<HeldText> {
	const { directory, decision, platform, agreement, now } = request;
	const recorder = await openRecorder(directory, await readCollection(directory), 'record');
	try {
		const status = await readStatus(directory);
		const key = statusKey(request);
		const held = status?.agreements[key]?.held;
		if (held === undefined) throw nothingHeld(request, status);
		if (!held.letters.startsWith(request.text ?? '')) throw otherHeld(request, held);
		const known = (await readDecisions(directory)).decisions.get(key) ?? [];
		if (decisionOn(known, held.letters)?.decision === decision) return held;
		const subject = `${{ accept: 'Accept', reject: 'Reject' }[decision]} held text of ${platform} ${agreement}`;
		const all = withDecision(known, decided(request, held.letters));
		await recorder.recordDecisions(new Map([[key, all]]), subject, now);
		return held;
	} finally {
		await recorder.close();
	}
}

/** An agreement whose page shows a text that is not believed. */
export interface HeldAgreement {
	/** `Tern › Terms of Service` */
	readonly name: string;
	readonly held: HeldText;
}

/** All that is held, in the order of the status. @param directory of the collection */
export async function listHeld(directory: string): Promise<readonly HeldAgreement[]> {
	return heldIn(await readStatus(directory));
}

function heldIn(status: Status | null): readonly HeldAgreement[] {
	return Object.entries(status?.agreements ?? {}).flatMap(([key, { held }]) =>
		held === undefined ? [] : [{ name: key.replace('/', ' › '), held }],
	);
}

function decided({ decision, by, note, now }: DecisionRequest, letters: string): Decision {
	const who = by === undefined ? {} : { by };
	return { letters, decision, ...who, on: now.toISOString(), ...(note === undefined ? {} : { note }) };
}

function nothingHeld({ directory, platform, agreement }: DecisionRequest, status: Status | null): Fault {
	const names = heldIn(status).map(({ name }) => name);
	return new Fault(
		`nothing is held of ${platform} › ${agreement}`,
		path.join(directory, statusFileName),
		names.length === 0 ? 'Nothing is held at all.' : `Held are: ${names.join(', ')}.`,
	);
}

function otherHeld({ directory, platform, agreement }: DecisionRequest, held: HeldText): Fault {
	return new Fault(
		`the page of ${platform} › ${agreement} shows another text by now than the one that this decision is about`,
		path.join(directory, statusFileName),
		`Nothing was decided. Look at what is held since ${held.since} (text ${shortHash(held)}), and decide on that.`,
	);
}

/** By which people tell held texts apart. */
export function shortHash({ letters }: Pick<HeldText, 'letters'>): string {
	return letters.slice(0, 12);
}
