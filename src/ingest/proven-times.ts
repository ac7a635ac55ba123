/** What time-stamps say of the texts of an archive, in figures. Pure. */
import type { HeldProof, ProofsOfTime } from '../archive/proofs/check-proofs.ts';

export interface DatedText {
	/** ISO 8601, UTC. */
	readonly fetched: string;
	/** The time since when it is proven to exist; null where no time-stamp stands for it, or its commit holds no hash of it. */
	readonly since: string | null;
}

export interface ProvenMoment {
	/** ISO 8601, UTC. */
	readonly time: string;
	readonly authority: string;
	/** Texts that existed by then. */
	readonly texts: number;
	/** Every text that was fetched up to then was among them, this one as the last; null where one of the very first was not. */
	readonly upTo: string | null;
}

export interface ProvenTimes {
	/** Those that hold, oldest first. */
	readonly proofs: readonly HeldProof[];
	readonly failures: readonly { readonly where: string; readonly what: string; readonly remedy: string }[];
	/** Texts that any of them stands for, and those that none does. */
	readonly texts: number;
	readonly unproven: number;
	/** What the oldest and the newest time-stamp prove. */
	readonly first: ProvenMoment | null;
	readonly last: ProvenMoment | null;
}

export function tellTimes({ held, faults }: ProofsOfTime, texts: readonly DatedText[]): ProvenTimes {
	const byTime = held.toSorted((one, other) => (one.time < other.time ? -1 : 1));
	const [first, last] = [byTime.at(0), byTime.at(-1)].map((proof) =>
		proof === undefined ? null : momentOf(proof, texts),
	);
	const proven = texts.filter(({ since }) => since !== null).length;
	return {
		proofs: held,
		failures: faults.map(({ where, what, remedy }) => ({ where, what, remedy })),
		texts: proven,
		unproven: texts.length - proven,
		first: first ?? null,
		last: last ?? null,
	};
}

function momentOf({ time, authority }: HeldProof, texts: readonly DatedText[]): ProvenMoment {
	const isProven = ({ since }: DatedText) => since !== null && since <= time;
	const proven = texts.filter(isProven);
	const gap = least(texts.filter((text) => !isProven(text)).map(({ fetched }) => fetched));
	const before = proven.filter(({ fetched }) => gap === null || fetched < gap);
	return {
		time,
		authority,
		texts: proven.length,
		upTo:
			before
				.map(({ fetched }) => fetched)
				.sort()
				.at(-1) ?? null,
	};
}

function least(values: readonly string[]): string | null {
	return values.toSorted()[0] ?? null;
}
