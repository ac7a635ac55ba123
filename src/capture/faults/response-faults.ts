/** Faults of a response: where it leads, what its robots.txt allows, what it sends in place of a page. */
import type { FaultTable } from './fault-entry.ts';

const askLess =
	'The next run asks again. If it stays, raise `delay` in collection.yml, or run the capture less often.';
const asksAgain = 'It may pass; the next run asks again.';
const robotsUnread = ({ said }: { said: string }) =>
	`the site’s robots.txt cannot be read (${said}), and until it can nothing may be fetched`;

export const responseFaults = {
	'redirect-to-unsafe': {
		code: 'redirects',
		what: ({ target }: { target: string }) =>
			`the page redirects from https to ${target}, where anybody on the way could change it`,
		remedy: 'If the site has no safe address for this page, declare the http address itself.',
	},
	/** `target` is what the server wrote in place of an address; empty where it wrote nothing. */
	'redirect-to-nowhere': {
		code: 'redirects',
		what: ({ target }: { target: string }) =>
			target === ''
				? 'the page redirects and does not say whereto'
				: `the page redirects to ${JSON.stringify(target)}, which is no web address`,
		remedy: 'Open the address in a browser and correct it in the declaration.',
	},
	'redirect-in-circle': {
		code: 'redirects',
		what: ({ target }: { target: string }) => `the page redirects in a circle, back to ${target}`,
		remedy:
			'Such sites often want a cookie back: a browser may be let in (executeClientScripts). Else correct the address in the declaration.',
	},
	'too-many-redirects': {
		code: 'redirects',
		what: ({ most, target }: { most: number; target: string }) =>
			`the page redirects more than ${most} times, last to ${target}`,
		remedy: 'Open the address in a browser and put the address where it ends into the declaration.',
	},
	/** `target` as the page writes it. */
	'moves-by-script': {
		code: 'moves-on',
		what: ({ target }: { target: string }) => `the page is none but moves on by a script, to ${target}`,
		remedy:
			'Declare the address where it ends. Where it must be this one, a browser follows it (executeClientScripts).',
	},
	'moves-in-browser': {
		code: 'moves-on',
		what: ({ target }: { target: string }) =>
			`the page is none but sends people on, to ${target}, and had not done so when the browser was read`,
		remedy: 'Open the address in a browser and put the address where it ends into the declaration.',
	},
	'robots-forbid': {
		code: 'robots',
		what: () => 'the site’s robots.txt forbids to fetch this page',
		remedy:
			'Ask the site’s operator to allow it, or remove the declaration. Where you may fetch it all the same, say so under `robots` in collection.yml, with the reason.',
	},
	'robots-unavailable': { code: 'robots', what: robotsUnread, remedy: asksAgain },
	'robots-asked-too-often': { code: 'rate-limited', what: robotsUnread, remedy: asksAgain },
	/** `until` in milliseconds since 1970. */
	'host-at-rest': {
		code: 'rate-limited',
		what: ({ until }: { until: number }) =>
			`the server asked not to be asked again before ${new Date(until).toISOString().slice(0, 16)}Z, so this page was not asked for`,
		remedy: askLess,
	},
	'no-web-page': {
		code: 'content',
		what: ({ type }: { type: string }) => `the answer is no web page but ${type}`,
		remedy: 'Give the declaration the address of the page itself.',
	},
	'no-pdf': {
		code: 'content',
		what: () => 'the declaration names no part of the page, as for a PDF, but the answer is a web page',
		remedy: 'Correct the address; where it is a web page now, name the part that is the agreement (select).',
	},
	'empty-response': {
		code: 'empty',
		what: () => 'the server sent an empty page',
		remedy: 'It may pass; if it stays, open the address in a browser and see whether it answers people.',
	},
	/** Of so many characters so many make no sense. */
	'wrong-charset': {
		code: 'encoding',
		what: ({ garbled, characters }: { garbled: number; characters: number }) =>
			`the page is not written in the characters that it names: ${garbled} of ${characters} make no sense`,
		remedy: 'See whether the address shows people a readable text; if it does not, report it to the site.',
	},
} as const satisfies FaultTable;
