/** Two editions on one page: the new one was put beside the one in force, or stands alone now. */
import type { EditionStep } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger, SentenceStep, State } from '../../model/ledger.ts';
import { countWords } from '../../text/words.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { dayIn } from './edition-day.ts';

/** Fewer copied words are a notice or a table that stands twice. */
const fewestWords = 200;
/** Share of the text of one edition that came, or went, once more. */
const leastShare = 0.25;

/** Null where no edition came beside another, or left it alone. */
export function editionStep(
	ledger: Ledger,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): EditionStep | null {
	const came = copiedWords(ledger, events, 'came');
	const went = copiedWords(ledger, events, 'went');
	if (isEdition(came - went, before, ledger)) return { kind: 'beside', from: dayOfEffect(ledger, events) };
	return isEdition(went - came, after, ledger) ? { kind: 'alone', from: null } : null;
}

/** Words of clauses that are new, or gone, and yet stand on both sides. */
function copiedWords(ledger: Ledger, events: readonly ClauseEvent[], kind: 'came' | 'went'): number {
	const side = kind === 'came' ? 'after' : 'before';
	return events
		.filter((event) => event[kind === 'came' ? 'before' : 'after'] === null)
		.flatMap(({ sentences }) => sentences)
		.filter((step) => step.kind === kind)
		.reduce((sum, step) => sum + countWords(passageWords(ledger, step[side])), 0);
}

function isEdition(copied: number, one: State, { texts }: Ledger): boolean {
	if (copied < fewestWords) return false;
	return copied >= leastShare * one.texts.reduce((sum, id) => sum + (texts[id] as ClauseText).words, 0);
}

const effect = /\b(?:effect|effective|in force|into force|applies|apply|valid|as of|from)\b/i;

/** The day that a sentence which came in names for the new edition, `YYYY-MM-DD`; null where none does. */
function dayOfEffect(ledger: Ledger, events: readonly ClauseEvent[]): string | null {
	const fresh = (step: SentenceStep): boolean => step.kind === 'in' || step.kind === 'edited';
	for (const { sentences } of events) {
		for (const step of sentences.filter(fresh)) {
			const said = passageWords(ledger, step.after);
			const day = effect.test(said) ? dayIn(said) : null;
			if (day !== null) return new Date(day).toISOString().slice(0, 10);
		}
	}
	return null;
}
