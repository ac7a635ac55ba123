/** Faults that a server names itself, by the status of its response. Which status means which of them is told in http/status-fault.ts. */
import type { FaultTable } from './fault-entry.ts';

interface StatusFacts {
	readonly status: number;
	/** Milliseconds after which the server wants to be asked again; null where it does not say. */
	readonly wait: number | null;
}

const what = ({ status }: StatusFacts) => `the server answered with status ${status}`;

const itMayPass =
	'It may pass; if it stays, open the address in a browser and see whether it answers people.';

export const statusFaults = {
	'page-gone': {
		code: 'not-found',
		what,
		remedy: 'The page is gone: look for its new address and correct the declaration.',
	},
	'access-forbidden': {
		code: 'forbidden',
		what,
		remedy:
			'Open the address in a browser. If people need an account there, it cannot be archived; if they see it, the server turns robots away, and a browser (executeClientScripts) may be let in.',
	},
	'withheld-by-law': {
		code: 'forbidden',
		what,
		remedy:
			'The page is withheld for legal reasons where this capture runs; it may be there for readers in other countries.',
	},
	'asked-too-often': {
		code: 'rate-limited',
		what,
		remedy:
			'The next run asks again. If it stays, raise `delay` in collection.yml, or run the capture less often.',
		passes: true,
	},
	'server-down': { code: 'unavailable', what, remedy: itMayPass, passes: true },
	/** What a minute does not mend. */
	'server-broken': { code: 'unavailable', what, remedy: itMayPass },
	'robots-challenged': {
		code: 'status',
		what,
		remedy: 'Usually a wall for robots: see whether a browser (executeClientScripts) is let in.',
	},
	'no-page-there': {
		code: 'status',
		what: ({ status }: StatusFacts) => `the server answered with status ${status}: there is nothing to show`,
		remedy: 'The server says that there is no page: see what a browser shows, and correct the address.',
	},
	'part-of-page': {
		code: 'status',
		what: ({ status }: StatusFacts) => `the server answered with status ${status}: a part of the page alone`,
		remedy: 'The server sent a part that nobody asked for. It may pass; if it stays, report it to the site.',
	},
	'unchanged-unasked': {
		code: 'status',
		what,
		remedy:
			'The server calls unchanged what it was not asked about. It may pass; if it stays, report it to the site.',
	},
	'no-form-accepted': {
		code: 'status',
		what,
		remedy:
			'The server has the page in no language or form that was asked for: see `languages` in collection.yml.',
	},
	'proxy-wants-password': {
		code: 'status',
		what,
		remedy: 'The proxy wants a name and a password: put them into its address (HTTPS_PROXY).',
	},
	/** Of the statuses 200 to 299 those that are said of something else than a page that was asked for. */
	'no-status-of-pages': {
		code: 'status',
		what: ({ status }: StatusFacts) =>
			`the server answered with status ${status}, which is said of no page that was asked for`,
		remedy: itMayPass,
	},
	'unusable-status': { code: 'status', what, remedy: itMayPass },
} as const satisfies FaultTable;

export type StatusFaultKind = keyof typeof statusFaults;
