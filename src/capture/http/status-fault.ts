/** What a status other than success means for a capture. */
import { CaptureFault } from '../capture-fault.ts';
import type { StatusFaultKind } from '../faults/status-faults.ts';

const meanings: Readonly<Record<number, StatusFaultKind>> = {
	202: 'robots-challenged',
	204: 'no-page-there',
	205: 'no-page-there',
	206: 'part-of-page',
	304: 'unchanged-unasked',
	401: 'access-forbidden',
	402: 'access-forbidden',
	403: 'access-forbidden',
	404: 'page-gone',
	406: 'no-form-accepted',
	407: 'proxy-wants-password',
	408: 'server-down',
	410: 'page-gone',
	425: 'server-down',
	429: 'asked-too-often',
	451: 'withheld-by-law',
	501: 'server-broken',
	505: 'server-broken',
	// Of a proxy in front of the site: its certificate is not right, and will not be in a minute.
	525: 'server-broken',
	526: 'server-broken',
	// Of sites that turn robots away by a status of their own.
	999: 'robots-challenged',
};

/** @param wait milliseconds that the server asks to wait; null where it does not say */
export function statusFault(status: number, address: string, wait: number | null): CaptureFault {
	const kind = meanings[status] ?? kindOf(status);
	return new CaptureFault(kind, address, { status, wait });
}

function kindOf(status: number): StatusFaultKind {
	if (status < 300) return 'no-status-of-pages';
	return status >= 500 && status < 600 ? 'server-down' : 'unusable-status';
}
