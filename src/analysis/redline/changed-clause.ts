/**
 * What differs between the two wordings of a changed clause. Comparing words is the dear part of a redline, and a page shows but the
 * first of thousands of changed clauses: so each answer is made when it is asked for, and no block of a redline holds it.
 */
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';
import type { ClauseEdit, TargetChange } from '../../model/redline.ts';
import { visibleText } from '../../text/visible-text.ts';
import { countWords } from '../../text/words.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { isHeading } from '../clauses/sections.ts';
import { clauseEdits } from '../sentences/word-edits.ts';
import { countStepWords, sentenceEdits } from './sentence-edits.ts';

/** Below this share of surviving words a redline reads worse than the two wordings one after the other. */
export const leastSurviving = 1 / 3;
/** A clause of fewer words is readable however little of it survives. */
const fewWords = 6;

/** A page asks for the edits of a clause to draw it, and again to tell what became of its neighbours. */
const known = new WeakMap<ClauseEvent, readonly ClauseEdit[]>();

/** The marked words of a clause: of one that came in or went out too, for some of its sentences may stand on both sides. */
export function editsOf(ledger: Ledger, event: ClauseEvent): readonly ClauseEdit[] {
	const edits = known.get(event) ?? edit(ledger, event);
	known.set(event, edits);
	return edits;
}

function edit(ledger: Ledger, event: ClauseEvent): readonly ClauseEdit[] {
	if (event.sentences.length > 0) return sentenceEdits(ledger, event.sentences);
	const wordings = wordingsOf(ledger, event);
	if (wordings !== null) return clauseEdits(wordings.before, wordings.after);
	const text = ledger.texts[(event.after ?? event.before) as number] as ClauseText;
	return [{ kind: event.after === null ? 'del' : 'ins', text: withoutNumber(text) }];
}

/** True where fewer than a third of the words survive: show two blocks instead of word marks. */
export function isRewritten(ledger: Ledger, event: ClauseEvent): boolean {
	const wordings = event.kind === 'reworded' ? wordingsOf(ledger, event) : null;
	if (wordings === null) return false;
	const { before, after } = wordings;
	const longer = Math.max(before.words, after.words);
	if (longer < fewWords || isHeading(after)) return false;
	const { wordsIn, wordsOut } = countStepWords(ledger, event.sentences);
	// Where the whole of one wording stands in the other, marks tell at a glance what was put in or cut out.
	if (wordsIn === 0 || wordsOut === 0) return false;
	const surviving = editsOf(ledger, event)
		.filter(({ kind }) => kind === 'same')
		.reduce((sum, { text }) => sum + countWords(text), 0);
	return surviving < longer * leastSurviving;
}

/**
 * Link targets that differ, in pairs where both wordings have the same number of links. Where not: of a clause whose words all stayed,
 * the links that went out and those that came in, each beside an empty target.
 */
export function changedTargets(ledger: Ledger, event: ClauseEvent): TargetChange[] {
	const wordings = wordingsOf(ledger, event);
	if (wordings === null) return [];
	const { targets: old } = visibleText(wordings.before.markdown);
	const { targets: fresh } = visibleText(wordings.after.markdown);
	if (old.length !== fresh.length) return event.kind === 'relinked' ? targetsOfOneSide(old, fresh) : [];
	const pairs = old.map((target, at) => ({ before: target, after: fresh[at] as string }));
	const changed = pairs.filter((pair) => pair.before !== pair.after);
	return [...new Map(changed.map((pair) => [`${pair.before} ${pair.after}`, pair])).values()];
}

function targetsOfOneSide(old: readonly string[], fresh: readonly string[]): TargetChange[] {
	const out = old.filter((target) => !fresh.includes(target)).map((before) => ({ before, after: '' }));
	const came = fresh.filter((target) => !old.includes(target)).map((after) => ({ before: '', after }));
	return [...out, ...came];
}

function wordingsOf(
	{ texts }: Ledger,
	{ before, after }: ClauseEvent,
): { readonly before: ClauseText; readonly after: ClauseText } | null {
	if (before === null || after === null) return null;
	return { before: texts[before] as ClauseText, after: texts[after] as ClauseText };
}
