/** What in an extracted text is likely no part of the agreement and would make versions that mean nothing. Pure. */

export interface TextWarning {
	/** One sentence. */
	readonly what: string;
	/** The first line that shows it. */
	readonly line: string;
	/** Counted from 1. */
	readonly at: number;
}

/** A menu has at least this many entries in a row; agreements list as many links only where they list partners. */
const longestRun = 8;

/** Signs by line; each warns once, at its first line. */
const signs: readonly { readonly what: string; readonly sign: RegExp }[] = [
	{
		what: 'a time that counts on by itself: it will differ at every fetch',
		sign: /\b(?:\d+|an?|one|few) (?:second|minute|hour|day|week|month)s? ago\b|\b(?:vor \d+|il y a \d+|hace \d+|hai \d+)\b/i,
	},
	{
		what: 'a notice of cookies',
		sign: /\b(?:accept|reject|allow|manage|decline) (?:all )?(?:cookies|cookie settings)\b|\bwe use cookies to\b.{0,200}\b(?:accept|agree|consent)\b/i,
	},
	{
		what: 'code of the page',
		sign: /\bfunction ?\(|\bwindow\.\w|\bdocument\.\w+\(|=> ?\{|^\s*[.#@][\w-]+ ?\{|\bvar \w+ ?=/,
	},
	{
		what: 'page furniture: sharing, printing, feedback',
		sign: /^[-*\s[]*(?:share (?:this|on)|print this|was this (?:article|page|information) helpful|back to top|skip to (?:main )?content|related articles)\b/i,
	},
	{
		what: 'a sign-in or a search box',
		sign: /^[-*\s[]*(?:log ?in|sign ?in|sign ?up|search|subscribe)(?:\]\([^)]*\))?\s*$/i,
	},
	{
		what: 'a counter of people or visits: it will differ at every fetch',
		sign: /(?<![\w,.])\d[\d,.]* (?:views|comments|likes|shares|people (?:found|like)|out of \d+ found)\b/i,
	},
];

/** @param text Markdown as it would be archived */
export function textWarnings(text: string): readonly TextWarning[] {
	const lines = text.split('\n');
	const found = signs.flatMap(({ what, sign }) => {
		const at = lines.findIndex((line) => sign.test(line));
		return at < 0 ? [] : [{ what, line: lines[at] as string, at: at + 1 }];
	});
	return [...found, ...longRunOfLinks(lines)].sort((one, other) => one.at - other.at);
}

/** A menu, a list of languages, related articles: lines that are a link and nothing else. */
function longRunOfLinks(lines: readonly string[]): TextWarning[] {
	let run: number[] = [];
	for (const [at, line] of [...lines, 'end'].entries()) {
		if (/^\s*(?:(?:[-*]|\d+\.)\s*)?\[[^\]]*\]\([^)]*\)\s*$/.test(line)) run.push(at);
		else if (line.trim() !== '') {
			const first = run[0] ?? 0;
			if (run.length >= longestRun) {
				const what = `${run.length} lines in a row that are links alone: a menu or a list of other pages, unless it is a table of contents`;
				return [{ what, line: lines[first] as string, at: first + 1 }];
			}
			run = [];
		}
	}
	return [];
}
