/** The body of a webhook: one recorded change, in the envelope of Standard Webhooks (https://www.standardwebhooks.com). */
import { z } from 'zod';
import { changeRecord } from './change-record.ts';

const side = z.string().nullable();

export const alertBody = z.strictObject({
	type: z.literal('change.recorded'),
	timestamp: z.string().describe('When it was sent, ISO 8601, UTC.'),
	data: changeRecord.omit({ events: true }).extend({
		id: z.string().describe('The same where a change is sent once more; also the header webhook-id.'),
		address: z.url().describe('Page of the change.'),
		told: z.string().describe('What happened, as a sentence that names platform and agreement.'),
		turns: z
			.array(z.strictObject({ topic: z.string(), before: side, after: side }))
			.describe('Sides that the agreement took or gave up, by topic; null where it took none.'),
	}),
});

export type AlertBody = z.infer<typeof alertBody>;
