/** What GitHub shows on the page of a run. */

/** Prints one annotation. Its words cannot begin another command, whatever names they hold. */
export function annotate(kind: 'warning' | 'error', words: string): void {
	console.log(`::${kind}::${escapeData(words)}`);
}

/** @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(words: string): string {
	return words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
