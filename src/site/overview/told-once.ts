/** Lists that tell each event once: by the first of its changes that the list has, the others named beside it. */
import type { Archive, Entry } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';

export type Told = Pick<Archive, 'events' | 'notes'>;

/** The other changes of the same event, the first fetched first; none where a change stands alone. */
export function alsoAt(
	{ events }: Pick<Told, 'events'>,
	{ change }: { readonly change: Change },
): readonly Entry[] {
	return events.get(change)?.filter((other) => other.change !== change) ?? [];
}

/** The entries in their order, without those whose event another of them tells: but what a person wrote a note on is never left out. */
export function toldOnce<Listed extends Pick<Entry, 'agreement' | 'change'>>(
	{ events, notes }: Told,
	entries: readonly Listed[],
): Listed[] {
	const listed = new Set(entries.map(({ change }) => change));
	const noted = new Set(
		notes.map(({ platform, agreement, change }) => `${platform}/${agreement}.md ${change}`),
	);
	return entries.filter(({ agreement, change }) => {
		const teller = events.get(change)?.find((member) => listed.has(member.change));
		if (teller === undefined || teller.change === change) return true;
		return [agreement, ...agreement.former].some(({ path }) => noted.has(`${path} ${change.day}`));
	});
}
