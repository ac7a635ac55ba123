/** `src/content/regulations/<id>.yml`: a law that clauses of agreements touch. */
import { z } from 'zod';

const said = z.string().regex(/\S/, 'say it in words');

export const regulationSchema = z.strictObject({
	/** As people call it: "General Data Protection Regulation". */
	name: said,
	/** "GDPR" */
	short: said,
	jurisdiction: said,
	/** As a lawyer cites it: "Regulation (EU) 2016/679". */
	citation: said,
	/** Where its text is published officially. */
	address: z.url({ protocol: /^https$/ }),
	/** What of agreements it touches, in a sentence or two. */
	touches: said,
	/** Topics that it touches, by id, each with the parts of the law and what they ask. */
	topics: z.array(z.strictObject({ topic: said, citation: said, asks: said })).min(1),
});

export interface Regulation extends z.infer<typeof regulationSchema> {
	/** Name of its file: `gdpr`. */
	readonly id: string;
}
