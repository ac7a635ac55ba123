/** What the words and numbers of a line at the edge of a page tell of whether it only runs along. */
import { isCommonAbbreviation } from '../../text/abbreviations.ts';

/** The line without its numbers; a Roman number alone is one. */
export function signsOf(text: string): string {
	return isRoman(text) ? '#' : text.replace(/\d+/g, '#');
}

export interface LineNumber {
	readonly value: number;
	/** It stands where page numbers stand: alone, behind the word for page, or set apart from what else the line says. */
	readonly mayCountPages: boolean;
}

/** The word for page in the languages of most agreements; "of" and "from" before the number of all pages, and what stands around either. */
const pageWord =
	'pages?|seiten?|p[aá]ginas?|pagina|strona|stránka|strana|sid[ae]?n?|side|sivu|oldal|σελίδα|страница|стр|pág|pag|pg|pp?|s';
const ofWord = 'of|von|de|di|du|van|z|af|av|sur|out of|из';
const mark = String.raw`[\s\-–—|/·•.,:()\[\]#]`;
const pageNumberAlone = new RegExp(
	`^(?:${mark}|\\d|第|页|頁|ページ|쪽|(?<!\\p{L})(?:${pageWord}|${ofWord})(?!\\p{L}))*$`,
	'iu',
);
const behindPageWord = new RegExp(`(?:^|[^\\p{L}])(?:${pageWord})[\\s.:]{0,3}$`, 'iu');
const behindPageNumber = new RegExp(
	`(?:^|[^\\p{L}])(?:${pageWord})[\\s.:]{0,3}\\d{1,4}\\s?(?:${ofWord}|/)\\s?$`,
	'iu',
);
/** Of a line, as many signs as these patterns look at. */
const looked = 40;

export function numbersIn(text: string): LineNumber[] {
	if (isRoman(text)) return [{ value: romanValue(text), mayCountPages: true }];
	const isAlone = pageNumberAlone.test(text.slice(0, 2 * looked)) && text.length < 2 * looked;
	return [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
		const before = text.slice(Math.max(0, index - looked), index);
		const after = text.slice(index + digits.length, index + digits.length + looked);
		const isSetApart =
			(after === '' && /(?:\t|\s[|–—·•/-]\s?)$/.test(before)) ||
			(index === 0 && /^(?:\t|\s?[|–—·•/-]\s)/.test(after));
		return {
			value: Number(digits),
			mayCountPages: isAlone || isSetApart || behindPageWord.test(before) || behindPageNumber.test(before),
		};
	});
}

function isRoman(text: string): boolean {
	return /^[ivxl]{1,7}$/i.test(text);
}

function romanValue(text: string): number {
	const values = [...text.toLowerCase()].map((sign) => ({ i: 1, v: 5, x: 10, l: 50 })[sign] ?? 0);
	return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Currencies, rates, and times: what a price, a fee or a term is made of. */
const termSigns =
	/[\p{Sc}%‰]|\b(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL)\b|\b(?:euros?|dollars?|pounds?|per ?cent)\b/iu;
const times =
	/\d\s?(?:(?:second|minute|hour|day|week|month|year)s?|stunden?|tagen?|wochen?|monaten?|jahren?|heures?|jours?|semaines?|mois|ans|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|ore|giorn[io]|settiman[ae]|mes[ei]|ann[io]|dagen?|weken|maanden|jaar)(?!\p{L})/iu;
/** Notices that stand in the foot of every page and end like sentences. */
const notices =
	/(?:©|\(c\)|copyright).*|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|alle rechten voorbehouden|todos os direitos reservados/giu;
const companyForm =
	/(?:^|[\s,])(?:ltd|inc|co|corp|llc|plc|s\.?a|b\.?v|n\.?v|s\.?r\.?l|s\.?p\.?a|s\.?l|a\.?s|pty)\.$/i;

/** @param said the sentence that the line is part of, else the line */
export function speaksOfTerms(text: string, said: string): boolean {
	return termSigns.test(text) || times.test(text) || isSentence(said.replace(notices, '').trim());
}

/** A line of several words that ends with a stop and is written as running text, not as a title. */
function isSentence(text: string): boolean {
	if (!/[.!?。！？;]["'”’»)\]]{0,2}$/u.test(text) || companyForm.test(text)) return false;
	if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(text)) return text.length > 8;
	const words = text.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
	const last = words.at(-1) ?? '';
	const isShortened = words.length < 6 && isCommonAbbreviation(last);
	const isSmall = words.slice(1).filter((word) => /^[^\p{Lu}]/u.test(word)).length;
	return words.length >= 4 && isSmall >= words.length / 3 && !isShortened;
}
