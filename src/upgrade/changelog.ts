/** What CHANGELOG.md says of the releases between two. */
import { compareVersions } from './version-order.ts';

export interface ReleaseNotes {
	/** `1.2.3` */
	readonly version: string;
	/** What its section "What you must do" holds, as Markdown; null where it asks for nothing. */
	readonly mustDo: string | null;
	/** All other sections, as Markdown. */
	readonly news: string;
}

/** Newest first. @param since this one is left out @param until this one is the last */
export function notesBetween(changelog: string, since: string, until: string): ReleaseNotes[] {
	return sectionsOf(changelog, /^## v?(\d+\.\d+\.\d+)\b.*$/)
		.filter(({ title }) => compareVersions(title, since) > 0 && compareVersions(title, until) <= 0)
		.map(({ title, text }) => {
			const parts = sectionsOf(text, /^### (.+)$/);
			const mustDo = parts.filter((part) => part.title === mustDoTitle).map((part) => part.text.trim());
			const news = parts.filter((part) => part.title !== mustDoTitle).map((part) => part.whole.trim());
			const before = text.split(/^### /m)[0]?.trim() ?? '';
			return {
				version: title,
				mustDo: mustDo.join('\n\n') || null,
				news: [before, ...news].filter(Boolean).join('\n\n'),
			};
		});
}

export const mustDoTitle = 'What you must do';

interface Section {
	readonly title: string;
	readonly text: string;
	/** With its title. */
	readonly whole: string;
}

/** @param heading matches a line that begins one, and names it; a heading of the same depth that it does not match ends one */
function sectionsOf(text: string, heading: RegExp): Section[] {
	const depth = heading.source.startsWith('^### ') ? /^#{1,3} / : /^#{1,2} /;
	const sections: { title: string; lines: string[] }[] = [];
	let open = false;
	for (const line of text.split('\n')) {
		const title = heading.exec(line)?.[1]?.trim();
		if (title !== undefined) sections.push({ title, lines: [line] });
		else if (open && !depth.test(line)) sections.at(-1)?.lines.push(line);
		if (depth.test(line)) open = title !== undefined;
	}
	return sections.map(({ title, lines }) => ({
		title,
		text: lines.slice(1).join('\n'),
		whole: lines.join('\n'),
	}));
}
