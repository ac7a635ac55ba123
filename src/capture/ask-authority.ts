/** Hands a time-stamp authority a request and returns its answer, unread. */
import { Fault } from '../model/fault.ts';
import { legibleLine } from '../text/legible.ts';
import type { FetchClient } from './client.ts';
import { type Response, send } from './http/request.ts';
import { refusePrivateName } from './isolation/address-guard.ts';

/** A run waits for no more than this; the next one asks again. In milliseconds. */
const patience = 20_000;

/**
 * @param largest of the answer, in bytes
 * @throws Fault where none comes, or one that is no answer to such a request
 * @see https://www.rfc-editor.org/rfc/rfc3161#section-3.4
 */
export async function askAuthority(
	address: string,
	request: Buffer,
	client: FetchClient,
	largest: number,
): Promise<Buffer> {
	const { status, header, bytes } = await post(address, request, client, largest).catch((error: unknown) => {
		if (error instanceof Fault) throw noAnswer(error.what, address, error);
		throw error;
	});
	if (status !== 200) throw noAnswer(`it answers with status ${status}`, address);
	const type = header('content-type');
	if (/^application\/timestamp-reply\b/i.test(type)) return bytes;
	throw noAnswer(`what it sends is no time-stamp but ${legibleLine(type, 80) || 'of no type'}`, address);
}

function post(address: string, body: Buffer, client: FetchClient, size: number): Promise<Response> {
	if (!client.privateAddresses) refusePrivateName(address);
	return send(address, client, {
		headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
		body,
		time: Math.min(patience, client.limits.time),
		size,
		tooLarge: 'refuse',
		refuse: () => null,
	});
}

function noAnswer(said: string, address: string, cause?: unknown): Fault {
	return new Fault(
		`the time-stamp authority gave no answer: ${said}`,
		address,
		'Nothing is lost: the next run asks again, and its time-stamp stands for these commits too. If it stays so, name another authority in collection.yml › timestamps.',
		cause,
	);
}
