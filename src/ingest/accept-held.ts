/** Says of a text that was held back that a person looked at it: the next capture that meets it records it. */
import path from 'node:path';
import { readCollection } from '../archive/collection.ts';
import { openRecorder } from '../archive/recorder.ts';
import { readStatus, statusFileName } from '../archive/status-file.ts';
import { Fault } from '../model/fault.ts';
import { type AgreementStatus, type Status, statusKey } from '../model/status.ts';

export interface AcceptRequest {
	/** Of the collection. */
	readonly directory: string;
	readonly platform: string;
	readonly agreement: string;
	/** Goes into the commit that records the text. */
	readonly note?: string | undefined;
	readonly now: Date;
}

/**
 * Commits the acceptance to the status. Returns what was held.
 * @throws Fault where nothing is held of that agreement, with what is
 */
export async function acceptHeld(request: AcceptRequest): Promise<NonNullable<AgreementStatus['held']>> {
	const { directory, platform, agreement, now } = request;
	const recorder = await openRecorder(directory, await readCollection(directory), 'record');
	try {
		const status = await readStatus(directory);
		const entry = status?.agreements[statusKey(request)];
		if (status === null || entry?.held === undefined) throw nothingHeld(request, status);
		const accepted = acceptedEntry(entry.held.letters, request);
		const agreements = { ...status.agreements, [statusKey(request)]: { ...entry, accepted } };
		await recorder.recordStatus(
			{ ...status, agreements },
			`Accept held text of ${platform} ${agreement}`,
			now,
		);
		return entry.held;
	} finally {
		await recorder.close();
	}
}

/** An agreement whose page shows a text that is not believed. */
export interface HeldAgreement {
	/** `Tern › Terms of Service` */
	readonly name: string;
	readonly held: NonNullable<AgreementStatus['held']>;
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

function acceptedEntry(letters: string, { note, now }: AcceptRequest): AgreementStatus['accepted'] {
	const on = now.toISOString();
	return note === undefined ? { letters, on } : { letters, on, note };
}

function nothingHeld({ directory, platform, agreement }: AcceptRequest, status: Status | null): Fault {
	const names = heldIn(status).map(({ name }) => name);
	return new Fault(
		`nothing is held of ${platform} › ${agreement}`,
		path.join(directory, statusFileName),
		names.length === 0 ? 'Nothing is held at all.' : `Held are: ${names.join(', ')}.`,
	);
}
