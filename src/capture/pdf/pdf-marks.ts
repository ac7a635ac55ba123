/** What stands before a list item or a clause of a PDF: bullets and numbers. */

/** Bullets, those of symbol fonts included; a dash or an o only before a space, for words begin with them too. */
export const bullet = /^(?:[•◦▪▫●○■□‣⁃∙·►➢✓\uf0a7\uf0b7\uf0d8\uf076\uf02d]\s*|[-–—o*]\s)/u;
/** "1.", "2.3", "(a)", "iv)", "Article 4", "§ 5" */
export const label =
	/^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\s|\d{1,2}(?:\.\d{1,2})+\s|(?:article|section|artikel|§)\s*\d)/i;

const wholeMark =
	/^(?:(?:article|art\.|section|sec\.|artikel|clause|§{1,2})?\s*\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.):]{1,2}|\d{1,2}(?:\.\d{1,2})+|(?:article|art\.|section|sec\.|artikel|clause|§{1,2})\s*\d{1,3}(?:\.\d{1,3})*\w?)$/i;

/** A mark alone, set apart from the words that it belongs to, as where numbers hang in the margin. */
export function isMark(text: string): boolean {
	return wholeMark.test(text) || bullet.exec(`${text} `)?.[0].trim() === text;
}
