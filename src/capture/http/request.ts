/** Sends one request and reads its answer, bounded in time and size. The only file that sends one. */
import { type Dispatcher, request } from 'undici';
import { CaptureFault } from '../capture-fault.ts';
import type { FetchClient } from '../client.ts';
import { connectionFault, truncatedFault } from './connection-fault.ts';
import { parsePackings, unpack } from './content-encoding.ts';

/** An answer without its body. */
export interface Head {
	readonly address: string;
	readonly status: number;
	/** Value of a header, its name in small letters; empty where the answer has none. */
	readonly header: (name: string) => string;
}

export interface Answer extends Head {
	/** Unpacked; empty for every status that is no success. */
	readonly bytes: Buffer;
}

export interface Question {
	/** Beside those that every request has. */
	readonly headers: Readonly<Record<string, string>>;
	/** For the whole exchange, in milliseconds. */
	readonly time: number;
	/** Of the unpacked body, in bytes. */
	readonly size: number;
	/** What becomes of a larger body. */
	readonly tooLarge: 'refuse' | 'cut';
	/** Looks at an answer before its body is read. */
	readonly refuse: (head: Head) => CaptureFault | null;
}

/**
 * Text repeats itself and packs down to a fifth, templates to a thirtieth; only what was made to burst packs down to a hundredth. Looked
 * at from a megabyte on, below which nothing can burst.
 */
const largestRatio = 100;
const ratioFrom = 1024 * 1024;

/** @throws CaptureFault for every answer that is not whole */
export async function ask(address: string, client: FetchClient, question: Question): Promise<Answer> {
	try {
		// Not `fetch`: that takes a packed body which breaks off for a whole one.
		const response = await request(address, {
			dispatcher: client.dispatcher,
			signal: AbortSignal.timeout(Math.max(1, Math.round(question.time))),
			headers: {
				accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
				'accept-encoding': 'gzip, deflate, br',
				'accept-language': client.language,
				'user-agent': client.userAgent,
				...question.headers,
			},
		});
		return await readAnswer(address, response, question);
	} catch (error) {
		throw connectionFault(error, address, client.limits.time);
	}
}

async function readAnswer(
	address: string,
	response: Dispatcher.ResponseData,
	question: Question,
): Promise<Answer> {
	const { statusCode: status, headers } = response;
	const head: Head = { address, status, header: (name) => [headers[name] ?? ''].flat().join(', ') };
	const fault = question.refuse(head);
	if (fault === null && (status === 200 || status === 203))
		return { ...head, bytes: await readBody(response, head, question) };
	await passOver(response, fault === null);
	if (fault !== null) throw fault;
	return { ...head, bytes: Buffer.alloc(0) };
}

/** The few bytes of a redirect are read, which keeps the connection for the next request; nothing else is. */
async function passOver({ body }: Dispatcher.ResponseData, isWanted: boolean): Promise<void> {
	if (isWanted) await body.dump({ limit: 16 * 1024 }).catch(() => {});
	else body.on('error', () => {}).destroy();
}

/** Counts what has been unpacked, so that a small answer which unpacks to gigabytes ends at the limit as well. */
async function readBody({ body }: Dispatcher.ResponseData, head: Head, question: Question): Promise<Buffer> {
	const names = parsePackings(head.header('content-encoding'));
	if (names === null) throw codingRefused(body, head);
	let packed = 0;
	if (names.length > 0) body.on('data', (chunk: Buffer) => (packed += chunk.byteLength));
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of unpack(body, names)) {
			size += chunk.byteLength;
			chunks.push(chunk);
			if (size > question.size && question.tooLarge === 'cut') break;
			if (size > question.size)
				throw new CaptureFault('body-too-large', head.address, {
					megabytes: Math.round(question.size / 1024 / 1024),
				});
			if (packed > 0 && size > ratioFrom && size > packed * largestRatio)
				throw new CaptureFault('body-made-to-burst', head.address, { ratio: largestRatio });
		}
	} catch (error) {
		throw brokenOff(error) ? truncatedFault(head.address, error) : error;
	}
	return Buffer.concat(chunks).subarray(0, question.size);
}

/** A connection that ends while a body is read. */
function brokenOff(error: unknown): boolean {
	return (
		error instanceof Error && 'code' in error && /^(?:UND_ERR_SOCKET|ECONNRESET)$/.test(String(error.code))
	);
}

function codingRefused(body: Dispatcher.ResponseData['body'], head: Head): CaptureFault {
	body.on('error', () => {}).destroy();
	const coding = head.header('content-encoding').slice(0, 80);
	return new CaptureFault('unknown-content-coding', head.address, { coding });
}
