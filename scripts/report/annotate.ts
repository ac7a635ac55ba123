/** What GitHub shows on the page of a run. */
import path from 'node:path';
import type { Fault } from '../../src/model/fault.ts';

/** Prints one annotation. Its words cannot begin another command, whatever names they hold. */
export function annotate(kind: 'notice' | 'warning' | 'error', words: string): void {
	console.log(`::${kind}::${escapeData(words)}`);
}

/** At most ten of a step are shown, in the files themselves where these are part of a proposal. */
export function annotateFaults(faults: readonly Fault[]): void {
	for (const { where, what, remedy } of faults) {
		const [, file = where, line = '1'] = /^(.*?):(\d+)(?::|$)/.exec(where) ?? [];
		const place = path.relative(process.cwd(), path.resolve(file));
		console.log(`::error file=${escapeProperty(place)},line=${line}::${escapeData(`${what}\n${remedy}`)}`);
	}
}

function escapeProperty(value: string): string {
	return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(words: string): string {
	return words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
