/** Tells the line in which an edition names its day ("Last updated: 3 March 2025") from a sentence in which a day is a term. */
import { withoutDates } from './dates-in-text.ts';
import { countWords } from './words.ts';

/** What such lines say beside the day, in the languages that agreements are published in. */
const editionWords = new RegExp(
	[
		String.raw`\b(?:(?:last |recently )?(?:updat|revis|modif|amend|review|chang|publish|post|issu)ed\b|updates?\b|revision|version|edition|effective|in force|in effect|dated?\b|as of\b|copyright)`,
		String.raw`\b(?:stand\b|gültig|aktualisier|geändert|änderung|fassung|inkrafttreten|in kraft|version vom|datum)`,
		String.raw`\b(?:mise? à jour|en vigueur|modifi|dernière|date d)`,
		String.raw`\b(?:actualiz|modificac|vigor|vigente|vigencia|última|atualiza|modificad|fecha|data)`,
		String.raw`\b(?:aggiornat|ultima|revisione|laatst|bijgewerkt|ingang|herzien|senast|uppdater|ändrad|sidst|sist|opdater|oppdater|ændret|päivite|voimaan)`,
		String.raw`\b(?:güncel|yürürlük|aktualiz|platn|účinn|zmien|obowiązuj|frissít|hatály)`,
		'обновл|редакци|вступ|изменен|дата|оновлен|редакці|ενημέρω|ισχύ',
		'更新|改定|改訂|施行|制定|生效|修订|修訂|发布|發布|日期|시행|개정|تحديث',
	].join('|'),
	'iu',
);
const copyright = /©|\(c\)\s?\d{4}|\bcopyright\b/iu;
const age = /\b\d+\s(?:second|minute|hour|day|week|month|year)s?\sago\b/iu;
const versionNumber = /\b(?:version|v\.?)\s?\d+(?:\.\d+)*\b/giu;
const year = /\b(?:19|20)\d{2}\b/g;
const digit = /\d/;

/** Longer sentences say more than their day. In characters, as a cheap first look, and in words beside the day. */
const longestLine = 160;
const mostWords = 12;
/** "jane, 3 days ago" */
const mostBesideAge = 3;

/** The line without its days where it is such a line; null where a day in it, if there is one, is a term like any other. */
export function withoutEditionDay(line: string): string | null {
	if (line.length > longestLine || !digit.test(line)) return null;
	if (copyright.test(line) && countWords(line) <= mostWords) return line.replace(year, ' ');
	const undated = withoutDates(line);
	const bare = undated.replace(versionNumber, ' version ');
	if (bare === line) return null;
	const words = countWords(bare);
	if (words === 0 && undated !== line) return '';
	if (age.test(line) && words <= mostBesideAge) return bare;
	return words <= mostWords && editionWords.test(line) ? bare : null;
}
