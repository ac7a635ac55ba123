/** Whether GitHub lets the site be published as its repository is set, and what whoever runs it should know of those settings. */
import { type GitHub, openGitHub, type Repository } from './github.ts';

export interface Publication {
	/** Address of the site, without a slash at its end; null where nothing can be published. */
	readonly site: string | null;
	/** A sentence or two each, for the summary of the run. */
	readonly notices: readonly string[];
}

/** What GitHub says of the repository, its site and its capture. */
export interface Settings {
	readonly isPrivate: boolean;
	readonly defaultBranch: string;
	/** Null where Pages are not enabled. */
	readonly pages: PagesSettings | null;
	/** `active`, or why GitHub starts no capture: `disabled_fork`, `disabled_inactivity`, `disabled_manually`; null where that is not told. */
	readonly capture: string | null;
}

export interface PagesSettings {
	/** Of the site, with a slash at its end. */
	readonly address: string;
	/** `workflow`, or `legacy` where Pages take a branch. */
	readonly source: string | null;
	readonly domain: string | null;
	readonly isHttpsEnforced: boolean;
}

/**
 * @param branch that the run is on
 * @throws what GitHub's answer is no answer to
 */
export async function askPublication(repository: Repository, branch: string): Promise<Publication> {
	return publicationOf(await askSettings(openGitHub(repository)), branch);
}

async function askSettings(github: GitHub): Promise<Settings> {
	const [facts, pages, capture] = await Promise.all([
		github.facts(),
		github.pages(),
		github.workflowState('capture.yml'),
	]);
	return { ...facts, pages, capture };
}

export function publicationOf(settings: Settings, branch: string): Publication {
	const obstacle = obstacleTo(settings, branch);
	const rest = [...captureNotices(settings), ...domainNotices(settings)];
	if (obstacle !== null) return { site: null, notices: [obstacle, ...rest] };
	return { site: settings.pages?.address.replace(/\/+$/, '') ?? null, notices: rest };
}

/** In the order in which they would have to be cleared away; null where nothing stands in the way. */
function obstacleTo({ isPrivate, defaultBranch, pages }: Settings, branch: string): string | null {
	if (branch !== defaultBranch)
		return `Nothing is published from this branch: the site is that of the default branch, ${defaultBranch}.`;
	if (pages === null && isPrivate)
		return 'Nothing is published: this repository is private and has no Pages. Captures go on all the same. To publish, make it public, or, where your plan has Pages for private repositories, choose Settings, Pages, Source: GitHub Actions. CONTRIBUTING.md says how to publish elsewhere.';
	if (pages === null)
		return 'Nothing is published: this repository has no Pages yet. Captures go on all the same. To publish, choose Settings, Pages, Source: GitHub Actions, and run the workflow Site.';
	if (pages.source !== 'workflow')
		return 'Nothing is published: Pages take a branch here. Choose Settings, Pages, Source: GitHub Actions, and run the workflow Site.';
	return null;
}

const causes: Readonly<Record<string, string>> = {
	disabled_fork: 'GitHub starts no scheduled workflow of a fork by itself',
	disabled_inactivity: 'GitHub stopped it after 60 days without a commit',
	disabled_manually: 'somebody disabled it',
};

function captureNotices({ capture }: Settings): readonly string[] {
	if (capture === null || capture === 'active') return [];
	const cause = causes[capture] ?? `its state is ${capture}`;
	return [`No page is captured: ${cause}. Choose Actions, Capture, Enable workflow.`];
}

function domainNotices({ pages }: Settings): readonly string[] {
	if (pages?.domain == null || pages.isHttpsEnforced) return [];
	return [
		`${pages.domain} is served without encryption as well. Choose Settings, Pages, Enforce HTTPS, once GitHub has its certificate.`,
	];
}
