/**
 * Reads what a line says of the day of its own edition: "Last updated: 3 March 2025", "Diese Bedingungen gelten ab dem 1. Mai 2024". A day that a line
 * only mentions is not read, nor one that holds for some readers alone.
 */
import type { DaySaid } from '../model/dated.ts';
import { countWords } from './words.ts';
import { type DayOrder, type WrittenDay, writtenDays } from './written-days.ts';

export interface DayStatement {
	readonly says: DaySaid;
	/** `YYYY-MM-DD`; null where day and month cannot be told apart. */
	readonly day: string | null;
}

const effective = [
	'effective(?: date)?|(?:in|into) (?:effect|force)|takes? effect|entry into force|valid|applicable|appl(?:y|ies)',
	'gültig|gültigkeit|in kraft|inkrafttreten|wirksam|geltung|gilt|gelten',
	"en vigueur|date d[’']effet|(?:prise d[’']|prend |prennent )effet|applicables?",
	'en vigor|entrada en vigor|vigentes?|(?:fecha de )?vigencia|em vigor|(?:data de )?vigência|in vigore|(?:data di )?efficacia|efficac[ei]|valid[aoie]',
	'ingangsdatum|van kracht|geldig|geldend|gäller|i kraft|gældende|gjelder|voimassa|voimaan',
	'obowiązuj\\p{L}*|w życie|platn\\p{L}*|účinn\\p{L}*|hatályos|hatályba|în vigoare|yürürlük(?: tarihi)?|yürürlüğe giriş tarihi',
	'вступа\\p{L}* в силу|действу\\p{L}*|набира\\p{L}* чинності',
	'施行日|発効日|適用日|生效日期|生效日|施行日期|시행일자?|시행 일자',
].join('|');
const updated = [
	'(?:updated?|modified|modification|revised|revision|amended|changed)(?: date)?|update date|version(?: date| of)?',
	'aktualisiert|aktualisierung|geändert|änderung|überarbeitet|überarbeitung|stand|fassung|version vom',
	'mise? à jour|mises à jour|modifiée?s?|modification|révision|révisée?s?',
	'actualizaci[óo]n|actualizad[oa]s?|modificaci[óo]n|modificad[oa]s?|revisi[óo]n|revisad[oa]s?',
	'atualizaç[ãa]o|atualizad[oa]s?|modificaç[ãa]o|revis[ãa]o|aggiornamento|aggiornat[oaie]|modifica|modificat[oaie]|revisione',
	'bijgewerkt|gewijzigd|wijziging|herzien|uppdaterad(?:e|es)?|ändrad|opdateret|oppdatert|ændret|endret|päivitetty',
	'aktualizacj[ai]|aktualizovan\\p{L}*|aktualizac\\p{L}*|aktualizáci\\p{L}*|zmian\\p{L}*|frissít\\p{L}*|módosít\\p{L}*|actualizat\\p{L}*|actualizări\\p{L}*|güncel\\p{L}*',
	'обновл\\p{L}*|изменени\\p{L}*|редакци\\p{L}*|оновлен\\p{L}*',
	'最終更新日?|更新日期?|改定日|改訂日|修订日期|修訂日期|最近更新日期|更新于|개정일자?|최종 수정일',
].join('|');
/** Words between what is said and its day. */
const fillers =
	'date|dates|as|of|from|on|since|is|was|were|are|been|the|starting|beginning|day|at|le|du|au|depuis|a|à|compter|partir|de|desde|el|del|dal|dalla|il|al|em|da|do|das|vanaf|per|op|sinds|ab|am|dem|den|seit|zum|vom|der|letzte[nr]?|från|fra|od|dne|dnia|z|dn|la|с|от|від|з|bu|tarihi?|last|datum|utc';

/** Signs between them. */
const gap = String.raw`[\s:：.,*_()（）[\]–—-]`;

/** What is said, and after it nothing but fillers up to the day. */
const saidBefore = new RegExp(
	`(?<!\\p{L})(?:(?<effective>${effective})|(?<updated>${updated}))(?:${gap}+(?:${fillers})){0,6}${gap}*$`,
	'iu',
);
/** The same behind the day. */
const saidAfter = new RegExp(
	`^${gap}*(?:부터 |から|より|に)?(?:(?<effective>施行|発効|시행)|(?<updated>更新|改定|改訂|修订|修訂|개정))`,
	'iu',
);

/** Of another edition, of what some readers alone are told, or of the day on which it ends. */
const elsewhere =
	/(?<!\p{L})(?:previous(?:ly)?|prior|former(?:ly)?|before|earlier|older|archived?|superseded|replaced?|until|through|expire[sd]?|if|when|unless|where|who|upon|for|users?|customers?|members?|accounts?|residents?|existing|outside|only|law|act|regulation|directive|statute|decision|initial(?:ly)?|originally|bisher\p{L}*|früher\p{L}*|vorherig\p{L}*|bis|précédent\p{L}*|antérieur\p{L}*|jusqu\p{L}*|anterior\p{L}*|hasta|precedent\p{L}*|fino|até|vorige|eerdere|tot|poprzedni\p{L}*|предыдущ\p{L}*)(?!\p{L})/iu;
