/** The one shape of an error that a person can mend: what happened, where, and what to do. Facts stay in fields. */
export class Fault extends Error {
	readonly what: string;
	/** A file, an address or a commit. */
	readonly where: string;
	readonly remedy: string;

	constructor(what: string, where: string, remedy: string, cause?: unknown) {
		super(`${where}: ${what}\n  ${remedy}`, { cause });
		this.name = 'Fault';
		this.what = what;
		this.where = where;
		this.remedy = remedy;
	}
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
