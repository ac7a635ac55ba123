/** The dominant language of a text. */
import { franc } from 'franc-min';
import { iso6393To1 } from 'iso-639-3';
import type { ClauseText, Ledger, State } from '../model/ledger.ts';

/** Trigrams settle within this many characters; more only costs time. */
const sampleLength = 1000;
/** Below this a text is too short to tell. */
const leastLength = 200;

/** Flapping agreements ask for the same states again and again. */
const known = new WeakMap<State, string>();

/** BCP 47 tag, or `und` where the text is too short to tell. */
export function languageOf(ledger: Ledger, state: State): string {
	let language = known.get(state);
	if (language === undefined) {
		const code = franc(sample(ledger, state), { minLength: leastLength });
		language = iso6393To1[code] ?? code;
		known.set(state, language);
	}
	return language;
}

/** Evenly spread clauses: a foreign notice at the beginning must not decide. */
function sample(ledger: Ledger, state: State): string {
	const texts = [...state.texts].map((id) => (ledger.texts[id] as ClauseText).visible);
	const total = texts.reduce((sum, text) => sum + text.length, 0);
	const share = Math.min(1, sampleLength / Math.max(1, total));
	return texts.map((text) => text.slice(0, Math.ceil(text.length * share))).join(' ');
}
