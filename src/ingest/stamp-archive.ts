/** Anchors the history outside itself: has a time-stamp authority say that it stood as it does, and keeps its word beside the archive. */
import { randomBytes } from 'node:crypto';
import { readCollection } from '../archive/collection.ts';
import { largestAnswer, proofName } from '../archive/proofs/proof-files.ts';
import { formatStatement } from '../archive/proofs/statement.ts';
import { proveTime, type TimeStamp, timeStampRequest } from '../archive/proofs/time-stamp.ts';
import { trustedRoots } from '../archive/proofs/trusted-roots.ts';
import { openRecorder } from '../archive/recorder.ts';
import { askAuthority } from '../capture/ask-authority.ts';
import { closeClient, createClient, type Proxies } from '../capture/create-client.ts';
import type { Collection } from '../model/collection.ts';
import { Fault, orFault } from '../model/fault.ts';
import { clientOptionsOf } from './client-options.ts';

export interface StampRequest {
	/** Of the collection. */
	readonly directory: string;
	readonly now: Date;
	readonly proxy?: string | Proxies | undefined;
}

/** `off` the collection asks for none · `nothing-new` nothing was recorded since the last · `stamped` · `missed` the next run tries again */
export type Stamping =
	| { readonly kind: 'off' | 'nothing-new' }
	| { readonly kind: 'stamped'; readonly stamp: TimeStamp; readonly commits: number }
	| { readonly kind: 'missed'; readonly fault: Fault };

/**
 * Commits the proof to the branch that is checked out. An authority that is dead, refuses or cannot be trusted is an outcome and no error: what
 * was recorded is as good as before, and the next time-stamp stands for it as well.
 * @throws Fault where the collection cannot be read, and where git fails
 */
export async function stampArchive({ directory, now, proxy }: StampRequest): Promise<Stamping> {
	const collection = await readCollection(directory);
	if (collection.timestamps === undefined) return { kind: 'off' };
	const recorder = await openRecorder(directory, collection, 'record');
	try {
		const next = await recorder.nextStatement();
		if (next === null) return { kind: 'nothing-new' };
		const statement = Buffer.from(formatStatement(next));
		const asked = await orFault(ask(directory, collection, statement, proxy));
		if (asked instanceof Fault) return { kind: 'missed', fault: asked };
		const { answer, stamp } = asked;
		await recorder.recordProof(
			{ name: proofName(now), statement, answer },
			`Record proof of time by ${stamp.authority}`,
			now,
		);
		return { kind: 'stamped', stamp, commits: next.commits };
	} finally {
		await recorder.close();
	}
}

/** What is not proven now is never kept: a proof that fails would be told of for ever. */
async function ask(
	directory: string,
	collection: Collection,
	statement: Buffer,
	proxy: StampRequest['proxy'],
): Promise<{ readonly answer: Buffer; readonly stamp: TimeStamp }> {
	const { address = '' } = collection.timestamps ?? {};
	const roots = await trustedRoots(directory, collection);
	// The first bit of a positive number is 0.
	const nonce = randomBytes(8);
	nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
	const client = createClient({ ...clientOptionsOf(collection, process.env), proxy });
	try {
		const answer = await askAuthority(address, timeStampRequest(statement, nonce), client, largestAnswer);
		const stamp = await proveTime(answer, statement, roots, address);
		if (stamp.nonce !== nonce.toString('hex')) throw otherAnswer(address);
		return { answer, stamp };
	} finally {
		await closeClient(client);
	}
}

function otherAnswer(address: string): Fault {
	return new Fault(
		'the time-stamp is the answer to another request',
		address,
		'Something between here and the authority answers in its place. The next run asks again.',
	);
}
