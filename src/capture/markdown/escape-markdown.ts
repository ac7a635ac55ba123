/** Keeps the signs of a page from being read as Markdown. */

/** Whatever an escape could be needed for: most runs of text hold none of it. */
const suspect = /[\\*_`[\]<&]|^[-+=#~>\d]/;

/**
 * @param text a run of text, which may be the start of a line
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeMarkdown(text: string): string {
	if (!suspect.test(text)) return text;
	return (
		text
			.replace(/[\\*_`[\]]/g, '\\$&')
			// A reader would not see what passes for HTML or an entity.
			.replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&')
			// What would make a list, a heading, a quote or a fence of the line.
			.replace(/^(?:-|\+ |=+|#{1,6} |~~~|>)/, '\\$&')
			.replace(/^(\d+)\. /, '$1\\. ')
	);
}
