/** Finds dates, times and "three days ago": a text that differs in these alone has not changed its terms. */

const months = [
	'jan(?:uary|uari|uar|vier|eiro)?|feb(?:ruary|ruari|ruar)?|fév(?:rier)?|fevereiro|febrero|febbraio|enero|gennaio',
	'mar(?:ch|s|zo|ço)?|maart|märz|apr(?:il|ile)?|avr(?:il)?|abril|may|mai|mayo|maio|maggio|mei|mag',
	'jun(?:e|i|io|ho)?|juin|giugno|jul(?:y|i|io|ho)?|juillet|luglio|aug(?:ust|ustus)?|août|agosto',
	'sep(?:t|tember|tembre|tiembre)?|setembro|settembre|o[ck]t(?:ober|obre|ubre)?|outubro|ottobre',
	'nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embre|embro)?|déc(?:embre)?|dicembre|diciembre',
	'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
].join('|');

const patterns = [
	String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?`,
	String.raw`\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)`,
	String.raw`\d{4}[./]\d{1,2}[./]\d{1,2}(?!\d)`,
	String.raw`\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?`,
	String.raw`\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s?(?:of\s|de\s)?(?:${months})\b\.?,?(?:\s?(?:de\s)?\d{4})?`,
	String.raw`(?:${months})\b\.?\s?\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s?\d{4})?`,
	String.raw`(?:${months})\b\.?,?\s?(?:de\s)?\d{4}`,
	String.raw`(?:©|\(c\)|copyright)\s?\d{4}(?:\s?[-–—]\s?(?:\d{4}|present))?`,
	String.raw`\d+\s(?:second|minute|hour|day|week|month|year)s?\sago`,
	String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:utc|gmt|[ecmp][sd]t))?`,
];

const date = new RegExp(`(?<![\\p{L}\\d])(?:${patterns.join('|')})`, 'giu');
/** Cheap first look: most clauses hold no digit. */
const digit = /\d/;

/** `text` without its dates; the very same string where it has none. */
export function withoutDates(text: string): string {
	return digit.test(text) ? text.replace(date, ' ') : text;
}
