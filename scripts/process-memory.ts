/** Peak memory of a running process and of everything it starts, where the system tells (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

export interface PeakMemory {
	/** Bytes; null where the system does not tell. */
	readonly own: number | null;
	/** Bytes of the largest process below it. */
	readonly children: number | null;
}

/**
 * Looks a few times a second until `stop` is called. The system keeps each process's own peak, so only one that lives shorter than
 * the interval is missed.
 */
export function watchMemory(pid: number): { stop(): PeakMemory } {
	const peaks = new Map<number, number>();
	const look = () => {
		for (const member of [pid, ...descendants(pid)]) {
			const peak = peakOf(member);
			if (peak !== null) peaks.set(member, peak);
		}
	};
	look();
	const timer = setInterval(look, 250);
	return {
		stop() {
			clearInterval(timer);
			const children = [...peaks].filter(([member]) => member !== pid).map(([, peak]) => peak);
			return { own: peaks.get(pid) ?? null, children: children.length === 0 ? null : Math.max(...children) };
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

/** VmHWM: the most memory that the process ever held at once. */
function peakOf(pid: number): number | null {
	try {
		const kilobytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmHWM:\s+(\d+) kB/m)?.[1];
		return kilobytes === undefined ? null : Number(kilobytes) * 1024;
	} catch {
		return null;
	}
}
