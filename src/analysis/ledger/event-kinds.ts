/** Kinds of clause events by what they say of the words. Steps of a clause's history bear the same names, and a few more. */
import type { EventKind } from '../../model/ledger.ts';

const telling: readonly EventKind[] = ['added', 'removed', 'reworded', 'number'];
/** Nothing but how a clause looks, is cut, spelled or labelled. */
const looks: readonly EventKind[] = ['relinked', 'restyled', 'regrouped', 'respelled', 'relabelled'];

/** Words came in or went out that are told clause by clause. */
export const tellingKinds: ReadonlySet<string> = new Set(telling);
/** The same, and names that were replaced throughout, which are told once. */
export const wordingKinds: ReadonlySet<string> = new Set([...telling, 'renamed']);
/** The clause says what it said, where it said it. */
export const lookKinds: ReadonlySet<string> = new Set(looks);
/** No word of the clause changed. */
export const wordlessKinds: ReadonlySet<string> = new Set([...looks, 'moved', 'renumbered']);
