/** Runs the real capture against the demonstration web at every moment of its schedule: six years of history in a minute. */

import { captureCollection } from '../../src/ingest/capture-collection.ts';
import type { Outcome } from '../../src/ingest/outcome.ts';
import { Fault } from '../../src/model/fault.ts';
import { createCollection } from './collection.ts';
import { type DemoPlatform, loadDemoPlatforms, revisionOn } from './demo-platforms.ts';
import { type Check, captureChecks, demoToday } from './schedule.ts';
import { startDemoWeb } from './web.ts';

/**
 * Until then whatever read like an agreement was recorded, as other archives do: the demonstration shows what classes such a history
 * needs. Since then texts that nobody should believe at once are held back.
 */
const judgedSince = new Date('2026-10-01T00:00:00Z');

export interface Progress {
	/** `YYYY-MM-DD` of the check that has just ended. */
	readonly day: string;
	readonly checks: number;
	readonly checksInAll: number;
	readonly recorded: number;
	/** Pages that showed no agreement on that day, as the demonstration intends. */
	readonly heldBack: number;
}

/**
 * Replaces `root` by a fresh repository and fills it.
 * @throws Fault when a capture fails that should not, or the reverse
 */
export async function captureHistory(root: string, report: (progress: Progress) => void): Promise<void> {
	const platforms = loadDemoPlatforms();
	const collection = await createCollection(root);
	const checks = captureChecks(platforms);
	const web = await startDemoWeb(platforms);
	let [recorded, heldBack] = [0, 0];
	try {
		for (const [index, check] of checks.entries()) {
			web.setNow(check.moment);
			await collection.publish(check.moment);
			await collection.declare(platforms, check.moment);
			const outcomes = await capture(collection.directory, web.proxy, check);
			const day = check.moment.toISOString().slice(0, 10);
			refuseSurprise(platforms, outcomes, day);
			recorded += outcomes.filter(({ kind }) => kind === 'recorded').length;
			heldBack += outcomes.filter(({ kind }) => kind === 'failed' || kind === 'held').length;
			report({ day, checks: index + 1, checksInAll: checks.length, recorded, heldBack });
		}
		await collection.publish(new Date(demoToday));
	} finally {
		await web.close();
	}
}

async function capture(
	directory: string,
	proxy: string,
	{ moment, platforms }: Check,
): Promise<readonly Outcome[]> {
	const outcomes: Outcome[] = [];
	const judgement = moment < judgedSince ? 'none' : 'hold';
	for (const platform of platforms ?? [undefined]) {
		const options = { directory, now: moment, platform, mode: 'record', judgement, proxy } as const;
		outcomes.push(...(await captureCollection(options)));
	}
	return outcomes;
}

/**
 * Exactly the pages that show no agreement on that day must fail, and exactly those that break off, where no class is meant for
 * what is left of them, must be held.
 * @throws Fault naming the first agreement that came out otherwise
 */
export function refuseSurprise(
	platforms: readonly DemoPlatform[],
	outcomes: readonly Pick<Outcome, 'kind' | 'platform' | 'agreement' | 'detail'>[],
	day: string,
): void {
	const faulty = new Map(platforms.flatMap((platform) => faultyPages(platform, day)));
	for (const { kind, platform, agreement, detail } of outcomes) {
		const name = `${platform} ${agreement}`;
		const meant = faulty.get(name);
		if (meant === undefined ? kind === 'recorded' || kind === 'unchanged' : kind === meant) continue;
		const what =
			meant === undefined ? `was ${came[kind]}: ${detail}` : `was ${came[kind]}, not ${came[meant]}`;
		throw new Fault(
			`${name} ${what}`,
			`the demonstration, ${day}`,
			'Either the capture or the texts in scripts/demo/texts are wrong.',
		);
	}
}

const came: Readonly<Record<Outcome['kind'], string>> = {
	recorded: 'captured',
	unchanged: 'captured',
	held: 'held back',
	failed: 'refused',
	unreached: 'not reached',
};

/** What must come of the faulty pages, by name. */
function faultyPages(
	{ name, agreements }: DemoPlatform,
	day: string,
): readonly (readonly [string, 'failed' | 'held'])[] {
	return agreements.flatMap((agreement): (readonly [string, 'failed' | 'held'])[] => {
		const revision = revisionOn(agreement, day);
		if (revision === null || revision.fault === null) return [];
		const named = `${name} ${agreement.name}`;
		if (revision.fault !== 'cut-short') return [[named, 'failed']];
		return revision.class === 'none' ? [[named, 'held']] : [];
	});
}
