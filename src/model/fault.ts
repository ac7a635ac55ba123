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
