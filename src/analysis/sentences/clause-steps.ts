/** What happened to the sentences of one clause, in the order in which a redline tells it. */
import type { Passage, SentenceStep } from '../../model/ledger.ts';
import { longestIncreasing } from '../../text/longest-increasing.ts';
import type { Piece } from './pieces.ts';

/**
 * @param old pieces of the clause as it stood, in order; none where it is new
 * @param fresh pieces of the clause as it stands; none where it is gone
 */
export function clauseSteps(old: readonly Piece[], fresh: readonly Piece[]): SentenceStep[] {
	const places = new Map(old.map((piece, at) => [piece, at]));
	const partners = Int32Array.from(fresh, ({ partner }) =>
		partner === null ? -1 : (places.get(partner) ?? -1),
	);
	const kept = longestIncreasing(partners);
	const own = new Set([...kept].map((at) => fresh[at] as Piece));
	const steps: SentenceStep[] = [];
	let from = 0;
	let waiting: SentenceStep[] = [];
	const tellGone = (to: number): void => {
		for (; from < to; from++) steps.push(goneStep(old[from] as Piece));
		steps.push(...waiting);
		waiting = [];
	};
	for (const [at, piece] of fresh.entries()) {
		if (own.has(piece)) {
			tellGone(partners[at] as number);
			from++;
			steps.push(keptStep(piece));
		} else waiting.push(comeStep(piece));
	}
	tellGone(old.length);
	return steps;
}

function keptStep(piece: Piece): SentenceStep {
	const kind = piece.fate === 'edited' || piece.fate === 'alike' ? piece.fate : 'same';
	return { kind, before: passage(piece.partner as Piece), after: passage(piece) };
}

function comeStep(piece: Piece): SentenceStep {
	const after = passage(piece);
	if (piece.fate === 'left') return { kind: 'in', before: null, after };
	if (piece.fate === 'edited') return { kind: 'edited', before: passage(piece.partner as Piece), after };
	return { kind: piece.key === 0 ? 'same' : 'came', before: null, after };
}

function goneStep(piece: Piece): SentenceStep {
	const before = passage(piece);
	// The sentence of the other edition stands where it stood.
	if (piece.fate === 'edited' && piece.partner?.partner !== piece)
		return { kind: 'edited', before, after: passage(piece.partner as Piece) };
	return { kind: piece.fate === 'left' ? 'out' : 'went', before, after: null };
}

function passage({ text, start, end, key }: Piece): Passage {
	return { text, start, end, key };
}
