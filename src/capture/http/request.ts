/** Sends one request and reads its response, bounded in time and size. The only file that sends one. */
import { type Dispatcher, request as sendByUndici } from 'undici';
import { CaptureFault } from '../capture-fault.ts';
import type { FetchClient } from '../client.ts';
import { connectionFault, truncatedFault } from './connection-fault.ts';
import { decodeContent, parseContentCodings } from './content-encoding.ts';

/** A response without its body. */
export interface ResponseHead {
	readonly address: string;
	readonly status: number;
	/** Value of a header, its name in small letters; empty where the response has none. */
	readonly header: (name: string) => string;
}

export interface Response extends ResponseHead {
	/** Decoded; empty for every status that is no success. */
	readonly bytes: Buffer;
}

export interface Request {
	/** Beside those that every request has. */
	readonly headers: Readonly<Record<string, string>>;
	/** For the whole exchange, in milliseconds. */
	readonly time: number;
	/** Of the decoded body, in bytes. */
	readonly size: number;
	/** What becomes of a larger body. */
	readonly tooLarge: 'refuse' | 'cut';
	/** Sent by POST; left out: GET. */
	readonly body?: Buffer;
	/** Looks at a response before its body is read. */
	readonly refuse: (head: ResponseHead) => CaptureFault | null;
}

/**
 * Text repeats itself and packs down to a fifth, templates to a thirtieth; only what was made to burst packs down to a hundredth. Looked
 * at from a megabyte on, below which nothing can burst.
 */
const largestRatio = 100;
const ratioFrom = 1024 * 1024;

/** @throws CaptureFault for every response that is not whole */
export async function send(address: string, client: FetchClient, request: Request): Promise<Response> {
	try {
		// Not `fetch`: that takes an encoded body which breaks off for a whole one.
		const received = await sendByUndici(address, {
			dispatcher: client.dispatcher,
			...(request.body === undefined ? {} : { method: 'POST', body: request.body }),
			signal: AbortSignal.timeout(Math.max(1, Math.round(request.time))),
			headers: {
				accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
				'accept-encoding': 'gzip, deflate, br',
				'accept-language': client.language,
				'user-agent': client.userAgent,
				...request.headers,
			},
		});
		return await readResponse(address, received, request);
	} catch (error) {
		throw connectionFault(error, address, client.limits.time);
	}
}

async function readResponse(
	address: string,
	received: Dispatcher.ResponseData,
	request: Request,
): Promise<Response> {
	const { statusCode: status, headers } = received;
	const head: ResponseHead = { address, status, header: (name) => [headers[name] ?? ''].flat().join(', ') };
	const fault = request.refuse(head);
	if (fault === null && (status === 200 || status === 203))
		return { ...head, bytes: await readBody(received, head, request) };
	await passOver(received, fault === null);
	if (fault !== null) throw fault;
	return { ...head, bytes: Buffer.alloc(0) };
}

/** The few bytes of a redirect are read, which keeps the connection for the next request; nothing else is. */
async function passOver({ body }: Dispatcher.ResponseData, isWanted: boolean): Promise<void> {
	if (isWanted) await body.dump({ limit: 16 * 1024 }).catch(() => {});
	else body.on('error', () => {}).destroy();
}

/** Counts what has been decoded, so that a small response which decodes to gigabytes ends at the limit as well. */
async function readBody(
	{ body }: Dispatcher.ResponseData,
	head: ResponseHead,
	request: Request,
): Promise<Buffer> {
	const codings = parseContentCodings(head.header('content-encoding'));
	if (codings === null) throw codingRefused(body, head);
	let encoded = 0;
	const packed = codings.length === 0 ? body : counted(body, (bytes) => (encoded += bytes));
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of decodeContent(packed, codings)) {
			size += chunk.byteLength;
			chunks.push(chunk);
			if (size > request.size && request.tooLarge === 'cut') break;
			if (size > request.size)
				throw new CaptureFault('body-too-large', head.address, {
					megabytes: Math.round(request.size / 1024 / 1024),
				});
			if (encoded > 0 && size > ratioFrom && size > encoded * largestRatio)
				throw new CaptureFault('body-made-to-burst', head.address, { ratio: largestRatio });
		}
	} catch (error) {
		throw brokenOff(error) ? truncatedFault(head.address, error) : error;
	}
	return Buffer.concat(chunks).subarray(0, request.size);
}

async function* counted(body: AsyncIterable<Buffer>, add: (bytes: number) => void): AsyncGenerator<Buffer> {
	for await (const chunk of body) {
		add(chunk.byteLength);
		yield chunk;
	}
}

/** A connection that ends while a body is read. */
function brokenOff(error: unknown): boolean {
	return (
		error instanceof Error && 'code' in error && /^(?:UND_ERR_SOCKET|ECONNRESET)$/.test(String(error.code))
	);
}

function codingRefused(body: Dispatcher.ResponseData['body'], head: ResponseHead): CaptureFault {
	body.on('error', () => {}).destroy();
	const coding = head.header('content-encoding').slice(0, 80);
	return new CaptureFault('unknown-content-coding', head.address, { coding });
}
