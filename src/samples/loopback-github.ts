/** A small server that speaks as much of GitHub's API as this program asks: issues, settings, and who may do what. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface LoopbackIssue {
	readonly number: number;
	title: string;
	body: string;
	state: 'open' | 'closed';
	readonly labels: readonly string[];
	readonly comments: string[];
}

export interface LoopbackGitHub {
	readonly api: string;
	readonly issues: LoopbackIssue[];
	/** Login → what GitHub calls it: `admin`, `write`, `read`; whoever is not named is unknown. */
	readonly permissions: Map<string, string>;
	/** Path below the repository → answer, or a status alone; as `/pages` and the empty one for the repository itself. */
	readonly answers: Map<string, unknown>;
	/** `POST /issues` and the like, in order; what only reads is not listed. */
	readonly asked: string[];
	readonly close: () => void;
}

/** Of the repository `tern/archive`, for the token `secret`. */
export async function startGitHub(): Promise<LoopbackGitHub> {
	const issues: LoopbackIssue[] = [];
	const permissions = new Map<string, string>();
	const answers = new Map<string, unknown>();
	const asked: string[] = [];
	const server = createServer(async (request, response) => {
		const address = new URL(request.url ?? '/', `http://${request.headers.host}`);
		const path = address.pathname.replace(/^\/repos\/tern\/archive/, '');
		const method = request.method ?? 'GET';
		const given = method === 'GET' ? {} : ((await json(request)) as Readonly<Record<string, unknown>>);
		if (method !== 'GET') asked.push(`${method} ${path}`);
		const reply = isKnown(request.headers.authorization) ? answer(method, path, given, address) : 401;
		const [status, data] = typeof reply === 'number' ? [reply, { message: `says ${reply}` }] : [200, reply];
		const head = { 'content-type': 'application/json', ...nextPage(data, address) };
		response.writeHead(status, head).end(JSON.stringify(pageOf(data, address)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

	function answer(
		method: string,
		path: string,
		given: Readonly<Record<string, unknown>>,
		address: URL,
	): unknown {
		if (answers.has(path)) return answers.get(path);
		const login = /^\/collaborators\/([^/]+)\/permission$/.exec(path)?.[1];
		if (login !== undefined) return permissions.has(login) ? { permission: permissions.get(login) } : 404;
		if (path === '/labels') return {};
		if (path === '/issues' && method === 'GET')
			return issues.filter(
				({ state, labels }) =>
					state === address.searchParams.get('state') &&
					labels.includes(address.searchParams.get('labels') ?? ''),
			);
		if (path === '/issues') {
			const issue = { ...given, number: issues.length + 1, state: 'open', comments: [] };
			issues.push(issue as unknown as LoopbackIssue);
			return issue;
		}
		const [, number, part] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
		const issue = issues.find((each) => String(each.number) === number);
		if (issue === undefined) return 404;
		if (part === undefined) Object.assign(issue, given);
		else issue.comments.push(String(given.body));
		return issue;
	}

	return {
		api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		...{ issues, permissions, answers, asked },
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

function isKnown(authorization = ''): boolean {
	return /^(?:bearer|token) secret$/i.test(authorization);
}

const usualLength = 30;

function pageOf(data: unknown, { searchParams }: URL): unknown {
	if (!Array.isArray(data)) return data;
	const length = Number(searchParams.get('per_page') ?? usualLength);
	const page = Number(searchParams.get('page') ?? 1);
	return data.slice((page - 1) * length, page * length);
}

/** @see https://www.rfc-editor.org/rfc/rfc8288 */
function nextPage(data: unknown, address: URL): Readonly<Record<string, string>> {
	const length = Number(address.searchParams.get('per_page') ?? usualLength);
	const page = Number(address.searchParams.get('page') ?? 1);
	if (!Array.isArray(data) || data.length <= page * length) return {};
	const next = new URL(address);
	next.searchParams.set('page', String(page + 1));
	return { link: `<${next}>; rel="next"` };
}
