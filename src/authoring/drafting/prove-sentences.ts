/**
 * The gate that a language model's words pass before they stand in a draft: each sentence with words of the agreement that carry it. What
 * is not carried is cut, and whoever drafts is told why. It proves that the words are there, not that the sentence reads them well: that
 * is why a person signs.
 */
import type { TopicDetector } from '../../analysis/topics/detector.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import { isWordBorder, normaliseQuote } from '../../text/normalise-quotes.ts';
import { sentenceStarts } from '../../text/sentence-words.ts';

/** A sentence that somebody proposes, and the words of the agreement that it stands on. */
export interface Claim {
	readonly sentence: string;
	readonly quote: string;
}

export interface CutClaim extends Claim {
	readonly why: string;
}

export interface Proven {
	readonly kept: readonly Claim[];
	readonly cut: readonly CutClaim[];
}

/** What claims are held against. */
export interface Evidence {
	/** As readers see it, of each agreement that may be quoted. */
	readonly texts: readonly string[];
	/** BCP 47 tag of the agreements. */
	readonly language: string;
	readonly platform: string;
	readonly topics: readonly Topic[];
	readonly detect: TopicDetector;
}

/** Words that a quote has at least: fewer stand in every agreement. */
const fewestWords = 4;
const longestClaim = 400;

export function proveSentences(claims: readonly Claim[], evidence: Evidence): Proven {
	const texts = evidence.texts.map(normaliseQuote);
	const judged = claims.map((claim) => ({ ...claim, why: whyNot(claim, texts, evidence) }));
	return {
		kept: judged.filter(({ why }) => why === null).map(({ sentence, quote }) => ({ sentence, quote })),
		cut: judged.flatMap(({ why, ...claim }) => (why === null ? [] : [{ ...claim, why }])),
	};
}

/** Null where nothing speaks against it. */
function whyNot({ sentence, quote }: Claim, texts: readonly string[], evidence: Evidence): string | null {
	if (sentence.trim() === '') return 'it says nothing';
	if (sentence.length > longestClaim) return `it is longer than ${longestClaim} characters`;
	if (sentenceStarts(sentence).length > 1) return 'one quote cannot carry several sentences';
	const words = normaliseQuote(quote);
	if (words.split(' ').length < fewestWords) return `its quote is shorter than ${fewestWords} words`;
	if (!texts.some((text) => stands(text, words))) return 'its quote does not stand in the text';
	const invented = numbersIn(sentence).filter((number) => !numbersIn(words).includes(number));
	if (invented.length > 0) return `its quote does not say ${invented.join(', ')}`;
	return contradiction(sentence, quote, evidence);
}

function stands(text: string, words: string): boolean {
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
		if (isWordBorder(text, at) && isWordBorder(text, at + words.length)) return true;
	return false;
}

const spelled = [
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
];
const spelledTens: Readonly<Record<string, string>> = {
	thirteen: '13',
	fourteen: '14',
	fifteen: '15',
	sixteen: '16',
	eighteen: '18',
	twenty: '20',
	thirty: '30',
	forty: '40',
	'forty-five': '45',
	fifty: '50',
	sixty: '60',
	ninety: '90',
	hundred: '100',
};
/** "one" is an article as often as a number. */
const numberWords = new Map([
	...spelled.slice(1).map((word, at) => [word, String(at + 2)] as const),
	...Object.entries(spelledTens),
]);

/** In digits, each once; "30", "thirty" and "30.0" are one. */
function numbersIn(words: string): string[] {
	const found = words.toLowerCase().match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}+(?:-\p{L}+)*/gu) ?? [];
	const numbers = found.flatMap((word) =>
		/^\p{N}/u.test(word)
			? word.replace(/,(?=\d{3}\b)/g, '').replace(/\.0+$/, '')
			: (numberWords.get(word) ?? []),
	);
	return [...new Set(numbers)];
}

/** A side that the sentence takes and its quote does not take, while it takes another. */
function contradiction(sentence: string, quote: string, evidence: Evidence): string | null {
	const { detect, language, topics, platform } = evidence;
	const said = detect(inFirstPerson(sentence, platform), 'en');
	const quoted = detect(quote, language);
	for (const { topic, stance } of said) {
		const there = quoted.filter((hit) => hit.topic === topic && hit.stance !== null);
		if (stance === null || there.length === 0 || there.some((hit) => hit.stance === stance)) continue;
		const named = topics.find(({ id }) => id === topic) as Topic;
		const sideOf = (id: string | null): Stance | undefined => named.stances.find((each) => each.id === id);
		const sides = there.map((hit) => sideOf(hit.stance));
		if (sides.some((side) => side?.side === sideOf(stance)?.side)) continue;
		return `by the rules it says “${sideOf(stance)?.name}”, its quote “${sides[0]?.name}” (${named.name})`;
	}
	return null;
}

/** As an agreement would put it: the grammar of stances knows the platform as "we". */
function inFirstPerson(sentence: string, platform: string): string {
	return sentence.replaceAll(platform, 'we').replace(/\b(?:the platform|the company)\b/gi, 'we');
}
