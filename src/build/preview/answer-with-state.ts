/** Stands before the pages of a preview: until there is an archive it answers in their place, and afterwards it adds what is wrong. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveState } from '../../load/live/live-archive.ts';
import { bannerOf, pageWithoutArchive } from './preview-pages.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export function answerWithState(state: () => LiveState): Middleware {
	return (request, response, next) => {
		if (!asksForPage(request)) next();
		else if (state().archive === null) sayWhatIsDone(response, state());
		else {
			addAtEnd(response, () => bannerOf(state(), Date.now()));
			next();
		}
	};
}

/** A browser says so of pages; scripts, styles and data are left alone. */
function asksForPage({ method, headers }: IncomingMessage): boolean {
	return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

function sayWhatIsDone(response: ServerResponse, state: LiveState): void {
	const status = state.faults.length > 0 ? 500 : 503;
	response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '1' });
	response.end(pageWithoutArchive(state, Date.now()));
}

/** @param words asked for when the page ends, for they may have changed while it was rendered */
function addAtEnd(response: ServerResponse, words: () => string): void {
	const [end, writeHead] = [response.end.bind(response), response.writeHead.bind(response)];
	const isPage = () => String(response.getHeader('content-type') ?? '').startsWith('text/html');
	response.writeHead = ((...args: Parameters<typeof writeHead>) => {
		// The length is no longer what whoever made the page took it for.
		response.removeHeader('content-length');
		return writeHead(...args);
	}) as typeof writeHead;
	response.end = ((chunk?: unknown, ...rest: unknown[]) => {
		const isBody = typeof chunk === 'string' || chunk instanceof Uint8Array;
		if (isBody) response.write(chunk);
		const banner = isPage() ? words() : '';
		const callback = [chunk, ...rest].find((each) => typeof each === 'function');
		return end(banner, callback as () => void);
	}) as typeof end;
}
