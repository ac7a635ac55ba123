/** What the arguments of several commands have in common. */
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { Fault } from '../src/model/fault.ts';

/** For `parseArgs`. */
export const text = { type: 'string' } as const;
export const flag = { type: 'boolean', default: false } as const;
export const archive = { type: 'string', default: archiveDirectory() } as const;

/**
 * Returns an argument that the command cannot do without.
 * @param usage `npm run bench -- <archive>`
 * @throws Fault that shows the usage where it was left out
 */
export function needed(value: string | undefined, what: string, usage: string): string {
	if (value !== undefined) return value;
	throw new Fault(what, usage.split(' -- ')[0] ?? usage, usage);
}

/** @throws Fault where it is none of them. @param where what was asked of */
export function oneOf<Choice extends string>(
	choices: readonly Choice[],
	written: string | undefined,
	where: string,
): Choice {
	const found = choices.find((choice) => choice === written);
	if (found !== undefined) return found;
	const said = written === undefined ? 'nothing is said' : `${JSON.stringify(written)} is not known`;
	throw new Fault(said, where, `One of these is meant: ${choices.join(', ')}.`);
}

/** Only ISO 8601: what else `Date` accepts depends on the machine. */
export function parseMoment(written: string): Date {
	const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/.test(written)
		? new Date(written)
		: null;
	if (moment !== null && !Number.isNaN(moment.getTime())) return moment;
	throw new Fault(`${JSON.stringify(written)} is no time`, '--now', 'Write it like 2026-06-16T04:12:00Z.');
}

/** @throws Fault where it is no whole number from 0 on */
export function parseCount(written: string, name: string): number {
	if (/^\d{1,9}$/.test(written)) return Number(written);
	throw new Fault(`${JSON.stringify(written)} is no number`, name, 'Write it in digits.');
}

/** @throws Fault where it is none */
export function parsePort(written: string): number {
	const port = Number(written);
	if (/^\d+$/.test(written) && port < 65_536) return port;
	throw new Fault(
		'a port is a number from 0 to 65535',
		`--port ${written}`,
		'Leave --port out to take the next free one.',
	);
}
