/** What a webhook is sent: one change as data, with the sentence that people get. */
import type { AlertBody } from '../../model/alert-body.ts';
import { changeFacts } from '../formats/change-lines.ts';
import type { Message } from './message-parts.ts';
import type { Content } from './outgoing.ts';

/** @param now ISO 8601, UTC */
export function webhookMessage(
	{ told, entry }: Extract<Content, { kind: 'change' }>,
	now: string,
): Message<AlertBody> {
	const { id, address, sentence } = told;
	const turns = entry.change.turns.map(({ topic, before, after }) => ({ topic, before, after }));
	const data = { ...changeFacts(entry), id, address, told: sentence, turns };
	return { body: { type: 'change.recorded', timestamp: now, data }, reads: `${sentence}\n${address}` };
}
