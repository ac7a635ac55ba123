/** The dominant language of a text. */
import { franc } from 'franc-min';
import { iso6393To1 } from 'iso-639-3';
import type { ClauseText, Ledger, State } from '../model/ledger.ts';

/**
 * Languages told apart, as ISO 639-3: those that agreements are published in. Fewer candidates mean fewer wrong guesses between
 * neighbours and a third of the time. A script that one language alone uses is known without this list.
 */
const languages =
	'eng fra deu spa por ita nld swe pol ces hun ron bul hrv srp ell tur rus ukr bel arb heb pes hin ben urd tha vie ind zlm jpn kor cmn'.split(
		' ',
	);
/** Single languages whose tag is that of the language family they are the written form of. */
const familyTags: Readonly<Record<string, string>> = { arb: 'ar', cmn: 'zh', pes: 'fa', zlm: 'ms' };
/** Trigrams settle within this many characters; more only costs time. */
const sampleLength = 700;
/** Below this a text is too short to tell. */
const leastLength = 200;

/** Flapping agreements ask for the same states again and again. */
const known = new WeakMap<State, string>();

/** BCP 47 tag, or `und` where the text is too short to tell. */
export function languageOf(ledger: Ledger, state: State): string {
	let language = known.get(state);
	if (language === undefined) {
		language = languageOfTexts([...state.texts].map((id) => (ledger.texts[id] as ClauseText).visible));
		known.set(state, language);
	}
	return language;
}

/** The same of a text given in parts as a reader sees them. */
export function languageOfTexts(texts: readonly string[]): string {
	const code = franc(sample(texts), { minLength: leastLength, only: languages });
	return iso6393To1[code] ?? familyTags[code] ?? code;
}

/** Evenly spread clauses: a foreign notice at the beginning must not decide. */
function sample(texts: readonly string[]): string {
	const total = texts.reduce((sum, text) => sum + text.length, 0);
	const share = Math.min(1, sampleLength / Math.max(1, total));
	return texts.map((text) => text.slice(0, Math.ceil(text.length * share))).join(' ');
}
