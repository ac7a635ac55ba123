/** Reads the days that a text writes out, in the languages that agreements are published in: "3 March 2025", "1er mars 2024", "2024年3月1日". */

/** A day as a text writes it. */
export interface WrittenDay {
	/** `YYYY-MM-DD`; null where day and month cannot be told apart, as in 03/04/2025. */
	readonly day: string | null;
	/** Its place in the text. */
	readonly start: number;
	readonly end: number;
}

/** What comes first in 03/04/2025. */
export type DayOrder = 'day' | 'month';

/** Names of each month in order, with the cases and short forms in which dates hold them. One that names two months in two languages is none, but `listopada`: see `croatian`. */
const names = [
	'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia ledna január januára január tammikuuta ianuarie января січня ocak',
	'february feb februar februari février févr fév fevrier febrero febbraio febbr fevereiro fev lutego února február februára helmikuuta februarie февраля лютого şubat',
	'march mar märz maart mars marzo março marco marca března březen március martie maaliskuuta марта березня mart',
	'april apr avril avr abril abr aprile aprill kwietnia dubna április apríla aprilie huhtikuuta апреля квітня nisan',
	'may mai mayo maggio mag maio mei maj maja května május mája toukokuuta мая травня mayıs',
	'june jun juni juin junio giugno giu junho czerwca června június júna iunie kesäkuuta июня червня haziran',
	'july jul juli juillet juil julio luglio lug julho lipca července július júla iulie heinäkuuta июля липня temmuz',
	'august aug août aout agosto ago augustus augusti sierpnia srpna augusztus augusta elokuuta августа серпня ağustos',
	'september sept sep septembre septiembre settembre sett setembro września září szeptember septembra septembrie syyskuuta сентября вересня eylül',
	'october oct oktober okt octobre octubre ottobre ott outubro out października října október októbra octombrie lokakuuta октября жовтня ekim',
	'november nov novembre noviembre novembro listopada listopadu novembra noiembrie marraskuuta ноября листопада kasım',
	'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia prosince decembra decembrie joulukuuta декабря грудня aralık',
].map((line) => line.split(' '));

const monthOfName = new Map(names.flatMap((forms, at) => forms.map((name) => [name, at + 1] as const)));

// The longest first: an alternation takes the first that fits.
const month = [...monthOfName.keys()].sort((one, other) => other.length - one.length).join('|');
const year = String.raw`(?:19|20)\d{2}`;

/** The Polish November is the Croatian October. Croatian puts a point after the day, which Polish never does, and none of its months are read here. */
const croatian = String.raw`\.[\s-]?listopada`;

const patterns = [
	String.raw`(?<isoYear>${year})(?<mark>[-./])(?<isoMonth>\d{1,2})\k<mark>(?<isoDay>\d{1,2})(?!\d)`,
	String.raw`(?<cjkYear>${year})\s?[年년]\s?(?<cjkMonth>\d{1,2})\s?[月월]\s?(?<cjkDay>\d{1,2})\s?[日일]?`,
	String.raw`(?<one>\d{1,2})(?<between>[-./])(?<other>\d{1,2})\k<between>(?<numericYear>${year}|(?<=\d\d\.\d\d\.)\d\d)(?![\d.])`,
	String.raw`(?<dayBefore>\d{1,2})(?!${croatian})(?:st|nd|rd|th|er|\.|º|°)?[\s-]?(?:of\s|de\s|d[’'])?(?<nameAfter>${month})\b\.?,?[\s-]?(?:de\s|del\s)?(?<yearAfter>${year})(?!\d)`,
	String.raw`(?<name>${month})[.,]?\s(?<dayAfter>\d{1,2})(?:st|nd|rd|th)?,?\s?(?<year>${year})(?!\d)`,
].map((pattern) => `(?:${pattern})`);

/** `\b` knows no letters but English ones. */
const written = new RegExp(
	`(?<![\\p{L}\\d])(?:${patterns.join('|').replaceAll(String.raw`\b`, String.raw`(?!\p{L})`)})`,
	'giu',
);
const digit = /\d/;

/** In the order of the text. @param order of days that are all digits, where they do not tell it themselves */
export function writtenDays(text: string, order: DayOrder | null): WrittenDay[] {
	if (!digit.test(text)) return [];
	return [...text.matchAll(written)].map((found) => {
		const { groups: parts = {}, index: start } = found;
		return { day: dayOf(parts, order), start, end: start + found[0].length };
	});
}

type Parts = Readonly<Record<string, string | undefined>>;

function dayOf(parts: Parts, order: DayOrder | null): string | null {
	const { isoYear, isoMonth, isoDay, cjkYear, cjkMonth, cjkDay } = parts;
	if (isoYear !== undefined) return calendarDay(isoYear, Number(isoMonth), Number(isoDay));
	if (cjkYear !== undefined) return calendarDay(cjkYear, Number(cjkMonth), Number(cjkDay));
	const { dayBefore, nameAfter, yearAfter, name, dayAfter } = parts;
	if (nameAfter !== undefined) return calendarDay(yearAfter, monthNamed(nameAfter), Number(dayBefore));
	if (name !== undefined) return calendarDay(parts.year, monthNamed(name), Number(dayAfter));
	return numericDay(parts, order);
}

/** Points stand in languages that begin with the day; other signs say nothing of the order, numbers above twelve all. */
function numericDay({ one, other, between, numericYear = '' }: Parts, order: DayOrder | null): string | null {
	const [first, second] = [Number(one), Number(other)];
	const told = between === '.' || first > 12 ? 'day' : second > 12 ? 'month' : order;
	if (told === null && first !== second) return null;
	const whole = numericYear.length === 2 ? `20${numericYear}` : numericYear;
	return told === 'month' ? calendarDay(whole, first, second) : calendarDay(whole, second, first);
}

/** What days in digits alone say of the order of all such days; null where they say nothing. */
export function orderShown(text: string): DayOrder | null {
	if (!digit.test(text)) return null;
	for (const { groups: parts = {} } of text.matchAll(written)) {
		if (parts.numericYear === undefined || parts.between === '.') continue;
		if (Number(parts.one) > 12) return 'day';
		if (Number(parts.other) > 12) return 'month';
	}
	return null;
}

function monthNamed(name: string): number {
	return monthOfName.get(name.toLowerCase()) ?? 0;
}

/** Null for a day that no calendar has. */
function calendarDay(year: string | undefined, month: number, day: number): string | null {
	const time = Date.UTC(Number(year), month - 1, day);
	const exists = month >= 1 && month <= 12 && day >= 1 && new Date(time).getUTCDate() === day;
	return exists ? new Date(time).toISOString().slice(0, 10) : null;
}
