/** What came of reading snapshots again, in words. */
import type { Rereading, RereadingOptions } from '../../src/ingest/reextract.ts';
import { lineDiff } from './line-diff.ts';

/** Lines of a difference: enough to see what kind of change it is. */
const shownLines = 24;

const kinds = ['same', 'differs', 'held', 'failed', 'no snapshot'] as const;

/** A line for each text that does not come out as it was, in a dry run with what differs; then the sums. */
export function formatRereadings(all: readonly Rereading[], mode: RereadingOptions['mode']): string {
	const isDry = mode === 'dry-run';
	const sums = kinds.map((kind) => `${all.filter((each) => each.kind === kind).length} ${kind}`);
	return [
		...all
			.filter(({ kind }) => kind !== 'same' && kind !== 'no snapshot')
			.flatMap((each) => [inWords(each), ...(isDry ? differenceOf(each) : [])]),
		`${sums.join(', ')}${isDry ? ' (dry run: nothing recorded)' : ''}`,
	].join('\n');
}

function inWords({ kind, platform, agreement, detail }: Rereading): string {
	return `${kind}  ${platform} › ${agreement}: ${detail}`;
}

function differenceOf(each: Rereading): readonly string[] {
	return each.kind === 'differs' ? [`${lineDiff(each.before, each.after, shownLines)}\n`] : [];
}
