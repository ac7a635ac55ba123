/** What people wrote about the demonstration's agreements: the files in `editorial/`, and the commits by which they go into its collection. */
import path from 'node:path';
import { readEditorial } from '../../src/archive/editorial.ts';
import { git } from '../../src/archive/git.ts';

export const editorialDirectory = path.join(import.meta.dirname, 'editorial');

export interface WrittenText {
	/** Below the collection: `notes/hafenblick-no-letter.mdx`. */
	readonly file: string;
	/** The day that its head names: `YYYY-MM-DD`. */
	readonly day: string;
	readonly author: string;
	/** Subject of its commit. */
	readonly subject: string;
}

/** Who commits a text that names no author. */
const editors = 'The editors';

/**
 * Oldest first.
 * @throws Fault for the first file that cannot be used
 */
export async function writtenTexts(directory = editorialDirectory): Promise<readonly WrittenText[]> {
	const { provisions, posts, notes, pages, faults } = await readEditorial(directory);
	if (faults[0]) throw faults[0];
	const texts: WrittenText[] = [
		...provisions.map(({ file, reviewed, author = editors, platform, title }) => ({
			file,
			day: reviewed,
			author,
			subject: `Explain a clause of ${platform}: ${title}`,
		})),
		...posts.map(({ file, published, author, title }) => ({
			file,
			day: published,
			author,
			subject: `Post: ${title}`,
		})),
		...notes.map(({ file, written, author, platform, agreement, change }) => ({
			file,
			day: written,
			author,
			subject: `Note on the change of ${change}: ${platform} ${agreement}`,
		})),
		...pages.map(({ file, updated, title }) => ({
			file,
			day: updated,
			author: editors,
			subject: `Page: ${title}`,
		})),
	];
	return texts.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
}

/** People write in the afternoon; the robot looks in the small hours. */
export function momentOf({ day }: WrittenText): Date {
	return new Date(`${day}T15:30:00Z`);
}

/** Commits one text as its author would, dated as it was written: plain `git commit` knows only the present for the committer. */
export async function commitText(
	root: string,
	text: WrittenText,
	file: string,
	bytes: Buffer,
): Promise<void> {
	const tip = (await git(root, ['rev-parse', 'HEAD'])).trim();
	const who = `${text.author} <${mailbox(text.author)}> ${momentOf(text).getTime() / 1000} +0000`;
	const message = Buffer.from(`${text.subject}\n`);
	const stream = [
		`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.byteLength}\n`,
		message,
		`\nfrom ${tip}\nM 100644 inline ${file}\ndata ${bytes.byteLength}\n`,
		bytes,
		'\ndone\n',
	];
	const input = Buffer.concat(stream.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
	await git(root, ['fast-import', '--quiet', '--done', '--date-format=raw'], input);
	await git(root, ['checkout', 'HEAD', '--', file]);
}

/** "K. Lüders" → `k.luders@clausetrail.example` */
function mailbox(author: string): string {
	const plain = author.normalize('NFD').toLowerCase();
	return `${plain.replace(/[^a-z ]/g, '').replaceAll(' ', '.')}@clausetrail.example`;
}
