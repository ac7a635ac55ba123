/** Peak memory of a running process and of everything it starts, where the system tells (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

export interface PeakMemory {
	/** Bytes; null where the system does not tell. */
	readonly own: number | null;
	/** Bytes of the largest process below it. */
	readonly children: number | null;
	/** Bytes of all of them at one moment; memory that they share counts for each. */
	readonly together: number | null;
}

/**
 * Looks a few times a second until `stop` is called. The system keeps each process's own peak, so only one that lives shorter than
 * the interval is missed.
 */
export function watchMemory(pid: number): { stop(): PeakMemory } {
	const peaks = new Map<number, number>();
	let together: number | null = null;
	const look = () => {
		let sum = 0;
		for (const member of [pid, ...descendants(pid)]) {
			const peak = memoryOf(member, 'VmHWM');
			if (peak !== null) peaks.set(member, peak);
			sum += memoryOf(member, 'VmRSS') ?? 0;
		}
		if (sum > 0) together = Math.max(together ?? 0, sum);
	};
	look();
	const timer = setInterval(look, 250);
	return {
		stop() {
			clearInterval(timer);
			const children = [...peaks].filter(([member]) => member !== pid).map(([, peak]) => peak);
			const largest = children.length === 0 ? null : Math.max(...children);
			return { own: peaks.get(pid) ?? null, children: largest, together };
		},
	};
}

function descendants(pid: number): number[] {
	const children = childrenOf(pid);
	return [...children, ...children.flatMap(descendants)];
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_task.5.html */
function childrenOf(pid: number): number[] {
	try {
		return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
			readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
		);
	} catch {
		return [];
	}
}

/** VmHWM: the most memory that the process ever held at once. VmRSS: what it holds now. */
function memoryOf(pid: number, field: 'VmHWM' | 'VmRSS'): number | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const kilobytes = status.match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'))?.[1];
		return kilobytes === undefined ? null : Number(kilobytes) * 1024;
	} catch {
		return null;
	}
}
