/** The most telling words of changes, for pages and feeds that show many. */
import { excerpt } from '../analysis/excerpt.ts';
import type { Entry } from '../model/archive.ts';
import type { WordEdit } from '../model/redline.ts';

const known = new WeakMap<Entry['change'], readonly WordEdit[]>();

/** Empty where the change has none. A week's page, its feed and the digest's feed show the same ones. */
export function excerptOf({ agreement, change }: Entry): readonly WordEdit[] {
	const before = known.get(change);
	if (before !== undefined) return before;
	const edits = excerpt(agreement, change)?.edits.map(withoutBars) ?? [];
	known.set(change, edits);
	return edits;
}

/** The cells of a row stand beside each other here without their table. */
function withoutBars({ kind, text }: WordEdit): WordEdit {
	return { kind, text: text.replace(/(^| )\|(?= |$)/g, '$1·') };
}
