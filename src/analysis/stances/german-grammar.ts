/** German: what denies an act stands anywhere in its clause, and commas part clauses. */
import type { Grammar, ProvenActor } from './grammar.ts';
import type { SentenceReading } from './sentence-reading.ts';

const denying = new Set(
	'nicht kein keine keinen keiner keines keinem nie niemals weder untersagt verboten unzulässig ausgeschlossen'.split(
		' ',
	),
);
const platform = new Set('wir uns unser unsere anbieter betreiber'.split(' '));
const you = new Set(
	'sie du ihr ihnen dir kunde kunden nutzer nutzerin nutzerinnen mitglied mitglieder reisende reisenden'.split(
		' ',
	),
);
const third = new Set(
	'dritte dritter dritten partner dienstleister auftragsverarbeiter werbepartner'.split(' '),
);
/** Begins a clause that denies by itself: "sofern Sie nicht widersprechen". */
const conditions = new Set('wenn falls sofern soweit solange bis außer weil da dass ob'.split(' '));

export const german: Grammar = { actorOf, denialOf };

function actorOf(sentence: SentenceReading, act: readonly number[]): ProvenActor {
	const [from, to] = clauseAround(sentence, act);
	for (let at = from; at < to; at++) {
		const word = sentence.words[at] as string;
		if (platform.has(word)) return { actor: 'platform', word: at };
		if (you.has(word)) return { actor: 'you', word: at };
		if (third.has(word)) return { actor: 'third-party', word: at };
	}
	return { actor: 'platform', word: -1 };
}

function denialOf(sentence: SentenceReading, act: readonly number[]): number {
	const [from, to] = clauseAround(sentence, act);
	for (let at = from; at < to; at++) if (denying.has(sentence.words[at] as string)) return at;
	return -1;
}

/** A comma in a list of verbs parts no clauses: only one before a word that begins a clause, or a stronger sign, does. */
function clauseAround(
	{ words, breaks }: SentenceReading,
	act: readonly number[],
): [from: number, to: number] {
	const parts = (at: number): boolean =>
		breaks[at] === 'strong' || (breaks[at] === 'comma' && conditions.has(words[at] as string));
	let from = act[0] as number;
	while (from > 0 && !parts(from)) from--;
	let to = (act.at(-1) as number) + 1;
	while (to < words.length && !parts(to)) to++;
	// "Sofern Sie nicht widersprechen, verkaufen wir …": the condition ends with its comma.
	if (conditions.has(words[from] as string))
		for (let at = act[0] as number; at > from; at--) if (breaks[at] === 'comma') return [at, to];
	return [from, to];
}
