/** How every command ends: what a person can mend is said in a sentence, any other error is ours and shows its stack. */
import { Fault } from '../src/model/fault.ts';

/** Runs a command and sets the exit code: 1 where it threw. */
export async function run(command: () => Promise<void>): Promise<void> {
	try {
		await command();
	} catch (error) {
		console.error(error instanceof Fault ? error.message : isMisuse(error) ? misuseWords(error) : error);
		process.exitCode = 1;
	}
}

function misuseWords({ message }: Error): string {
	return `${message}\n  README.md, Commands, says what each command takes.`;
}

/** What node:util says of arguments that a command does not know. */
function isMisuse(error: unknown): error is Error {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
