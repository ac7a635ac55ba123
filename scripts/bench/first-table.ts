/** What the judge makes of the first version of each agreement of an archive, which follows no other: whether what it passes is what people recorded. */
import path from 'node:path';
import { readBlobs } from '../../src/archive/blobs.ts';
import { readCollection } from '../../src/archive/collection.ts';
import { readHistory } from '../../src/archive/history.ts';
import { openRepository } from '../../src/archive/repository.ts';
import { judgeFirst } from '../../src/ingest/compare-texts.ts';
import { wallCode } from './hold-table.ts';

/** A first version that would not have been recorded at sight. */
export interface DoubtedFirst {
	readonly kind: 'held' | 'failed';
	readonly path: string;
	readonly reason: string;
}

export interface FirstTable {
	/** First versions in all. */
	readonly count: number;
	readonly doubted: readonly DoubtedFirst[];
}

/** One pass over the log and one over the texts. */
export async function measureFirsts(directory: string): Promise<FirstTable> {
	const collection = await readCollection(directory);
	const repository = await openRepository(path.join(directory, collection.versions));
	const { versions } = await readHistory(repository);
	const firsts = new Map<string, string>();
	for (const [file, ofFile] of versions) {
		const blob = ofFile.find((version) => version.blob !== null)?.blob;
		if (blob != null) firsts.set(file, blob);
	}
	const paths = [...firsts.keys()];
	const doubted: DoubtedFirst[] = [];
	let at = 0;
	for await (const bytes of readBlobs(repository.directory, [...firsts.values()])) {
		const file = paths[at++] as string;
		const doubt = doubtOf(bytes.toString('utf8'));
		if (doubt !== null) doubted.push({ ...doubt, path: file });
	}
	return { count: paths.length, doubted };
}

/** Its address is not known: in a capture that would speak for some of them. */
function doubtOf(text: string): Pick<DoubtedFirst, 'kind' | 'reason'> | null {
	const code = wallCode(text);
	if (code !== null) return { kind: 'failed', reason: code };
	const hold = judgeFirst(text, '');
	return hold === null ? null : { kind: 'held', reason: hold.reason };
}

export function formatFirsts({ count, doubted }: FirstTable): string {
	const of = (kind: DoubtedFirst['kind']) => doubted.filter((each) => each.kind === kind).length;
	const passed = count - doubted.length;
	const share = ((100 * passed) / Math.max(1, count)).toFixed(2);
	return [
		`first versions ${count}: ${passed} recorded (${share} %), ${of('held')} held, ${of('failed')} failed`,
		...doubted.map(({ kind, path, reason }) => `  ${kind}  ${path}  ${reason}`),
	].join('\n');
}
