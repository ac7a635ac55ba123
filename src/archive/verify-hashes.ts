/** What the hashes in a version's commit prove of its bytes. Pure. */
import { sha256 } from './hashes.ts';
import { type RecordedVersion, snapshotHashes } from './records.ts';

/**
 * `proved` the bytes have the recorded hash · `unproved` no hash was recorded, as in the archives of other programs · `failed` the
 * bytes are others, are missing, or came in without a hash where the agreement had hashes before
 */
export type Proof =
	| { readonly result: 'proved' | 'unproved' }
	| {
			readonly result: 'failed';
			readonly what: string;
			readonly expected: string;
			readonly found: string;
	  };

export interface HashProofs {
	readonly text: Proof;
	/** One for each snapshot that the commit names. */
	readonly snapshots: readonly Proof[];
}

/** What was seen of the agreement whose versions are being walked. */
export interface ProvedSoFar {
	/** True once a version of it carried a hash. */
	readonly isHashed: boolean;
	/** Object names of the texts that were proved. */
	readonly texts: ReadonlySet<string>;
}

export function verifyHashes(record: RecordedVersion, before: ProvedSoFar): HashProofs {
	return { text: proveText(record, before), snapshots: proveSnapshots(record) };
}

function proveText({ text, version }: RecordedVersion, before: ProvedSoFar): Proof {
	if (text === null) return missing('the text', version.blob ?? '');
	const expected = version.evidence.textHash;
	if (expected !== undefined) return compare('the text', expected, text);
	// A merge of two runs takes over a text that one of them recorded with its hash.
	if (version.blob !== null && before.texts.has(version.blob)) return { result: 'proved' };
	if (!before.isHashed) return { result: 'unproved' };
	return {
		result: 'failed',
		what: 'this version came in without a hash, although those before it have one: the robot did not record it',
		expected: 'X-text-sha256 in the message',
		found: `none; the text has ${sha256(text)}`,
	};
}

function proveSnapshots({ snapshots, version }: RecordedVersion): Proof[] {
	const isMany = snapshots.length > 1;
	return snapshotHashes(version).map((expected, at) => {
		const name = isMany ? `snapshot #${at + 1}` : 'the snapshot';
		const bytes = snapshots[at] ?? null;
		return bytes === null ? missing(name, expected) : compare(name, expected, bytes);
	});
}

function compare(name: string, expected: string, bytes: Buffer): Proof {
	const found = sha256(bytes);
	if (found === expected) return { result: 'proved' };
	return { result: 'failed', what: `${name} is not the one that was recorded`, expected, found };
}

function missing(name: string, expected: string): Proof {
	return { result: 'failed', what: `${name} is missing`, expected, found: 'no such file in the commit' };
}
