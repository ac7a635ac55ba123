/** What a person wrote of a change. Computed words and a person's never look alike: each place that shows a note says whose it is. */
import type { Agreement, Archive, Entry } from '../../model/archive.ts';
import type { Note } from '../../model/editorial.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';

type Place = Pick<Entry, 'agreement'> & { readonly change: Pick<Entry['change'], 'day'> };

/** The notes on one change, the oldest first; most changes have none. */
export function notesOn({ notes }: Pick<Archive, 'notes'>, { agreement, change }: Place): readonly Note[] {
	return notesOf({ notes }, agreement).filter((note) => note.change === change.day);
}

const none: readonly Note[] = [];
const byPath = new WeakMap<Archive['notes'], Map<string, Note[]>>();

/** All notes on changes of an agreement, under each of its names the oldest first. */
export function notesOf(
	{ notes }: Pick<Archive, 'notes'>,
	{ path, former }: Pick<Agreement, 'path' | 'former'>,
): readonly Note[] {
	let known = byPath.get(notes);
	if (known === undefined) {
		const inOrder = notes.toSorted(
			(one, other) => compare(one.written, other.written) || compare(one.file, other.file),
		);
		known = Map.groupBy(inOrder, ({ platform, agreement: name }) => `${platform}/${name}.md`);
		byPath.set(notes, known);
	}
	const own = known.get(path) ?? none;
	if (former.length === 0) return own;
	return [...former.flatMap((name) => known.get(name.path) ?? none), ...own];
}

/** A note for feed readers, which know no style of ours: the label is part of the words. */
export function noteHtml(note: Note): string {
	const label = `Note by ${note.author}, ${dayInWords(note.written)}, not computed:`;
	return `<p><strong>${escapeHtml(label)}</strong> ${escapeHtml(note.summary)}</p>`;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
