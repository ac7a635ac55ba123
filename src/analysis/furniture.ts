/** Tells menus, cookie notices and other page furniture from terms. */
import type { ClauseEvent, ClauseText, Ledger } from '../model/ledger.ts';

/** True where what changed is mostly furniture. */
export function isFurniture(ledger: Ledger, events: readonly ClauseEvent[]): boolean {
	let furniture = 0;
	let terms = 0;
	for (const { before, after, kind } of events) {
		if (kind !== 'added' && kind !== 'removed' && kind !== 'reworded' && kind !== 'number') continue;
		const text = ledger.texts[(after ?? before) as number] as ClauseText;
		if (text.linkOnly) furniture += text.words;
		else terms += text.words;
	}
	return furniture > 0 && terms * 9 < furniture;
}
