/** The one door for data written by people and robots: past it nobody checks again. */
import type { z } from 'zod';
import { complaintWords } from './complaint-words.ts';
import { Fault } from './fault.ts';

/**
 * Returns `data` as the schema's type. Throws one Fault that lists every wrong field at once.
 * @param where file whose data it is
 * @param remedy what the author of the file should do
 * @param lineOf line of a wrong field in the file, or of what should hold it; null where no line can be told
 */
export function validate<Schema extends z.ZodType>(
	schema: Schema,
	data: unknown,
	where: string,
	remedy: string,
	lineOf: (issue: z.core.$ZodIssue) => number | null = () => null,
): z.infer<Schema> {
	const result = schema.safeParse(data, { error: complaintWords });
	if (result.success) return result.data;
	const wrong = result.error.issues.map((issue) => ({
		line: lineOf(issue),
		said: `${fieldPath(issue.path)}: ${issue.message}`,
	}));
	const placeOf = (line: number | null) => (line === null ? where : `${where}:${line}`);
	const [first, ...others] = wrong;
	const rest = others.map(({ line, said }) => (line === null ? said : `line ${line}: ${said}`));
	const parts =
		others.length === 0
			? []
			: wrong.map(({ line, said }) => new Fault(said, placeOf(line), remedy, result.error));
	const what = [first?.said, ...rest].join('; ');
	throw new Fault(what, placeOf(first?.line ?? null), remedy, result.error, parts);
}

/** `["terms", "Terms of Service", 0]` → `terms › Terms of Service › 0` */
function fieldPath(path: readonly PropertyKey[]): string {
	return path.length === 0 ? '(whole file)' : path.map(String).join(' › ');
}
