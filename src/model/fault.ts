/** The one shape of an error that a person can mend: what happened, where, and what to do. Facts stay in fields. */
export class Fault extends Error {
	readonly what: string;
	/** A file, an address or a commit. */
	readonly where: string;
	readonly remedy: string;
	/** Where several things are wrong in one file, each by itself; empty where one is. */
	readonly parts: readonly Fault[];

	constructor(what: string, where: string, remedy: string, cause?: unknown, parts: readonly Fault[] = []) {
		super(`${where}: ${what}\n  ${remedy}`, { cause });
		this.name = 'Fault';
		this.what = what;
		this.where = where;
		this.remedy = remedy;
		this.parts = parts;
	}
}

/** Each thing that is wrong by itself. */
export function partsOf(fault: Fault): readonly Fault[] {
	return fault.parts.length === 0 ? [fault] : fault.parts;
}

/** A fault as a value, for whoever goes on past it. What is no fault is thrown on. */
export async function orFault<Result>(work: Promise<Result>): Promise<Result | Fault> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof Fault) return error;
		throw error;
	}
}
