/** Faults between this machine and a server: no connection, none that can be trusted, or a response that does not arrive whole. */
import type { FaultTable } from './fault-entry.ts';

const itMayPass = 'It may pass; if it stays, see whether the address is right and the server answers people.';
const tooMuch = 'An agreement is never that large: see whether the address leads to a download.';

export const connectionFaults = {
	'unknown-host': {
		code: 'dns',
		what: ({ host }: { host: string }) => `there is no host of the name ${host}`,
		remedy: 'See whether the name is spelt right. If the site is gone, remove its declaration.',
	},
	'host-not-looked-up': {
		code: 'dns',
		what: ({ host }: { host: string }) => `the name ${host} could not be looked up now`,
		remedy: itMayPass,
		passes: true,
	},
	'private-address': {
		code: 'private-address',
		what: ({ host }: { host: string }) => `this leads into a private network or to this machine (${host})`,
		remedy:
			'Declare a public address. A collection of pages of your own network says privateAddresses: true in collection.yml.',
	},
	'connection-refused': {
		code: 'connection',
		what: () => 'the server refuses the connection',
		remedy: itMayPass,
		passes: true,
	},
	'connection-broken': {
		code: 'connection',
		what: ({ said }: { said: string }) => `the connection broke off: ${said}`,
		remedy: itMayPass,
		passes: true,
	},
	'untrusted-certificate': {
		code: 'tls',
		what: ({ reason }: { reason: string }) => `the server cannot be trusted: ${reason}`,
		remedy:
			'Nothing that comes over this connection can be trusted. Usually the site mends it within days; if it stays, declare the address under a host name that its certificate names.',
	},
	'no-secure-connection': {
		code: 'tls',
		what: ({ reason }: { reason: string }) => `no secure connection could be made: ${reason}`,
		remedy:
			'The server speaks no version of TLS that is safe today, or none at all. See what a browser says to the address.',
	},
	'no-response-in-time': {
		code: 'timeout',
		what: ({ seconds }: { seconds: number }) => `no complete answer within ${seconds} s`,
		remedy: 'It may pass; if it stays, see whether the address is right.',
	},
	'response-cut-off': {
		code: 'truncated',
		what: () => 'the answer broke off before its end',
		remedy: itMayPass,
		passes: true,
	},
	'no-http': {
		code: 'protocol',
		what: ({ said }: { said: string }) => `the answer is no HTTP: ${said}`,
		remedy: itMayPass,
	},
	'no-http-status': {
		code: 'protocol',
		what: () => 'the server answered with a status that HTTP does not have, below 100',
		remedy: itMayPass,
	},
	/** A status between 100 and 199: it announces an answer. */
	'interim-answer': {
		code: 'protocol',
		what: () =>
			'the server gave no answer, but a status between 100 and 199 that was not asked for, as if it waited for more',
		remedy: itMayPass,
	},
	'head-too-large': {
		code: 'too-large',
		what: () => 'the head of the answer is far too large',
		remedy: itMayPass,
	},
	'body-too-large': {
		code: 'too-large',
		what: ({ megabytes }: { megabytes: number }) => `the page is larger than ${megabytes} MB`,
		remedy: tooMuch,
	},
	'body-made-to-burst': {
		code: 'too-large',
		what: ({ ratio }: { ratio: number }) =>
			`the page is packed so tightly that it was made to burst (1 to ${ratio})`,
		remedy: tooMuch,
	},
	'unknown-content-coding': {
		code: 'encoding',
		what: ({ coding }: { coding: string }) =>
			`the server packed the page in a way that was not asked for (${coding})`,
		remedy: 'It may pass; if it stays, report it to the site.',
	},
	'damaged-content-coding': {
		code: 'encoding',
		what: ({ said }: { said: string }) => `the page is packed in a way that cannot be unpacked: ${said}`,
		remedy: itMayPass,
	},
	'fetch-failed': {
		code: 'network',
		what: ({ said }: { said: string }) => `the page could not be fetched: ${said}`,
		remedy: itMayPass,
	},
} as const satisfies FaultTable;
