/** Full stops that end an abbreviation and no sentence. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The commonest of each kind are told by the word alone as well: see {@link isCommonAbbreviation}. */
interface Kind {
	readonly common: ReadonlySet<string>;
	readonly others: ReadonlySet<string>;
}

/** Never the end of a sentence: something must follow. */
const leading: Kind = {
	common: words('vs mr mrs ms dr st approx incl bzw ggf vgl'),
	others: words(
		'e.g i.e cf v viz messrs prof hon rev ca excl resp ' +
			'z.b d.h u.a u.ä o.ä i.d.r i.s.d i.v.m ggfs evtl inkl exkl sog gem lit ' +
			'p.ex m mme mlle sr sra p.ej sig dott n.b',
	),
};

/** Only where a number follows: "No. 5", while "No." alone is an answer. */
const beforeNumber: Kind = {
	common: words('no nos art sec nr abs'),
	others: words(
		'num arts secs sect par para paras cl cls fig figs p pp vol vols ch chs pt pts ex exs app reg regs ' +
			'ziff rn rz s bl tel ext ver jan feb mar apr jun jul aug sep sept oct nov dec okt dez §',
	),
};

/** May end a sentence; they do where the next word is one that sentences begin with. */
const either: Kind = {
	common: words('inc ltd co corp llc'),
	others: words('llp lp plc pty bros gmbh kg ag s.a s.r.l b.v n.v a.m p.m al u.s u.k u.s.a d.c ee.uu'),
};

/** Written without the stops inside them, and what ends as many sentences as it stands in. */
const commonAlone = words('eg ie zb us uk str etc');

const starters = words(
	'the you we if this these those that our your they their it its in for any all no by to however please when where as ' +
		'unless except each every some such there an at on upon with without nothing neither accordingly therefore ' +
		'der die das wir sie ihr ihre wenn dies diese dieser es im in für bei le la les nous vous si el los las usted',
);

/** @param said ends in white space or not, its last sign may be a full stop · @param next what follows */
export function endsInAbbreviation(said: string, next: string): boolean {
	const word = lastWord(said);
	if (word === undefined) return /§\.?$/.test(said);
	const lower = word.toLowerCase();
	if (isOf(leading, lower)) return true;
	if (isOf(beforeNumber, lower)) return /^[\p{N}(§]/u.test(next);
	if (/^\p{L}$/u.test(word) && /^\p{L}\.(?:\s|$)/u.test(next)) return true;
	const isAcronym = /^\p{L}(?:\.\p{L})+$/u.test(word);
	if (isAcronym || isOf(either, lower)) return !startsSentence(next);
	// An initial. "I" is a word of its own.
	return /^\p{Lu}$/u.test(word) && word !== 'I';
}

/**
 * Whether the word is taken for an abbreviation whatever follows it. The rules of topics are measured on sentences that are cut so: it also
 * takes "from us." and "the UK." for abbreviations, and joins what follows them to their sentence.
 * @param word without the stop
 */
export function isCommonAbbreviation(word: string): boolean {
	const lower = word.toLowerCase();
	return commonAlone.has(lower) || [leading, beforeNumber, either].some(({ common }) => common.has(lower));
}

function isOf({ common, others }: Kind, word: string): boolean {
	return common.has(word) || others.has(word);
}

/** Looked for in the last word alone: from the beginning of a sentence on, each of its words would be tried. */
function lastWord(said: string): string | undefined {
	const word = said.slice(said.lastIndexOf(' ') + 1);
	return /(?:^|[^\p{L}\p{N}.])((?:\p{L}+\.)*\p{L}+)\.$/u.exec(word)?.[1];
}

function startsSentence(next: string): boolean {
	return starters.has(/^["'“‘]?(\p{L}+)/u.exec(next)?.[1]?.toLowerCase() ?? '');
}
