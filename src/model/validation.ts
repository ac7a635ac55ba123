/** The one door for data written by people and robots: past it nobody checks again. */
import type { z } from 'zod';
import { Fault } from './fault.ts';

/**
 * Returns `data` as the schema's type. Throws one Fault that lists every wrong field at once.
 * @param where file whose data it is
 * @param remedy what the author of the file should do
 */
export function validate<Schema extends z.ZodType>(
	schema: Schema,
	data: unknown,
	where: string,
	remedy: string,
): z.infer<Schema> {
	const result = schema.safeParse(data);
	if (result.success) return result.data;
	const fields = result.error.issues.map((issue) => `${fieldPath(issue.path)}: ${issue.message}`);
	throw new Fault(fields.join('; '), where, remedy, result.error);
}

/** `["terms", "Terms of Service", 0]` → `terms › Terms of Service › 0` */
function fieldPath(path: readonly PropertyKey[]): string {
	return path.length === 0 ? '(whole file)' : path.map(String).join(' › ');
}
