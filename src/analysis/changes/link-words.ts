/** Tells an edit from what another way of reading a page does to sentences: the words of their links are lost, or come back. */
import type { ClauseEvent, Ledger, SentenceStep } from '../../model/ledger.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { countWordEdits } from '../sentences/word-edits.ts';

/** One sentence with a hole in it may be badly written; of so many in one version it was the reading. */
export const fewestHoles = 3;

/** Where words are missing before a stop: "as told in our .", "read , and". */
const hole = /(?<=[\p{L}\p{N}]) +[.,](?= |$)|\( *\)|^[.,] /gu;

/**
 * @param events of one change
 * @returns a judge that says whether nothing but words of links went out of a clause, or came back into it
 */
export function linkWordsJudge(
	ledger: Ledger,
	events: readonly ClauseEvent[],
): (event: ClauseEvent) => boolean {
	const edited = (event: ClauseEvent): SentenceStep[] =>
		event.sentences.filter(({ kind }) => kind === 'edited');
	const holed = events.filter((event) => edited(event).some((step) => holesIn(ledger, step) !== 0));
	if (holed.length < fewestHoles) return () => false;
	return (event) => edited(event).length > 0 && edited(event).every((step) => isCut(ledger, step));
}

/** How many holes it has now beyond those that it had. */
function holesIn(ledger: Ledger, { before, after }: SentenceStep): number {
	const [one, other] = [before, after].map(
		(passage) => passageWords(ledger, passage).trim().match(hole)?.length ?? 0,
	) as [number, number];
	return other - one;
}

function isCut(ledger: Ledger, { before, after }: SentenceStep): boolean {
	const { wordsIn, wordsOut } = countWordEdits(passageWords(ledger, before), passageWords(ledger, after));
	return wordsIn === 0 || wordsOut === 0;
}
