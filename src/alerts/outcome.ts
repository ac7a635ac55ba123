/** What the answer of a server means for a message, and what whoever keeps the collection can do. */
import type { Outcome } from '../site/alerts/settle.ts';
import type { Answer } from './post.ts';

/** @param secret its name; empty where the channel has none */
export function outcomeOf(answer: Answer, secret: string): Outcome {
	switch (answer.kind) {
		case 'taken':
			return { kind: 'sent' };
		case 'unanswered':
			return {
				kind: 'unknown',
				reason: answer.reason,
				remedy: 'The next run sends it once more, and no third time.',
			};
		case 'unreached':
			return refused(
				'channel',
				answer.reason,
				'The next run tries again. If it stays so, see to the address.',
			);
		case 'refused':
			return refusal(answer, secret);
	}
}

function refusal({ status, reason }: Extract<Answer, { kind: 'refused' }>, secret: string): Outcome {
	const holder = secret === '' ? 'the alert' : `the secret ${secret}`;
	if (status === 400 || status === 413 || status === 422)
		return refused('message', reason, `Other messages go on. See to ${holder} if all of them are refused.`);
	if (status === 429 || status >= 500) return refused('channel', reason, 'The next run tries again.');
	if (status === 401 || status === 403)
		return refused(
			'channel',
			reason,
			`See to ${holder}: the server does not know it, or does not let it write.`,
		);
	return refused('channel', reason, `See to the address that ${holder} has: nothing takes messages there.`);
}

export function refused(because: 'channel' | 'message', reason: string, remedy: string): Outcome {
	return { kind: 'refused', because, reason, remedy };
}
