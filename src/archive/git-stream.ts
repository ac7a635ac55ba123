/** Streams what a git command prints; bulk reads go through here because one process for a whole history is 40 times faster than many. */
import { spawn } from 'node:child_process';
import { Fault } from '../model/fault.ts';
import { commandOf, gitEnvironment, gitSettings } from './git-environment.ts';

/**
 * Yields the standard output of `git <args>` run in `directory`, in chunks.
 * @throws Fault when git cannot start or ends with another status than 0: an archive must never shrink quietly
 */
export async function* streamGit(
	directory: string,
	args: readonly string[],
	input = '',
): AsyncGenerator<Buffer> {
	const child = spawn('git', [...gitSettings.flatMap((setting) => ['-c', setting]), ...args], {
		cwd: directory,
		env: gitEnvironment(args),
	});
	const ended = new Promise<number | Error>((resolve) => {
		child.once('error', resolve);
		child.once('close', resolve);
	});
	let complaint = '';
	child.stderr.on('data', (chunk: Buffer) => {
		complaint = (complaint + chunk).slice(-2000);
	});
	// git may end before it has read its input; its exit status tells why.
	child.stdin.on('error', () => {});
	child.stdin.end(input);
	try {
		yield* child.stdout;
	} finally {
		child.kill();
	}
	const status = await ended;
	if (status !== 0) throw gitFault(directory, args, status, complaint);
}

/** All that `git <args>` prints, as text. For answers of a few megabytes at most. */
export async function readGit(directory: string, args: readonly string[]): Promise<string> {
	return (await collect(streamGit(directory, args))).toString('utf8');
}

/** Joins the chunks of a stream. */
export async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
}

function gitFault(
	directory: string,
	args: readonly string[],
	status: number | Error,
	complaint: string,
): Fault {
	if (status instanceof Error) {
		return new Fault(
			'git could not be started',
			directory,
			'Install git and see that the directory exists.',
			status,
		);
	}
	return new Fault(
		`git ${commandOf(args)} ended with status ${status}: ${complaint.trim() || 'no message'}`,
		directory,
		'Nothing was published. See to the repository (git fsck names what is damaged) and run again.',
	);
}
