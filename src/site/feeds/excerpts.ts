/** The most telling words of changes, for pages and feeds that show many. */
import { excerpt } from '../../analysis/changes/excerpt.ts';
import type { Entry } from '../../model/archive.ts';
import type { WordEdit } from '../../model/redline.ts';

const known = new WeakMap<Entry['change'], readonly WordEdit[]>();

/** Empty where the change has none. A week's page, its feed and the digest's feed show the same ones. */
export function excerptOf({ agreement, change }: Entry): readonly WordEdit[] {
	const before = known.get(change);
	if (before !== undefined) return before;
	const edits = excerpt(agreement, change)?.edits.map(withoutBars) ?? [];
	known.set(change, edits);
	return edits;
}

/**
 * The same for pages that go through the changes of all agreements by time. A ledger may lie on disk: where one change is asked for, the
 * others of its agreement soon are, and so they are made with it.
 */
export function excerptAmongAll({ platform, agreement, change }: Entry): readonly WordEdit[] {
	if (!known.has(change))
		for (const other of agreement.changes)
			if (other.rank === 'prominent') excerptOf({ platform, agreement, change: other });
	return excerptOf({ platform, agreement, change });
}

/** The cells of a row stand beside each other here without their table. */
function withoutBars({ kind, text }: WordEdit): WordEdit {
	return { kind, text: text.replace(/(^| )\|(?= |$)/g, '$1·') };
}
