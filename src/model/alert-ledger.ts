/** What was told to whom: the robot's own file, read before alerts are sent and written after each. */
import { z } from 'zod';

const waitingSchema = z.strictObject({
	/** `News.id` */
	change: z.string(),
	/** Times that it was handed over without a word on whether it arrived; `due` counts already. */
	tries: z.int().min(0),
	/** About to be sent: written down before, so that whoever finds it knows that a run ended in between. */
	due: z.boolean().default(false),
});

const channelSchema = z.strictObject({
	/** When the alert was first met, ISO 8601, UTC: what was recorded before is no news to it. */
	since: z.string(),
	/** The oldest first. */
	waiting: z.array(waitingSchema),
	/** Changes that will not be told one by one, because there were too many. */
	leftOut: z.int().min(0).default(0),
	/** Day or week of the last digest: `2026-06-16`, `2026-W25`. */
	period: z.string().optional(),
	/** Since when nothing arrives, in how many runs in a row, and why. */
	failing: z
		.strictObject({ since: z.string(), runs: z.int().min(1), reason: z.string(), remedy: z.string() })
		.optional(),
});

export const alertLedgerSchema = z.strictObject({
	format: z.literal(1),
	/** Ids of recent changes that earlier runs met. */
	seen: z.array(z.string()),
	/** By `channelOf`. */
	channels: z.record(z.string(), channelSchema),
});

export type AlertLedger = z.infer<typeof alertLedgerSchema>;
export type ChannelLedger = z.infer<typeof channelSchema>;
export type Waiting = z.infer<typeof waitingSchema>;
