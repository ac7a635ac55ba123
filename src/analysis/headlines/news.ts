/** What a change can be told by. Each kind of news is found by a rule of its own; the wording of all stands in `wording.ts`. */
import type { ClauseEvent, SentenceStep } from '../../model/ledger.ts';

export type NewsFact =
	/** The page holds another document than before. */
	| { readonly kind: 'another-text' }
	/** The agreement takes another side, takes one, or gives one up. */
	| { readonly kind: 'turned'; readonly before: string; readonly after: string }
	| { readonly kind: 'took'; readonly after: string }
	| { readonly kind: 'gave-up'; readonly before: string }
	/** A topic that it had nothing on, or has nothing on any more. */
	| { readonly kind: 'topic-in' | 'topic-out'; readonly topic: string }
	/** A sentence in which the platform denied to do something. */
	| { readonly kind: 'promise-out'; readonly words: string }
	| {
			readonly kind: 'number';
			readonly before: string;
			readonly after: string;
			readonly unit: string;
			readonly of: string;
	  }
	/** A title over new, or removed, sentences; a title in other words. */
	| { readonly kind: 'section-in' | 'section-out'; readonly title: string }
	| { readonly kind: 'title'; readonly before: string; readonly after: string }
	/** What the page itself says of its change. */
	| { readonly kind: 'own-summary'; readonly words: string }
	/** Entries of one list, in order. */
	| {
			readonly kind: 'entries-in' | 'entries-out';
			readonly entries: readonly string[];
			readonly of: string;
	  }
	/** Words that took the place of others. */
	| { readonly kind: 'words'; readonly before: string; readonly after: string; readonly of: string }
	/** Whole sentences. */
	| {
			readonly kind: 'sentence-in';
			readonly words: string;
			readonly of: string;
			/** An entry of a list of what is not allowed. */
			readonly isForbidden: boolean;
	  }
	| { readonly kind: 'sentence-out' | 'sentence-reworded'; readonly words: string; readonly of: string };

export interface News {
	readonly fact: NewsFact;
	/** The greater, the earlier it is told. */
	readonly weight: number;
	/** What shows it. */
	readonly event: ClauseEvent;
	readonly step: SentenceStep | null;
}
