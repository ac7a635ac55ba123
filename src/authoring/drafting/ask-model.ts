/** Asks a language model by the form of requests that most servers speak: `POST <address>/chat/completions`. The one place of authoring that uses the network. */
import { z } from 'zod';
import { Fault } from '../../model/fault.ts';

export interface ModelServer {
	/** Such as `http://localhost:8080/v1`. */
	readonly address: string;
	readonly model: string;
	/** Sent as a bearer token; empty for a server that asks for none. */
	readonly key: string;
}

export interface ChatRequest {
	readonly model: string;
	readonly temperature: number;
	readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
}

const answerSchema = z.object({
	choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** Milliseconds that a slow model may think. */
const patience = 300_000;
/** Characters of an answer: prose for one page is a hundredth of it. */
const longestAnswer = 1_000_000;

/**
 * What the model said, as it said it.
 * @throws Fault where the server refuses, breaks off, or answers in another form
 */
export async function askModel(server: ModelServer, request: ChatRequest): Promise<string> {
	const address = `${server.address.replace(/\/+$/, '')}/chat/completions`;
	const text = await answerOf(address, server.key, request);
	const parsed = answerSchema.safeParse(parseJson(text));
	if (parsed.success) return (parsed.data.choices[0] as { message: { content: string } }).message.content;
	throw new Fault(
		'its answer is not in the form of chat completions',
		address,
		'Name the address up to and without /chat/completions.',
		parsed.error,
	);
}

async function answerOf(address: string, key: string, request: ChatRequest): Promise<string> {
	const headers = {
		'content-type': 'application/json',
		...(key === '' ? {} : { authorization: `Bearer ${key}` }),
	};
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers,
			body: JSON.stringify(request),
			signal: AbortSignal.timeout(patience),
			redirect: 'error',
		});
		const text = await bounded(response, address);
		if (response.ok) return text;
		throw new Fault(
			`it answered ${response.status}`,
			address,
			'See to the address, the key and the name of the model.',
		);
	} catch (error) {
		if (error instanceof Fault) throw error;
		throw new Fault(
			`it broke off: ${reasonOf(error)}`,
			address,
			'Nothing was written. Ask again, or draft without --model.',
			error,
		);
	}
}

async function bounded(response: Response, address: string): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const piece of response.body ?? []) {
		text += decoder.decode(piece as Uint8Array, { stream: true });
		if (text.length > longestAnswer)
			throw new Fault(`it sent more than ${longestAnswer} characters`, address, 'Ask another model.');
	}
	return text + decoder.decode();
}

function reasonOf(error: unknown): string {
	const { message, cause } = error as Error;
	return cause instanceof Error ? `${message} (${cause.message})` : message;
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
