/** British and American spelling: an edition for another country is no other agreement. */

/** Beginnings of words in which -our and -or are the same. Of any word it would make one of "four" and "for". */
const ourStems =
	'arb|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig';
/** The same of -re and -er, of -ce and -se, and of doubled consonants before an ending. */
const reStems = 'cent|fib|lit|lust|meag|met|theat|calib|somb|spect';
const ceStems = 'defen|licen|offen|preten|practi';
const doubled =
	'cancel|channel|counsel|dial|enrol|equal|fuel|initial|label|level|marvel|model|program|pedal|quarrel|rival|signal|total|travel|tunnel|unravel|benefit|focus|bias|worship|fulfil|instal|instil';

const rules: readonly (readonly [RegExp, string])[] = [
	[new RegExp(`^(${ourStems})our`), '$1or'],
	[new RegExp(`^(dis|un|mis|multi|re|water|bi)(${ourStems})our`), '$1$2or'],
	[new RegExp(`(${reStems})(?:re|er)(s|d)?$`), '$1er$2'],
	[new RegExp(`^(${ceStems})[cs]`), '$1s'],
	[
		new RegExp(
			`^(${doubled})(?<=([a-z]))\\2(?=(?:ed|ing|ings|er|ers|or|ors|ation|ations|able|ment|ments|s)?$)`,
		),
		'$1',
	],
	[/([a-z]{2})ys(e|ed|es|er|ers|ing)$/, '$1yz$2'],
	[/([a-z]{3})is(e|ed|es|er|ers|ing|able|ation|ations|ational)$/, '$1iz$2'],
	[/^(catal|dial|anal|monol|prol|epil)ogue(s|d)?$/, '$1og$2'],
	[/^(program)me(s)?$/, '$1$2'],
	[/^(ac|ack)nowledgement(s)?$/, '$1nowledgment$2'],
	[/^(jud|abrid)gement(s)?$/, '$1gment$2'],
	[/^(?:cheque)(s)?$/, 'check$1'],
	[/^grey/, 'gray'],
	[/^ageing$/, 'aging'],
	[/^(en|in)quir(y|ies|e|ed|es|ing)$/, 'inquir$2'],
	[/^whilst$/, 'while'],
	[/^(among|amid)st$/, '$1'],
	[/^(to|for|back|up|down|after)wards$/, '$1ward'],
	[/^sceptic/, 'skeptic'],
	[/^artefact/, 'artifact'],
	[/^aluminium$/, 'aluminum'],
	[/^(learn|spell|burn|dream|spoil|leap)t$/, '$1ed'],
	[/^storey(s)?$/, 'story$1'],
	[/^tyre(s)?$/, 'tire$1'],
];

const known = new Map<string, string>();
/** Of the words met so far; an archive has some ten thousand that are long enough. */
const mostKnown = 50_000;

/** The spelling that both are known by; a word without another spelling is itself. @param word in lower case */
export function commonSpelling(word: string): string {
	if (word.length < 4) return word;
	let spelling = known.get(word);
	if (spelling === undefined) {
		spelling = rules.reduce((spelled, [pattern, other]) => spelled.replace(pattern, other), word);
		if (known.size >= mostKnown) known.clear();
		known.set(word, spelling);
	}
	return spelling;
}
