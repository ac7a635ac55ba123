/** What the pages that compare ask their worker, and what that answers: one answer a question, in their order. */
import type { surroundingsHtml } from '../../site/compare/comparison-html.ts';
import type { RecordedVersion } from '../../site/compare/ledger-json.ts';
import type { NamedAgreement } from '../../site/compare/two-agreements-html.ts';
import type { RedlineFrame } from '../../site/redline/redline-html.ts';
import type { Days } from './day-handles.ts';

export type Question = AskedVersions | AskedComparison | AskedAgreements | { readonly ask: 'surroundings' };

export interface AskedVersions {
	readonly ask: 'versions';
	/** The ledger file as it was fetched. */
	readonly file: ArrayBuffer;
}

export interface AskedComparison {
	readonly ask: 'comparison';
	readonly days: Days;
	readonly frame: RedlineFrame;
	/** Of the element that holds the redline: language and direction. */
	readonly attributes: string;
}

/** Two agreements, each with its newest text. */
export interface AskedAgreements {
	readonly ask: 'agreements';
	/** Their ledger files as they were fetched. */
	readonly files: readonly [ArrayBuffer, ArrayBuffer];
	readonly named: readonly [NamedAgreement, NamedAgreement];
	readonly frame: RedlineFrame;
	readonly attributes: string;
}

/** What differs between two texts, as HTML but for the sentence. */
export interface Outcome {
	readonly sentence: string;
	readonly differs: boolean;
	readonly head: string;
	readonly body: string;
	readonly foot: string;
}

/** Of the last comparison. */
export type SurroundingsOf = ReturnType<typeof surroundingsHtml>;

export type Answer =
	| { readonly value: readonly RecordedVersion[] | Outcome | SurroundingsOf }
	| { readonly why: string };

/** What the question is answered with. */
export type ValueOf<Asked extends Question> = Asked extends AskedVersions
	? readonly RecordedVersion[]
	: Asked extends AskedComparison | AskedAgreements
		? Outcome
		: SurroundingsOf;
