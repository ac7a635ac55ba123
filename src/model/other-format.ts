/** What to say of a file that is of another format than this machine reads. */

/** @param input what stands there @param read the format that this machine reads */
export function otherFormat(input: unknown, read: number): string {
	if (typeof input === 'number' && input > read)
		return `format ${input} is of a newer machine, and this one reads format ${read}: npm run upgrade`;
	if (typeof input === 'number' && Number.isInteger(input) && input > 0)
		return `format ${input} is of an older machine, and this one reads format ${read}: npm run migrate`;
	return `the number ${read} is expected`;
}
