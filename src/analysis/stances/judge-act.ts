/** Whether an act in a sentence is the one that a rule of a stance asks for: by the right actor, denied or not. */
import type { Actor, StanceRule } from '../../model/topic.ts';
import type { Grammar } from './grammar.ts';
import type { SentenceReading } from './sentence-reading.ts';

/**
 * @param act places of the decisive words
 * @returns places of the words that prove actor and denial, in any order; null where the act is another
 */
export type JudgeAct = (sentence: SentenceReading, act: readonly number[]) => readonly number[] | null;

export function judgeAct(
	grammar: Grammar,
	{ actor, denied }: Pick<StanceRule, 'actor' | 'denied'>,
): JudgeAct {
	return (sentence, act) => {
		// An act that only the words above name is told of them, not of the sentence.
		if ((act.at(-1) as number) < sentence.lead) return null;
		const proof: number[] = [];
		if (actor !== undefined) {
			const found = grammar.actorOf(sentence, act);
			if (!isActor(found.actor, actor)) return null;
			if (found.word !== -1) proof.push(found.word);
		}
		if (denied !== undefined) {
			const word = grammar.denialOf(sentence, act);
			if ((word !== -1) !== denied) return null;
			if (word !== -1) proof.push(word);
		}
		return proof;
	};
}

function isActor(found: Actor, asked: Actor): boolean {
	return found === asked || (asked === 'you' && found === 'business');
}