/** The same right behind a day: "for existing users". A link to other editions may stand there as well. */
const limited =
	/^[^\p{L}([]*(?:\p{L}+[\s,]+){0,3}?(?:for|in|if|unless|where|until|through|to|users?|customers?|residents?|only|outside|für|bis|pour|para|per|voor|tot|jusqu\p{L}*|hasta|fino|até)(?!\p{L})/iu;
/** What speaks of itself. */
const itself =
	/^\W*(?:(?:this|these|the (?:following|present)|the current|our)|diese[rs]?|die (?:vorliegenden|folgenden)|la présente|les présente?s|le présent|cette|ces|est[aeo]s?|la presente|las presentes|il presente|le presenti|quest[aeoi]|a presente|deze|dit|den(?:na|ne)|dessa|disse|detta|niniejsz\p{L}*|настоящ\p{L}*)(?!\p{L})/iu;

/** "These updates go into effect on": of a text that may stand on another page. */
const ofChanges = /(?<!\p{L})(?:updates?|changes?|modifications?|amendments?|änderungen|cambios)(?!\p{L})/iu;
/** "Our new terms take effect on": in front of them, or in front of those in force. */
const ofNew = /(?<!\p{L})(?:new|updat\p{L}+|chang\p{L}+|revis\p{L}+)(?!\p{L})/iu;
/** Then those in force are elsewhere, and the page shows the new ones. */
const ofFormer = /(?<!\p{L})(?:current|prior|previous|former)(?!\p{L})/iu;
const goesOn = /^[^\p{L}]*\p{Ll}/u;

/** Characters looked at on either side of a day. */
const reach = 120;
/** Words of a line that states a day and says little else, without the day. */
const mostOfLine = 8;
/** Words of a sentence that says of itself since when it holds, up to the day. */
const mostOfSentence = 20;

/** @param order of days that are all digits, where they do not tell it themselves */
export function statedDays(line: string, order: DayOrder | null): DayStatement[] {
	const apart = unglued(line);
	const days = writtenDays(apart, order);
	return days.map((day, at) => statementAt(apart, days, day, at)).filter((found) => found !== null);
}

/** Pages put "Last updated" right behind the title: "Privacy PolicyLast updated". */
function unglued(line: string): string {
	return line.replace(/(\p{Ll})(?=(?:Last|Effective|Updated|Revised)\b)/gu, '$1. ');
}

function statementAt(
	line: string,
	days: readonly WrittenDay[],
	{ day, start, end }: WrittenDay,
	at: number,
): DayStatement | null {
	const lead = sentenceBefore(line.slice(Math.max(days[at - 1]?.end ?? 0, start - reach), start));
	const tail = sentenceAfter(line.slice(end, Math.min(days[at + 1]?.start ?? line.length, end + reach)));
	const said = saidBefore.exec(lead);
	if (said === null) return lead.trim() === '' ? behind(tail, day) : null;
	const begins = lead.slice(0, said.index);
	if (elsewhere.test(lead) || limited.test(tail)) return null;
	return mayState(begins, tail, line) ? { says: kindOf(said), day } : null;
}

function kindOf(said: RegExpExecArray): DaySaid {
	return said.groups?.effective === undefined ? 'updated' : 'effective';
}

/** Whether the words around leave it a statement on the edition in hand. @param begins what stands in front of what is said */
function mayState(begins: string, tail: string, line: string): boolean {
	if (ofChanges.test(begins)) return false;
	if (itself.test(begins)) return countWords(begins) <= mostOfSentence;
	// What goes on from before, or on behind a comma, is a part of some other sentence.
	if (goesOn.test(begins) || /^\s*,\s*\p{Ll}/u.test(tail)) return false;
	if (countWords(begins) > mostOfLine) return false;
	return !ofNew.test(begins) || ofFormer.test(line);
}

function behind(tail: string, day: string | null): DayStatement | null {
	const said = saidAfter.exec(tail);
	return said === null ? null : { says: kindOf(said), day };
}

/** What ends a sentence, or parts it: a stop before white space, a bar, a bullet. */
const stop = /[.!?。](?=\s)|[|;•·]/g;

function sentenceBefore(text: string): string {
	let from = 0;
	for (const found of text.matchAll(stop)) if (!isAbbreviated(text, found.index)) from = found.index + 1;
	return text.slice(from);
}

function sentenceAfter(text: string): string {
	const end = [...text.matchAll(stop)].find(({ index }) => !isAbbreviated(text, index))?.index;
	return end === undefined ? text : text.slice(0, end);
}

/** A single letter before a stop is a short form. */
function isAbbreviated(text: string, at: number): boolean {
	return text[at] === '.' && /(?<!\p{L})\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
}
