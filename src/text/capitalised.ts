/** The first letter as at the beginning of a sentence; the rest as it is. */
export function capitalised(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
