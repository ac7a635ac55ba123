/** Bounds how many tasks run at once: requests of a run, threads that read pages. */

/** At most so many of the tasks given to the result run at once; the others wait in order. */
export function createSlots(count: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
	let free = count;
	const waiting: (() => void)[] = [];
	return async (task) => {
		if (free > 0) free--;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			return await task();
		} finally {
			// A slot that somebody waits for is handed over without becoming free.
			const next = waiting.shift();
			if (next === undefined) free++;
			else next();
		}
	};
}
