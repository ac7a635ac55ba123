/** What stands where the agreement should: a page with status 200 that is something else. How they are known stands in wall-pages.ts. */
import type { FaultTable } from './fault-entry.ts';

const itMayPass = 'Nothing was recorded. It may pass; if it stays, see what the address shows to people.';

/** `said`: the words by which the page was known. */
function pageThatIs(kind: string): (facts: { said: string }) => string {
	return ({ said }) => `the page is ${kind}, no agreement: it says “${said}”`;
}

export const wallFaults = {
	'bot-wall': {
		code: 'bot-wall',
		what: pageThatIs('a wall for robots'),
		remedy: 'Nothing was recorded. It may pass; if it stays, the page can only be captured with a browser.',
	},
	'consent-wall': {
		code: 'consent-wall',
		what: pageThatIs('a question for consent to cookies'),
		remedy:
			'Nothing was recorded. Choose an address or a selector that shows the agreement without the question, or a browser (executeClientScripts).',
	},
	'login-wall': {
		code: 'login-wall',
		what: pageThatIs('a page to log in'),
		remedy:
			'Nothing was recorded. Only what everybody can read is archived: declare an address that needs no account.',
	},
	maintenance: {
		code: 'maintenance',
		what: pageThatIs('a notice that the site is being worked on'),
		remedy: itMayPass,
	},
	'soft-404': {
		code: 'soft-404',
		what: pageThatIs('a notice that the page does not exist'),
		remedy: 'The page is gone or has moved: look for its new address and correct the declaration.',
	},
	'error-page': {
		code: 'error-page',
		what: pageThatIs('a notice of an error'),
		remedy: itMayPass,
	},
} as const satisfies FaultTable;

export type WallKind = keyof typeof wallFaults;
