/** Checks many agreements at once: most of the time a run waits for servers, and for each host's turn. */
import type { DecisionsByAgreement } from '../model/decision.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { type Status, statusKey } from '../model/status.ts';
import type { CaptureRun } from './capture-run.ts';
import { type CheckedAgreement, checkAgreement } from './check-agreement.ts';
import type { Outcome } from './outcome.ts';

/** Hosts whose agreements are in hand at once. Most of that time they wait for their turn; what they hold bounds the memory of a run. */
const hostsAtOnce = 256;

/** Agreements of one host in hand at once: while the page of one is read and recorded, the other has its turn with the host. */
const agreementsOfHost = 2;

/**
 * Begins with those that were not checked for longest, so that what one run does not reach is the first in the next.
 * @param status as the last run left it
 * @param decisions what people said of texts that it held back
 * @returns in the order of the declarations
 * @throws Fault where git fails: then nothing more is begun
 */
export async function checkAll(
	declared: readonly DeclaredAgreement[],
	status: Status | null,
	decisions: DecisionsByAgreement,
	run: CaptureRun,
	onOutcome: (outcome: Outcome) => void,
): Promise<readonly CheckedAgreement[]> {
	const checked: CheckedAgreement[] = [];
	let isStopped = false;
	const waiting = declared
		.map((each, at) => ({ each, at, entry: status?.agreements[statusKey(each)] }))
		.sort((one, other) => inOrder(one.entry?.checked ?? '', other.entry?.checked ?? ''));
	await inLanes(waiting, hostOf, async ({ each, at, entry }) => {
		if (isStopped) return;
		const one = await checkAgreement(
			each,
			{ entry, decisions: decisions.get(statusKey(each)) ?? [] },
			run,
		).catch((error: unknown) => {
			isStopped = true;
			throw error;
		});
		checked[at] = one;
		onOutcome(one.outcome);
	});
	return checked;
}

/** A few items of each lane at a time, in order, and several lanes. Rejects with the first error when all have ended. */
async function inLanes<Item>(
	items: readonly Item[],
	laneOf: (item: Item) => string,
	work: (item: Item) => Promise<void>,
): Promise<void> {
	const lanes = [...Map.groupBy(items, laneOf).values()];
	await atOnce(hostsAtOnce, lanes, (lane) => atOnce(agreementsOfHost, lane, work));
}

/** Takes every item out of the list, in order, so many at once. */
async function atOnce<Item>(
	count: number,
	items: Item[],
	work: (item: Item) => Promise<void>,
): Promise<void> {
	const worker = async () => {
		for (let item = items.shift(); item !== undefined; item = items.shift()) await work(item);
	};
	const ended = await Promise.allSettled(Array.from({ length: count }, worker));
	const failure = ended.find((each) => each.status === 'rejected');
	if (failure !== undefined) throw failure.reason;
}

function inOrder(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

function hostOf({ each }: { readonly each: DeclaredAgreement }): string {
	return new URL(each.sources[0]?.address ?? '').host;
}
