/** Says how far the demonstration has come: one line that is rewritten in a terminal, a line a year elsewhere. */
import type { Progress } from './capture-history.ts';

/** @param out standard output, or anything that takes its place */
export function progressWriter(
	out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
): (progress: Progress) => void {
	let year = '';
	return (progress) => {
		const ended = progress.checks === progress.checksInAll;
		if (out.isTTY) out.write(`\r${inWords(progress)}${ended ? '\n' : ''}`);
		else if (ended || progress.day.slice(0, 4) !== year) out.write(`${inWords(progress)}\n`);
		year = progress.day.slice(0, 4);
	};
}

function inWords({ day, checks, checksInAll, recorded, heldBack }: Progress): string {
	const held = `${heldBack} ${heldBack === 1 ? 'capture' : 'captures'} held back`;
	const intended = checks === checksInAll ? ', as the demonstration intends' : '';
	return `${day}  check ${checks} of ${checksInAll}, ${recorded} versions recorded, ${held}${intended}`;
}
