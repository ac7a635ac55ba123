/** Asks a server whether a page changed, says when its word may be taken for it (RFC 9110, 13.1), and knows a page that it sends again. */
import { createHash } from 'node:crypto';
import type { DeclaredAgreement } from '../../model/declaration.ts';
import type { AgreementStatus, Validators } from '../../model/status.ts';
import { dayLength } from '../../text/day-length.ts';
import type { FetchedPage } from '../page.ts';
import type { Response } from './request.ts';

/**
 * A server whose word is wrong says 304 for ever: once a week the whole page is fetched all the same. That costs a twenty-eighth of the
 * requests of a capture that runs four times a day.
 */
const longestTrust = 7 * dayLength;

/** Longer ones are no entity tags but a way to fill a file. */
const longestTag = 200;

export function validatorsOf({ address, header }: Response): Validators {
	const [etag, lastModified] = [header('etag').trim(), header('last-modified').trim()];
	const isTag = /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(etag) && etag.length <= longestTag;
	const isDate = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(lastModified);
	return { address, ...(isTag ? { etag } : {}), ...(isDate ? { lastModified } : {}) };
}

/** The headers that ask whether the page changed; none for an address that the validators are not of. */
export function conditionsFor(address: string, validators: Validators | undefined): Record<string, string> {
	if (validators === undefined || validators.address !== address) return {};
	const { etag, lastModified } = validators;
	return {
		...(etag === undefined ? {} : { 'if-none-match': etag }),
		...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
	};
}

/** Two pages that have the same are read as the same text, by the same rules. */
export function pageHash({ address, contentType, bytes }: FetchedPage): string {
	return createHash('sha256').update(`${address}\n${contentType}\n`).update(bytes).digest('hex');
}

/**
 * The validators to ask with: where the status keeps them for every source, under the same rules. Those of a response that is too old still
 * know the page, but do not ask. Whoever keeps them does so only when the pages led to the recorded text, and adds the time of the response
 * as `fetched` and the page's hash as `page`.
 * @param rules names the rules that make a text of pages, as `status.rules` does
 */
export function usableValidators(
	status: AgreementStatus | undefined,
	declared: DeclaredAgreement,
	rules: string,
	now: Date,
): readonly Validators[] | undefined {
	const kept = status?.validators ?? [];
	if (status?.rules !== rules || kept.length !== declared.sources.length) return undefined;
	const areFresh = kept.every(({ fetched }) => fetched !== undefined && isFresh(fetched, now));
	return areFresh ? kept : kept.map(({ page }) => (page === undefined ? {} : { page }));
}

function isFresh(fetched: string, now: Date): boolean {
	const age = now.getTime() - Date.parse(fetched);
	return age >= 0 && age < longestTrust;
}
