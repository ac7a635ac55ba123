/** `status.json`: how each agreement's capture stands, written by the robot, so that nobody takes a stale text for a current one. */
import { z } from 'zod';
import { otherFormat } from './other-format.ts';

/** ISO 8601, UTC. */
const moment = z.iso.datetime();
/** SHA-256, hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex is expected');

/**
 * What a server said of one page, to be sent back with the next request: an unchanged page then costs a 304 (RFC 9110, 13.1). And by what to
 * know the page where the server sends it whole all the same: it need not be read again.
 */
const validatorsSchema = z.strictObject({
	etag: z.string().optional(),
	lastModified: z.string().optional(),
	/** Where the page came from after all redirects: no other address is sent what this one said. */
	address: z.string().optional(),
	/** When the page was last sent whole. */
	fetched: moment.optional(),
	/** SHA-256 of all that its text hangs on: where it came from, its content type and its bytes. */
	page: hash.optional(),
});

const entrySchema = z.strictObject({
	/** When the page was last asked for, whatever came of it. */
	checked: moment,
	/** When the page last showed the recorded text. */
	confirmed: moment.optional(),
	/** Time of the newest version. */
	recorded: moment.optional(),
	/** There where it is declared no longer, or as retired: of all else, only when it was last looked at is kept. */
	retired: z.literal(true).optional(),
	/** How many times in a row there was no text; a text that was held back is none of them. */
	failures: z.int().nonnegative(),
	/** There where `failures` is not 0. */
	failing: z
		.strictObject({
			/** Of the first failure in the row. */
			since: moment,
			/** Of the last one. */
			code: z.string(),
			reason: z.string(),
			remedy: z.string(),
		})
		.optional(),
	/** There where the page last showed a text that was not recorded. */
	held: z
		.strictObject({
			/** When this text was first and last held back, and how many times in a row. */
			since: moment,
			last: moment,
			times: z.int().positive(),
			code: z.string(),
			reason: z.string(),
			/** Of its letters alone: a date or a counter that moves on makes no other text of it. */
			letters: hash,
			/** Where it stood, and what it showed beside the recorded text: a few short lines that begin with + or −. */
			address: z.string().optional(),
			differs: z.array(z.string()).optional(),
			/** There where a person said that it is not the agreement. */
			rejected: z.strictObject({ on: moment, by: z.string().optional() }).optional(),
		})
		.optional(),
	/** Of the pages that the recorded text was last read from, one a source. */
	validators: z.array(validatorsSchema).optional(),
	/** Hash of the rules by which those pages were read: under other rules they must be fetched again, changed or not. */
	rules: z.string().optional(),
	/** Object name in git of the text that they led to: the pages say nothing of another one. */
	text: z.string().optional(),
	/** Texts that the agreement gave up lately, by their bytes, and until when it had them. */
	recent: z.array(z.strictObject({ textHash: hash, until: moment })).optional(),
	/** Parts of links that are new at each fetch, as `host/path?name`: no version is made of them. */
	rotating: z.array(z.string()).optional(),
	/** Parts of links that differ from the recorded text, with a hash of each value seen lately, the last one last. */
	turning: z
		.array(
			z.strictObject({
				part: z.string(),
				values: z.array(z.strictObject({ value: z.string(), until: moment })),
			}),
		)
		.optional(),
	/** Earlier engines kept here what a person accepted. Passed over, which the check tells: `decisions/` says it. */
	accepted: z.unknown().optional(),
});

const agreementStatusSchema = entrySchema.transform(({ accepted, ...entry }) => entry);

/** Whoever raises it adds a step to `src/migrations/all-migrations.ts`. */
export const statusFormat = 1;

export const statusSchema = z.strictObject({
	format: z.literal(statusFormat, { error: ({ input }) => otherFormat(input, statusFormat) }),
	/** Time of the run that wrote it. */
	updated: moment,
	/** `<platform>/<agreement>` → its status. */
	agreements: z.record(z.string(), agreementStatusSchema),
});

export type Validators = z.infer<typeof validatorsSchema>;
export type AgreementStatus = z.infer<typeof agreementStatusSchema>;
/** A text that a page shows and that is not believed. */
export type HeldText = NonNullable<AgreementStatus['held']>;
export type Status = z.infer<typeof statusSchema>;

/** Key of an agreement in `Status.agreements`. */
export function statusKey(named: { readonly platform: string; readonly agreement: string }): string {
	return `${named.platform}/${named.agreement}`;
}

/** Joins what two runs wrote, each about its own agreements: of each agreement the entry that was checked last. */
export function joinStatuses(one: Status, other: Status): Status {
	const [older, newer] = one.updated <= other.updated ? [one, other] : [other, one];
	const agreements = { ...older.agreements };
	for (const [key, entry] of Object.entries(newer.agreements)) {
		const known = agreements[key];
		if (known === undefined || known.checked <= entry.checked) agreements[key] = entry;
	}
	return { format: 1, updated: newer.updated, agreements };
}
