/** An agreement, or all of a platform, that is followed no longer: what was recorded of it stays, and says so. */
import { z } from 'zod';
import { day } from './calendar-day.ts';
import { publicText } from './web-address.ts';

export interface Retirement {
	/** `YYYY-MM-DD`, UTC: as it was declared; else the last day of which it is known that its page was looked at. */
	readonly day: string;
	/** A sentence of the maintainer's; empty where nobody wrote one. */
	readonly why: string;
}

/** `"retired": "2026-06-16"`, or `{ "day": "2026-06-16", "why": "The service was shut down." }`. */
export const retirementSchema = z.union(
	[
		day.transform((day): Retirement => ({ day, why: '' })),
		z
			.strictObject({ day, why: publicText().regex(/\S/, 'say why, or leave it out').optional() })
			.transform(({ day, why = '' }): Retirement => ({ day, why })),
	],
	{
		error:
			'the day is expected since when it is followed no longer, such as "2026-06-16", or { "day": …, "why": … }',
	},
);
