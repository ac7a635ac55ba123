/** What is held back, for a person who has to say whether it is the agreement, and what was said. */
import { heldInWords, holdRemedy } from '../../src/ingest/acceptance.ts';
import { type DecisionRequest, type HeldAgreement, shortHash } from '../../src/ingest/decide-held.ts';
import type { HeldText } from '../../src/model/status.ts';
import { legibleLine } from '../../src/text/legible.ts';

/** @param usage the command that decides on one of them */
export function formatHeld(all: readonly HeldAgreement[], usage: string): string {
	if (all.length === 0) return 'Nothing is held back.';
	const entries = all.map(({ name, held }) => {
		const head = `${legibleLine(name)}, held since ${held.since.slice(0, 10)}: ${legibleLine(held.reason)}`;
		const lines = [...heldInWords(held), holdRemedy(held), `Text ${shortHash(held)}`];
		return [head, ...lines.map((line) => `    ${legibleLine(line)}`)].join('\n');
	});
	return [...entries, `To decide on one: ${usage}`].join('\n\n');
}

const outlooks = {
	accept: ['Accepted', 'The next capture that meets this very text records it.'],
	reject: ['Rejected', 'This text is recorded at no time; another one is judged anew.'],
} as const;

export function formatDecided(
	{ decision, platform, agreement }: Pick<DecisionRequest, 'decision' | 'platform' | 'agreement'>,
	held: HeldText,
): string {
	const [done, outlook] = outlooks[decision];
	const what = `${done}: ${platform} › ${agreement}, held since ${held.since} (${held.reason})`;
	return `${legibleLine(what)}.\n${outlook}`;
}
