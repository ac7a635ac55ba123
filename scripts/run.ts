/** How every command ends: what a person can mend is said in a sentence, any other error is ours and shows its stack. */
import { getSystemErrorMessage } from 'node:util';
import { Fault } from '../src/model/fault.ts';

/** Runs a command and sets the exit code: 1 where it threw. */
export async function run(command: () => Promise<void>): Promise<void> {
	try {
		await command();
	} catch (error) {
		console.error(wordsOf(error));
		process.exitCode = 1;
	}
}

/** @returns the error itself, with its stack, where nobody but us can mend it */
export function wordsOf(error: unknown): unknown {
	if (error instanceof Fault) return error.message;
	if (!(error instanceof Error)) return error;
	if (isMisuse(error)) return `${error.message}\n  README.md, Commands, says what each command takes.`;
	return systemFault(error)?.message ?? error;
}

/** What node:util says of arguments that a command does not know. */
function isMisuse(error: Error): boolean {
	return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

const otherPlace = 'Name a folder where a folder is meant, and a file where a file is.';
const otherRights = 'Let this user read and write it, or name another place.';
const moreRoom = 'Make room there, or name another place, and run the command again.';

/** What the operating system refuses for a reason that lies with the machine: a file that is missing is not one, for it may be ours. */
const remedies: Readonly<Record<string, string>> = {
	ENOTDIR: otherPlace,
	EISDIR: otherPlace,
	EEXIST: otherPlace,
	ELOOP: otherPlace,
	ENAMETOOLONG: otherPlace,
	EACCES: otherRights,
	EPERM: otherRights,
	EROFS: otherRights,
	ENOSPC: moreRoom,
	EDQUOT: moreRoom,
	EIO: 'The disk cannot be read or written. Look at it before anything else.',
	EMFILE: 'Let programs open more files at once (ulimit -n), and run the command again.',
};

function systemFault(error: NodeJS.ErrnoException): Fault | null {
	const remedy = remedies[error.code ?? ''];
	if (remedy === undefined || error.path === undefined || error.errno === undefined) return null;
	return new Fault(getSystemErrorMessage(error.errno), error.path, remedy, error);
}
