/** What a preview says in the terminal: what it is doing, for how long, and what is wrong with the files. */
import { workInWords } from '../../src/build/preview/preview-pages.ts';
import type { LiveState } from '../../src/load/live/live-archive.ts';
import { counted } from '../../src/text/counts-in-words.ts';

/** Between two lines about the same work, in milliseconds. */
const sayEvery = 5_000;

export function tellPreview(say: (line: string) => void): (state: LiveState, before: LiveState) => void {
	let saidAt = 0;
	return ({ archive, faults, work }, before) => {
		const now = Date.now();
		if (work !== null && (work.since !== before.work?.since || now - saidAt > sayEvery)) {
			say(workInWords(work, now));
			saidAt = now;
		}
		if (work === null && before.work !== null && archive !== null)
			say(
				`Read: ${counted(archive.entries.length, 'version')}, in ${((now - before.work.since) / 1000).toFixed(1)} s.`,
			);
		if (faults.map(({ message }) => message).join() === before.faults.map(({ message }) => message).join())
			return;
		if (faults.length === 0) say('All faults are mended.');
		for (const { message } of faults) say(message);
	};
}
