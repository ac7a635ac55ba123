/** Gathers findings as they come in, batch by batch, no more than are to be shown. */
import { type Asked, type Finding, findingsOf, groupsOf, sorted } from '../../site/search/search-answer.ts';
import type { Hit } from '../../site/search/search-hits.ts';
import type { Batch } from './search-asking.ts';

export interface Gathering {
	readonly asked: Asked;
	readonly batches: AsyncGenerator<Batch>;
	/** By clauses that hold all that was asked for, and by those that hold but some of it. */
	readonly wholes: Finding[];
	readonly partials: Finding[];
	ended: boolean;
}

/** Batches loaded before what there is gets shown: rare words in common company would else load the whole index. */
const patience = 8;

export function startGathering(asked: Asked, batches: AsyncGenerator<Batch>): Gathering {
	return { asked, batches, wholes: [], partials: [], ended: false };
}

/** Goes on until there are findings of so many agreements, or no more, or patience ends. */
export async function gather(gathering: Gathering, groups: number): Promise<void> {
	const { asked, batches, wholes, partials } = gathering;
	for (let left = patience; left > 0 && !gathering.ended && groupsOf(wholes).length < groups; left--) {
		const next = await batches.next();
		if (next.done) gathering.ended = true;
		else {
			wholes.push(...pick(asked, next.value, (hit) => hit.whole));
			partials.push(...pick(asked, next.value, (hit) => !hit.whole));
		}
	}
}

function pick(
	{ what, year, newest }: Asked,
	{ hits, month }: Batch,
	which: (hit: Hit) => boolean,
): Finding[] {
	const found = findingsOf(hits.filter(which), what, year).filter(({ day }) => day.startsWith(month));
	return sorted(found, newest);
}

/** Clauses that hold but some of what was asked for count only where none holds all. */
export function gathered({ wholes, partials }: Gathering): readonly Finding[] {
	return wholes.length === 0 ? partials : wholes;
}

export function isPartial({ wholes }: Gathering): boolean {
	return wholes.length === 0;
}
