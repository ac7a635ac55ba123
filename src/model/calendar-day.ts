/** A day as people write it into YAML files. */
import { z } from 'zod';

/** False for the thirtieth of February, which a date takes for a day of March. */
function isDay(text: string): boolean {
	const moment = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

/** A calendar day, UTC. YAML reads an unquoted one as a moment. */
export const day = z
	.union([z.string(), z.date()])
	.transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
	.refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text), {
		error: 'a day such as 2026-06-16 is expected, one that the calendar has',
	});
