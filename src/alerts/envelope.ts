/** A composed message on its way, and the marks by which a receiver knows one that it has already. */
import { createHash } from 'node:crypto';
import type { Outcome } from '../site/alerts/settle.ts';

export interface Envelope {
	/** As `compose` made it. */
	readonly body: unknown;
	/** Ids of the changes that it tells of. */
	readonly changes: readonly string[];
	/** When the first of them was fetched, ISO 8601, UTC; null where it only counts some. */
	readonly fetched: string | null;
	/** True where it was sent before and nobody knows whether it arrived. */
	readonly isAgain: boolean;
}

/** Hands over one message after the other. */
export type Sender = (envelope: Envelope) => Promise<Outcome>;

/** 32 hexadecimal digits: the same for the same message, whenever it is sent. */
export function markOf({ changes, body }: Envelope): string {
	const named = changes.length > 0 ? changes.join(' ') : JSON.stringify(body);
	return createHash('sha256').update(named).digest('hex').slice(0, 32);
}
