/** What a language's grammar tells of an act in a sentence: who does it, and whether it is denied. */
import type { Actor } from '../../model/topic.ts';
import type { SentenceReading } from './sentence-reading.ts';

/** Who acts. `word` is the one that proves it: −1 where the sentence leaves the actor out, as in "your data is not sold". */
export interface ProvenActor {
	readonly actor: Actor;
	readonly word: number;
}

export interface Grammar {
	/** @param act places of the words that name the act, in order */
	readonly actorOf: (sentence: SentenceReading, act: readonly number[]) => ProvenActor;
	/** Place of the word that denies or forbids the act; −1 where it is affirmed. */
	readonly denialOf: (sentence: SentenceReading, act: readonly number[]) => number;
}
