/** Gathers findings as they come in, batch by batch, no more than are to be shown. */
import { type Asked, type Finding, findingsOf, groupsOf, sorted } from '../../site/search/search-answer.ts';
import type { Hit } from '../../site/search/search-hits.ts';
import type { Batch, FoundHits } from './search-asking.ts';

export interface Gathering {
	readonly asked: Asked;
	readonly batches: AsyncGenerator<Batch>;
	/** See {@link FoundHits.counted}. */
	readonly counted: boolean;
	/** All that came. */
	readonly hits: Hit[];
	/** By clauses that hold all that was asked for, and by those that hold but some of it. */
	readonly wholes: Finding[];
	readonly partials: Finding[];
	ended: boolean;
}

/** Batches loaded before what there is gets shown: rare words in common company would else load the whole index. */
const patience = 8;

export function startGathering(asked: Asked, { batches, counted }: FoundHits): Gathering {
	return { asked, batches, counted, hits: [], wholes: [], partials: [], ended: false };
}

/**
 * Goes on until there are findings of so many agreements, or no more, or patience ends; what is to be counted is gathered to its end.
 * @param came called after each batch
 */
export async function gather(gathering: Gathering, groups: number, came: () => void): Promise<void> {
	const { asked, batches, counted, hits, wholes, partials } = gathering;
	const isEnough = (): boolean => !counted && groupsOf(wholes).length >= groups;
	for (let left = patience; left > 0 && !gathering.ended && !isEnough(); left--) {
		const next = await batches.next();
		if (next.done) gathering.ended = true;
		else {
			hits.push(...next.value.hits);
			wholes.push(...pick(asked, next.value, (hit) => hit.whole));
			partials.push(...pick(asked, next.value, (hit) => !hit.whole));
			came();
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

/** Clauses that hold but some of what was asked for count only where none holds all. Where all came, the best of all batches stand first. */
export function gathered({ asked, wholes, partials, counted, ended }: Gathering): readonly Finding[] {
	const findings = wholes.length === 0 ? partials : wholes;
	return counted && ended ? sorted(findings, asked.newest) : findings;
}

export function isPartial({ wholes }: Gathering): boolean {
	return wholes.length === 0;
}
