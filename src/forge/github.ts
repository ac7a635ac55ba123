/** GitHub's API, as far as this program speaks to it: issues and settings of the archive's own repository. */
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import { z } from 'zod';
import { Fault } from '../model/fault.ts';

export interface Repository {
	/** `https://api.github.com`; a company's own server has another. */
	readonly api: string;
	readonly owner: string;
	readonly repo: string;
	readonly token: string;
}

export type GitHub = ReturnType<typeof openGitHub>;

/** What GitHub's runner says in the environment of a job; the token is handed to the step. @throws Fault that says what is missing */
export function repositoryFrom(environment: NodeJS.ProcessEnv): Repository {
	const {
		GITHUB_API_URL: api = 'https://api.github.com',
		GITHUB_REPOSITORY = '',
		GITHUB_TOKEN = '',
	} = environment;
	const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
	const missing = [
		...(owner === '' || repo === '' ? ['GITHUB_REPOSITORY=<owner>/<name>'] : []),
		...(GITHUB_TOKEN === '' ? ['GITHUB_TOKEN=<a token that may write issues>'] : []),
	];
	if (missing.length === 0) return { api, owner, repo, token: GITHUB_TOKEN };
	throw new Fault(
		'this speaks to GitHub, and the environment does not say of which repository, or by which token',
		'environment',
		`Set ${missing.join(' and ')}; a workflow has the first by itself.`,
	);
}

const issueSchema = z.object({
	number: z.int(),
	body: z.string().nullish(),
	pull_request: z.unknown().optional(),
});

const factsSchema = z.object({ private: z.boolean(), default_branch: z.string() });
const pagesSchema = z.object({
	html_url: z.url(),
	build_type: z.string().nullish(),
	cname: z.string().nullish(),
	https_enforced: z.boolean().default(true),
});
const workflowSchema = z.object({ state: z.string() });

/** Of a short answer the server is asked again three times, as the package has it; nothing else is tried twice. */
const Client = Octokit.plugin(paginateRest, retry).defaults({ userAgent: 'clausetrail' });

export function openGitHub({ api, owner, repo, token }: Repository) {
	const client = new Client({ baseUrl: api, auth: token, log: quiet });
	const place = { owner, repo };
	const issue = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
	return {
		facts: async () => {
			const { data } = await client.request('GET /repos/{owner}/{repo}', place);
			const { private: isPrivate, default_branch: defaultBranch } = factsSchema.parse(data);
			return { isPrivate, defaultBranch };
		},
		/** Null where Pages are not enabled. */
		pages: async () => {
			const answer = await orNothing([404], client.request('GET /repos/{owner}/{repo}/pages', place));
			if (answer === null) return null;
			const { html_url, build_type, cname, https_enforced } = pagesSchema.parse(answer.data);
			const [source, domain] = [build_type ?? null, cname ?? null];
			return { address: html_url, source, domain, isHttpsEnforced: https_enforced };
		},
		/** `active`, `disabled_fork` …; null where there is no such workflow, or nobody may ask. */
		workflowState: async (workflow_id: string) => {
			const workflows = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}';
			const answer = await orNothing([403, 404], client.request(workflows, { ...place, workflow_id }));
			return answer === null ? null : workflowSchema.parse(answer.data).state;
		},
		/** Issues that are open and carry the label, whoever wrote them. */
		openIssues: async (label: string) => {
			const asked = { ...place, labels: label, state: 'open', per_page: 100 } as const;
			const all = await client.paginate('GET /repos/{owner}/{repo}/issues', asked);
			return z
				.array(issueSchema)
				.parse(all)
				.filter(({ pull_request }) => pull_request === undefined)
				.map(({ number, body }) => ({ number, body: body ?? '' }));
		},
		/** Makes the label where there is none. */
		ensureLabel: async (name: string, description: string) => {
			const asked = { ...place, name, description };
			await client.request('POST /repos/{owner}/{repo}/labels', asked).catch((error: unknown) => {
				// It is there.
				if (statusOf(error) !== 422) throw error;
			});
		},
		open: async (label: string, title: string, body: string) => {
			const asked = { ...place, title, body, labels: [label] };
			await client.request('POST /repos/{owner}/{repo}/issues', asked);
		},
		rewrite: async (number: number, title: string, body: string) => {
			await client.request(issue, { ...place, issue_number: number, title, body });
		},
		comment: async (number: number, body: string) => {
			const comments = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
			await client.request(comments, { ...place, issue_number: number, body });
		},
		close: async (number: number) => {
			await client.request(issue, { ...place, issue_number: number, state: 'closed' });
		},
	};
}

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Null where the answer has one of these statuses: that there is no such thing, or that this token may not see it. */
async function orNothing<Answer>(
	statuses: readonly number[],
	asked: Promise<Answer>,
): Promise<Answer | null> {
	return asked.catch((error: unknown) => {
		if (statuses.includes(statusOf(error) ?? 0)) return null;
		throw error;
	});
}

/** Of the answer that an error tells of. */
export function statusOf(error: unknown): number | null {
	return error instanceof Error && 'status' in error && typeof error.status === 'number'
		? error.status
		: null;
}
