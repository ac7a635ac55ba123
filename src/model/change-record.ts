/** One recorded change as the export writes it, one a line: evidence that others can check against the commits. */
import { z } from 'zod';
import { changeClasses } from './change.ts';
import { datedKinds } from './dated.ts';
import { eventKinds } from './ledger.ts';

const sentences = z.array(z.string());

export const changeEvent = z.strictObject({
	kind: z.enum(eventKinds).describe('What happened to the clause.'),
	anchor: z.string().describe('The clause: what stands behind # in its address.'),
	number: z.string().describe('Its number as written, of a removed clause the former one; may be empty.'),
	title: z
		.string()
		.describe(
			'Its name: its own title ("2.4 No refunds"), else the nearest above, with its number where that has dots ("Fees (2.4)"); may be empty.',
		),
	before: z
		.string()
		.nullable()
		.describe('The whole clause as it stood, in plain text; null where it did not stand.'),
	after: z.string().nullable().describe('The whole clause as it stands; null where it does not.'),
	in: sentences.describe('Sentences that came in: they stand nowhere in the version before.'),
	out: sentences.describe('Sentences that went out: they stand nowhere in the version after.'),
	moved: sentences.describe('Sentences that stood, or stand, in another clause or another copy.'),
});

export const changeRecord = z.strictObject({
	commit: z.string().describe('Commit that recorded the version after.'),
	parent: z
		.string()
		.nullable()
		.describe('Commit that recorded the version which it is compared with; null for a first record.'),
	platform: z.string(),
	agreement: z.string(),
	path: z.string().describe('File of the agreement in the versions: <platform>/<agreement>.md'),
	time: z.string().describe('When the version after was fetched, ISO 8601, UTC.'),
	class: z.enum(changeClasses),
	rank: z.enum(['prominent', 'low', 'folded']),
	hindsight: z.string().nullable().describe('Why the rank differs from that of the class.'),
	address: z.string().describe('Page of the change, or row of the history table where it has none.'),
	sentence: z.string().describe('What the change did, as its page says it on top.'),
	dated: z
		.strictObject({
			kind: z
				.enum(datedKinds)
				.describe(
					'`ahead` named before that day came; `passed` in force when first seen; `moved` a later day of the last update; `still` the same day as before.',
				),
			says: z
				.enum(['effective', 'updated'])
				.describe('Whether the text holds from that day, or was last changed on it.'),
			day: z.string().describe('The day that the page names, YYYY-MM-DD.'),
			seen: z
				.string()
				.describe('When the page was first seen to name it ahead, else when the change was, UTC.'),
			days: z.number().describe('Whole days between the two.'),
		})
		.nullable()
		.describe('The day that the page gives itself; null where it gives none beyond doubt.'),
	topics: z.array(z.string()).describe('Topics of sentences that came in, went out or were reworded.'),
	events: z
		.array(changeEvent)
		.describe(
			'In the order of the version after; none of a text that came back within 30 days (flap), or in another language.',
		),
});

export type ChangeEvent = z.infer<typeof changeEvent>;
export type ChangeRecord = z.infer<typeof changeRecord>;
