/** The commands that show a change, any two versions or one text in a clone of the archive, ready to be pasted into a shell. */

/** @param path inside the repository, see `Archive.prefix`; git takes it from the root of the clone */
export function showCommand(commit: string, path: string): string {
	return `git show --word-diff ${commit.slice(0, 10)} -- ${quoted(path)}`;
}

/** The same of any two versions. */
export function compareCommand(before: string, after: string, path: string): string {
	return `git diff --word-diff ${before} ${after} -- ${quoted(path)}`;
}

/** The same where the file was renamed between them. */
export function compareFilesCommand(
	before: { readonly commit: string; readonly path: string },
	after: { readonly commit: string; readonly path: string },
): string {
	const [one, other] = [before, after].map(({ commit, path }) => `${commit}:${forShell(path)}`);
	return `git diff --word-diff ${one} ${other}`;
}

/** The text as it stood at a commit. */
export function textCommand(commit: string, path: string): string {
	return `git show ${commit.slice(0, 10)}:${forShell(path)}`;
}

/** Names come from archives that anybody may have written: nothing in one may be a pattern to git. */
function quoted(path: string): string {
	return forShell(/[*?[\\]|^:/.test(path) ? `:(literal)${path}` : path);
}

/** Nor may the shell run anything of it. */
function forShell(words: string): string {
	return /["$`\\!]/.test(words) ? `'${words.replaceAll("'", String.raw`'\''`)}'` : `"${words}"`;
}
