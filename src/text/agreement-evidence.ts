/** How much speaks for a text's being an agreement. Every weight of that judgement stands here; none decides alone. */
import { type AgreementSigns, agreementSigns, namesAgreement } from './agreement-signs.ts';

export interface Evidence {
	/** Up to 24; below 0 where more speaks against it. */
	readonly points: number;
	/** What is needed to believe a text of this kind at sight. */
	readonly needed: number;
	readonly words: number;
	/** True where its first lines say what it is: one of them is the name of such a document, or it speaks of itself by that name. */
	readonly isTitled: boolean;
	/** What is missing, for people. */
	readonly lacks: readonly string[];
}

/** Below this a text may be a dialogue, and needs more. */
const shortText = 300;
/** So many words of the law make a sentence in which a document speaks of itself more than a title, which menus have as well. */
const tellingOpening = 3;
/** A few sentences under a long heading are news of such a document. */
const longestShortTitle = 6;
/** What ends in a choice asks for it: no title makes up for that. */
const dialogue = 4;
const longestDialogue = 200;
/** An imprint obliges nobody: it is known by so many kinds of facts under its name. Its addresses look like buttons. */
const fewestFacts = 3;
/** A few sentences: nothing but a title tells them from a notice. */
const fewSentences = 100;

/**
 * @param text Markdown
 * @param address where it came from: its path may say what it is
 */
export function agreementEvidence(text: string, address = ''): Evidence {
	const signs = toldSigns(agreementSigns(text));
	const { words, isTitled } = signs;
	return {
		points: pointsOf(signs, address),
		needed: neededOf(signs),
		words: Math.round(words),
		isTitled,
		lacks: lacksOf(signs),
	};
}

interface ToldSigns extends AgreementSigns {
	readonly isTitled: boolean;
}

/** A dialogue speaks of the documents that it asks about: before several buttons no sentence says what the text is. */
function toldSigns(signs: AgreementSigns): ToldSigns {
	const opening = signs.buttons > 1 ? 0 : signs.opening;
	const isTitled = signs.title > 0 && (signs.words >= shortText || signs.title <= longestShortTitle);
	return { ...signs, opening, isTitled: isTitled || opening > 0 || signs.facts >= fewestFacts };
}

/** Below this nothing but chance speaks for it; with a title, less will do. */
const fewestPoints = 4;
const fewestTitled = 3;

/** True where enough speaks for it that a person should look. */
export function mayBeAgreement({ points, isTitled }: Evidence): boolean {
	return points >= (isTitled ? fewestTitled : fewestPoints);
}

export function isAgreement({ points, needed }: Evidence): boolean {
	return points >= needed;
}

function pointsOf(signs: ToldSigns, address: string): number {
	const {
		words,
		law,
		variety,
		clauses,
		said,
		fragments,
		names,
		sentences,
		isTitled,
		linked,
		opening,
		facts,
	} = signs;
	const per = (count: number) => count / Math.max(1, words);
	const inFavour = [
		steps(clauses, 1, 3, 6),
		clauses < 2 ? 0 : steps(per(clauses) * 100, 1, 2),
		steps(per(law), 0.06, 0.12),
		steps(variety, 8, 15),
		steps(words, 150),
		opening >= tellingOpening ? 2 : 0,
		facts >= fewestFacts ? 10 : 0,
		isTitled ? 2 : namesAgreement(pathOf(address)) ? 1 : 0,
	];
	const against = [
		per(said) < 0.5 ? 2 : 0,
		per(law) < 0.04 ? 1 : 0,
		per(clauses) < 0.005 ? 1 : 0,
		// A few sentences that tell of such a document seldom say what must be.
		words < shortText && facts === 0 && clauses < sentences / 4 && per(law) < 0.08 ? 3 : 0,
		linked > 0.5 ? 2 : 0,
		names > 3 && names > sentences / 2 ? 6 : 0,
		fragments > 2 * sentences ? 1 : 0,
	];
	return sum(inFavour) - sum(against);
}

function sum(points: readonly number[]): number {
	return points.reduce((total, each) => total + each, 0);
}

/** How many of the marks are reached. */
function steps(value: number, ...marks: readonly number[]): number {
	return marks.filter((mark) => value >= mark).length;
}

function neededOf({ words, isTitled, buttons, facts }: ToldSigns): number {
	if (words >= shortText) return isTitled ? 6 : 7;
	const short = isTitled ? 6 : 8;
	if (buttons > 1 && words < longestDialogue && facts < fewestFacts) return short + dialogue;
	return words < fewSentences || buttons > 0 ? short + 1 : short;
}

function lacksOf({ clauses, isTitled, words }: ToldSigns): string[] {
	return [
		...(isTitled ? [] : ['no title says what it is']),
		...(clauses < 3
			? [`${clauses === 0 ? 'no sentence' : 'hardly a sentence'} obliges or allows anything`]
			: []),
		...(words < fewSentences ? [`it has ${Math.round(words)} words`] : []),
	];
}

function pathOf(address: string): string {
	const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(address)?.[1] ?? '';
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
