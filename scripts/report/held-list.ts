/** What is held back, for a person who has to say whether it is the agreement. */
import type { HeldAgreement } from '../../src/ingest/accept-held.ts';
import { heldInWords, holdRemedy } from '../../src/ingest/acceptance.ts';
import { legibleLine } from '../../src/text/legible.ts';

/** @param usage the command that accepts one of them */
export function formatHeld(all: readonly HeldAgreement[], usage: string): string {
	if (all.length === 0) return 'Nothing is held back.';
	const entries = all.map(({ name, held }) => {
		const head = `${legibleLine(name)}, held since ${held.since.slice(0, 10)}: ${legibleLine(held.reason)}`;
		const lines = [...heldInWords(held), holdRemedy(held)];
		return [head, ...lines.map((line) => `    ${legibleLine(line)}`)].join('\n');
	});
	return [...entries, `To accept one: ${usage}`].join('\n\n');
}
