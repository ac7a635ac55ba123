/** Carries out what somebody asked for at GitHub, and says in Markdown what came of it. */
import { heldInWords } from '../ingest/acceptance.ts';
import { decideHeld, listHeld, shortHash } from '../ingest/decide-held.ts';
import { Fault, orFault } from '../model/fault.ts';
import { codeBlock, codeSpan } from '../text/code-span.ts';
import { type Asked, readAsked } from './issue-answer.ts';

export interface Reply {
	/** Markdown. */
	readonly words: string;
	readonly isDecided: boolean;
	/** Whether nothing is left to be done about the issue. */
	readonly closes: boolean;
}

/**
 * Commits the decision to the branch that is checked out, unless it cannot be made: then the reply says why.
 * @param directory of the collection
 * @param event as GitHub hands it to a job
 * @throws what is nobody's mistake, such as a failure of git
 */
export async function decideFromEvent(directory: string, event: unknown, now: Date): Promise<Reply> {
	try {
		const asked = readAsked(event);
		const held = await orFault(decideHeld({ ...asked, directory, now }));
		if (held instanceof Fault) return refused(held, await heldLines(directory, asked));
		const name = codeSpan(`${asked.platform} › ${asked.agreement}`);
		const by = codeSpan(asked.by ?? '');
		const words = outlooks[asked.decision](`${name} (text \`${shortHash(held)}\`), as ${by} says`);
		return { words, isDecided: true, closes: asked.decision === 'reject' };
	} catch (error) {
		if (error instanceof Fault) return refused(error, []);
		throw error;
	}
}

const outlooks = {
	accept: (what: string) =>
		`Accepted: ${what}. The next capture that meets this very text records it and closes this issue.`,
	reject: (what: string) =>
		`Rejected: ${what}. This text is recorded at no time, what was recorded stands, and another text is judged anew. \`/accept\` takes it back.`,
} as const;

/** What is held now, for whoever decided on something else. */
async function heldLines(directory: string, { platform, agreement }: Asked): Promise<readonly string[]> {
	const found = (await listHeld(directory)).find(({ name }) => name === `${platform} › ${agreement}`);
	return found === undefined ? [] : [found.held.reason, ...heldInWords(found.held)];
}

function refused({ what, remedy }: Fault, lines: readonly string[]): Reply {
	const words = `Nothing was decided.\n\n${codeBlock([what, remedy, ...lines])}`;
	return { words, isDecided: false, closes: false };
}
