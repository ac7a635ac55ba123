/** The sentences of a change that a headline can be about, with their words. */
import type { ClauseEvent, Ledger, SentenceStep } from '../../model/ledger.ts';
import { countWords } from '../../text/words.ts';
import { passageWords } from '../sentences/passage-words.ts';

export interface ChangedSentence {
	readonly event: ClauseEvent;
	readonly step: SentenceStep;
	readonly kind: 'in' | 'out' | 'edited';
	/** Empty where it came in, or went out. */
	readonly before: string;
	readonly after: string;
}

/** Sentences looked at: in a rewrite the first hundreds tell enough. */
const most = 400;

/** @param events those that alter the terms */
export function changedSentencesOf(ledger: Ledger, events: readonly ClauseEvent[]): ChangedSentence[] {
	const found: ChangedSentence[] = [];
	for (const event of events) {
		if (found.length >= most) break;
		for (const step of event.sentences) {
			const { kind } = step;
			if (kind !== 'in' && kind !== 'out' && kind !== 'edited') continue;
			const [before, after] = [step.before, step.after].map((each) => passageWords(ledger, each).trim()) as [
				string,
				string,
			];
			if (countWords(before) + countWords(after) > 0) found.push({ event, step, kind, before, after });
		}
	}
	return found;
}
