/** What is said of a quote beside it. */

export function foundInWords(times: number): string {
	return times === 1 ? 'found exactly once' : `found ${timesInWords(times)}`;
}

export function rewordedInWords(times: number): string {
	return times === 0 ? 'never reworded' : `reworded ${timesInWords(times)}`;
}

function timesInWords(times: number): string {
	return ['', 'once', 'twice'][times] || `${times} times`;
}

/** The end of an address, which is what tells it: `…/terms-of-service/#c-7q2m` */
export function lastingAddress(address: string): string {
	return `…/${address.split('/').slice(-2).join('/')}`;
}
