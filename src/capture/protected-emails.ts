/** Puts mail addresses back that Cloudflare hid: the hidden form differs at every fetch and would be a change each time. */
import type { CheerioAPI } from 'cheerio';

const path = '/cdn-cgi/l/email-protection';

export function decodeProtectedEmails($: CheerioAPI): void {
	for (const link of $(`a[href*="${path}"]`).get()) {
		const hidden = $(link).attr('href')?.split('#')[1] ?? $(link).attr('data-cfemail') ?? '';
		const address = decode(hidden);
		if (address === null) $(link).removeAttr('href');
		else $(link).attr('href', `mailto:${address}`);
	}
	for (const element of $('[data-cfemail]').get()) {
		const address = decode($(element).attr('data-cfemail') ?? '');
		if (address !== null) $(element).text(address);
	}
}

/** Hexadecimal bytes, each but the first masked with the first. Null where that gives no mail address. */
function decode(hex: string): string | null {
	const [mask, ...masked] = Buffer.from(hex, 'hex');
	if (mask === undefined) return null;
	const address = Buffer.from(masked.map((byte) => byte ^ mask)).toString('utf8');
	return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : null;
}
