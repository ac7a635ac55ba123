/** Two texts line by line, for a person at a terminal: what went out with a minus, what came in with a plus. */
import { matchSequences } from '../../src/text/sequence-diff.ts';

/** Of a rewrite the rest is shown as taken out and put in: enough for a person, and bounded in cost. */
const maxEdits = 2000;

/**
 * Changed lines with one line around them, runs of the others told as their count.
 * @param longest number of lines shown; what is beyond is counted
 */
export function lineDiff(before: string, after: string, longest = Number.POSITIVE_INFINITY): string {
	const edits = editsOf(before.trimEnd().split('\n'), after.trimEnd().split('\n'));
	const lines = withoutCommonRuns(edits);
	const rest = lines.length - longest;
	return (rest > 0 ? [...lines.slice(0, longest), `  … ${rest} lines more`] : lines).join('\n');
}

interface Edit {
	readonly sign: '-' | '+' | ' ';
	readonly line: string;
}

function editsOf(before: readonly string[], after: readonly string[]): Edit[] {
	const numbers = new Map<string, number>();
	const numberOf = (line: string) => numbers.get(line) ?? numbers.set(line, numbers.size).size - 1;
	const matches = matchSequences(before.map(numberOf), after.map(numberOf), maxEdits);
	const edits: Edit[] = [];
	let [a, b] = [0, 0];
	const passTo = (endA: number, endB: number) => {
		for (; a < endA; a++) edits.push({ sign: '-', line: before[a] as string });
		for (; b < endB; b++) edits.push({ sign: '+', line: after[b] as string });
	};
	for (const match of matches) {
		passTo(match.a, match.b);
		edits.push({ sign: ' ', line: before[a] as string });
		[a, b] = [a + 1, b + 1];
	}
	passTo(before.length, after.length);
	return edits;
}

function withoutCommonRuns(edits: readonly Edit[]): string[] {
	const isNear = (at: number) => [at - 1, at, at + 1].some((near) => (edits[near]?.sign ?? ' ') !== ' ');
	const lines: string[] = [];
	let passed = 0;
	for (const [at, { sign, line }] of edits.entries()) {
		if (!isNear(at)) {
			passed++;
			continue;
		}
		if (passed > 0) lines.push(asBefore(passed));
		passed = 0;
		lines.push(`${sign} ${line}`);
	}
	return passed > 0 ? [...lines, asBefore(passed)] : lines;
}

function asBefore(count: number): string {
	return `  … ${count} ${count === 1 ? 'line' : 'lines'} as before`;
}
