/**
 * Finds clauses that came in with words that went out of the clause beside them, and the reverse: a clause cut in two, or two
 * made one. Without it a reader takes the words for new.
 */
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';
import type { ChangeBlock, RedlineBlock } from '../../model/redline.ts';
import { wordHashes } from '../../text/words.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { editsOf } from './changed-clause.ts';

/** Where the reworded clause stands that gave the words, or took them. */
export type Giver = 'above' | 'below';

/** Fewer words are a turn of phrase that two clauses may share ("If you live in the …"), no passage. */
const fewestWords = 10;
/** Words that follow one another in both places: so many of them tell a passage from words that all clauses have. */
const together = 3;
const leastShared = 0.5;
/** A clause is cut in few pieces: the reworded one stands no farther. */
const farthest = 3;

/**
 * Clauses that came in or went out with such words → where the others stand.
 * @param asked those that anybody asks about: each costs a look into its words
 */
export function handedOver(
	ledger: Ledger,
	blocks: readonly RedlineBlock[],
	asked: ReadonlySet<RedlineBlock> = new Set(blocks),
): Map<ClauseEvent, Giver> {
	const found = new Map<ClauseEvent, Giver>();
	for (const [index, block] of blocks.entries()) {
		if (!asked.has(block)) continue;
		if (block.kind !== 'change' || !(block.event.kind === 'added' || block.event.kind === 'removed'))
			continue;
		for (const giver of ['above', 'below'] as const) {
			const other = rewordedBeside(blocks, index, giver === 'above' ? -1 : 1);
			if (other !== null && sharesPassage(ledger, block.event, other)) found.set(block.event, giver);
		}
	}
	return found;
}

/** The nearest reworded clause on one side, past clauses to which the same happened. */
function rewordedBeside(blocks: readonly RedlineBlock[], index: number, step: -1 | 1): ChangeBlock | null {
	const kind = (blocks[index] as ChangeBlock).event.kind;
	for (let away = 1; away <= farthest; away++) {
		const block = blocks[index + away * step];
		if (block?.kind !== 'change') return null;
		if (block.event.kind === 'reworded') return block;
		if (block.event.kind !== kind) return null;
	}
	return null;
}

function sharesPassage(ledger: Ledger, { kind, before, after }: ClauseEvent, other: ChangeBlock): boolean {
	const clause = wordHashes(withoutNumber(ledger.texts[(after ?? before) as number] as ClauseText));
	if (clause.length < fewestWords) return false;
	const known = new Set(passages(clause));
	return (editsOf(ledger, other.event) ?? [])
		.filter((edit) => edit.kind === (kind === 'added' ? 'del' : 'ins'))
		.map(({ text }) => wordHashes(text))
		.some((run) => run.length >= fewestWords && shareOf(passages(run), known, clause.length) >= leastShared);
}

/** Share of the passages that are known, of the shorter of the two texts. */
function shareOf(run: readonly string[], known: ReadonlySet<string>, words: number): number {
	const shared = run.filter((passage) => known.has(passage)).length;
	return shared / Math.min(run.length, words - together + 1);
}

function passages(words: Int32Array): string[] {
	return Array.from({ length: words.length - together + 1 }, (_, at) =>
		words.subarray(at, at + together).join(' '),
	);
}
