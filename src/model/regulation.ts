/** `src/content/regulations/<id>.yml`: a law that clauses of agreements touch. */
import { z } from 'zod';
import { day } from './calendar-day.ts';

const said = z.string().regex(/\S/, 'say it in words');

export const regulationSchema = z.strictObject({
	/** As people call it: "General Data Protection Regulation". */
	name: said,
	/** "GDPR" */
	short: said,
	/** Where it holds: "Japan"; a part of a country before the country, "Texas, United States". */
	jurisdiction: said,
	/** As a lawyer cites it: "Regulation (EU) 2016/679". */
	citation: said,
	/** Where its text is published officially. */
	address: z.url({ protocol: /^https$/ }),
	/**
	 * When somebody last went over every citation and what it asks: `official text` beside the words of the law as they
	 * are published, or a faithful copy of them; `memory` from what they knew, if only for one of them.
	 */
	checked: z.strictObject({ on: day, beside: z.enum(['official text', 'memory']) }),
	/** What of agreements it touches, in a sentence or two. */
	touches: said,
	/** Topics that it touches, by id, each with the parts of the law and what they ask. */
	topics: z.array(z.strictObject({ topic: said, citation: said, asks: said })).min(1),
});

export interface Regulation extends z.infer<typeof regulationSchema> {
	/** Name of its file: `gdpr`. */
	readonly id: string;
}
