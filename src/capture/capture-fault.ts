/** Why an agreement could not be captured: an ordinary fault that a run collects and goes on from. What each kind says stands in faults/. */
import { Fault } from '../model/fault.ts';
import { withoutCredentials } from '../model/web-address.ts';
import { legibleLine } from '../text/legible.ts';
import { connectionFaults } from './faults/connection-faults.ts';
import type { FaultEntry } from './faults/fault-entry.ts';
import { pageFaults } from './faults/page-faults.ts';
import { responseFaults } from './faults/response-faults.ts';
import { statusFaults } from './faults/status-faults.ts';
import { wallFaults } from './faults/wall-faults.ts';

const entries = { ...connectionFaults, ...statusFaults, ...responseFaults, ...pageFaults, ...wallFaults };

export type FaultKind = keyof typeof entries;

/** What status.json keeps of a fault, and what a run decides by. */
export type CaptureCode = (typeof entries)[FaultKind]['code'];

/** What a fault of this kind has to know. */
export type FaultFacts<Kind extends FaultKind> = Kind extends FaultKind
	? Parameters<(typeof entries)[Kind]['what']> extends [infer Facts]
		? Facts
		: Record<string, never>
	: never;

export class CaptureFault<Kind extends FaultKind = FaultKind> extends Fault {
	readonly kind: Kind;
	readonly facts: FaultFacts<Kind>;
	readonly code: CaptureCode;
	/** True where another try a little later may not meet it. One that was found elsewhere, its cause, has been tried again there. */
	readonly mayPass: boolean;

	/** @param where the address of the page */
	constructor(kind: Kind, where: string, facts: FaultFacts<Kind>, cause?: unknown) {
		const { what, remedy, passes = false }: FaultEntry<never> = entries[kind];
		// What a server or a page says stands in it, and goes to logs, status and issues.
		super(legibleLine(withoutCredentials(what(facts as never))), withoutCredentials(where), remedy, cause);
		this.name = 'CaptureFault';
		this.kind = kind;
		this.facts = facts;
		this.code = entries[kind].code;
		this.mayPass = passes && !(cause instanceof CaptureFault);
	}
}
