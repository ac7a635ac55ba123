/** Posts JSON to a server of somebody else: within a time, a bounded number of times, and no sooner than it asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { legibleLine } from '../text/legible.ts';

export interface Request {
	readonly address: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** The bytes that are sent: a signature is of these. Left out: the server is asked by GET. */
	readonly body?: string;
}

export type Answer =
	/** It took the message. `body` as far as it was read. */
	| { readonly kind: 'taken'; readonly body: string }
	| { readonly kind: 'refused'; readonly status: number; readonly reason: string }
	/** Nobody was reached: the message went nowhere. */
	| { readonly kind: 'unreached'; readonly reason: string }
	/** The message went out, and no answer came: it may have arrived. */
	| { readonly kind: 'unanswered'; readonly reason: string };

export interface Patience {
	/** Milliseconds for one request. */
	readonly timeout: number;
	/** Milliseconds before each further try, where the server does not say how long; as many tries as there are. */
	readonly rests: readonly number[];
	/** What a server may ask for at most: a longer wait is left to the next run. */
	readonly longestRest: number;
}

export const usualPatience: Patience = { timeout: 20_000, rests: [2000, 10_000], longestRest: 60_000 };

/** Bytes of an answer that are read. */
const longestAnswer = 64 * 1024;
/** Characters of it in a report. */
const longestReason = 200;

/** Tries again where nothing arrived, and says so; never where something may have. */
export async function post(request: Request, patience: Patience): Promise<Answer> {
	for (const rest of [...patience.rests, null]) {
		const { answer, after } = await ask(request, patience.timeout);
		const wait = after ?? rest;
		if (rest === null || !isPassing(answer) || wait === null || wait > patience.longestRest) return answer;
		await sleep(wait);
	}
	throw new Error('the last try is answered above');
}

/** True where the next try may do better. */
function isPassing(answer: Answer): boolean {
	if (answer.kind === 'unreached') return true;
	return answer.kind === 'refused' && passing.has(answer.status);
}

const passing: ReadonlySet<number> = new Set([425, 429, 500, 502, 503]);
/** A server in front of it gave up waiting; what lies behind may have taken the message. */
const unanswered: ReadonlySet<number> = new Set([408, 504]);

interface Asked {
	readonly answer: Answer;
	/** Milliseconds that the server wants to be left alone; null where it says nothing. */
	readonly after: number | null;
}

async function ask({ address, headers = {}, body }: Request, timeout: number): Promise<Asked> {
	try {
		const response = await fetch(address, {
			method: body === undefined ? 'GET' : 'POST',
			headers: { 'content-type': 'application/json', 'user-agent': 'clausetrail', ...headers },
			...(body === undefined ? {} : { body }),
			// A key must not follow to wherever an address leads.
			redirect: 'manual',
			signal: AbortSignal.timeout(timeout),
		});
		const text = await beginningOf(response).catch(() => '');
		return { answer: answerOf(response, text), after: retryAfter(response.headers, Date.now()) };
	} catch (error) {
		const reason = reasonOf(error);
		return { answer: { kind: isUnreached(error) ? 'unreached' : 'unanswered', reason }, after: null };
	}
}

function answerOf({ ok, status }: Response, body: string): Answer {
	if (ok) return { kind: 'taken', body };
	const said = legibleLine(body, longestReason);
	const reason = `it answered ${status}${said === '' ? '' : `: ${said}`}`;
	return unanswered.has(status) ? { kind: 'unanswered', reason } : { kind: 'refused', status, reason };
}

/**
 * Seconds or a date (RFC 9110, 10.2.3).
 * @returns milliseconds from `now` on
 */
export function retryAfter(headers: Headers, now: number): number | null {
	const said = headers.get('retry-after');
	if (said === null) return null;
	const seconds = /^\d{1,9}(?:\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now;
	return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

async function beginningOf(response: Response): Promise<string> {
	const decoder = new TextDecoder();
	let [text, left] = ['', longestAnswer];
	for await (const piece of response.body ?? []) {
		text += decoder.decode((piece as Uint8Array).subarray(0, left), { stream: true });
		left -= (piece as Uint8Array).length;
		if (left <= 0) break;
	}
	return text;
}

/** No connection, or none that could be trusted. */
const unreachedCodes: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'UND_ERR_CONNECT_TIMEOUT',
]);

function isUnreached(error: unknown): boolean {
	const code = codeOf((error as Error).cause);
	return (
		unreachedCodes.has(code) ||
		code.includes('CERT') ||
		code.startsWith('ERR_SSL') ||
		code.startsWith('ERR_TLS') ||
		(error instanceof TypeError && code === 'ERR_INVALID_URL')
	);
}

/** Of several addresses of a host each may fail in its way. */
function codeOf(cause: unknown): string {
	const { code, errors } = (cause ?? {}) as { readonly code?: unknown; readonly errors?: readonly unknown[] };
	return typeof code === 'string' ? code : errors === undefined ? '' : codeOf(errors[0]);
}

function reasonOf(error: unknown): string {
	const { name, message, cause } = error as Error;
	if (name === 'TimeoutError') return 'no answer came in time';
	const why = cause instanceof Error ? cause.message || codeOf(cause) : message;
	return legibleLine(`it could not be spoken to: ${why}`, longestReason);
}
