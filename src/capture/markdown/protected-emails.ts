/** Puts mail addresses back that Cloudflare hid: the hidden form differs at every fetch and would be a change each time. */
import type { CheerioAPI } from 'cheerio';
import { allElements } from '../selection/dom.ts';

const path = '/cdn-cgi/l/email-protection';

export function decodeProtectedEmails($: CheerioAPI): void {
	const elements = allElements($);
	for (const { name, attribs } of elements) {
		if (name !== 'a' || !attribs.href?.includes(path)) continue;
		const address = decode(attribs.href.split('#')[1] ?? attribs['data-cfemail'] ?? '');
		if (address === null) delete attribs.href;
		else attribs.href = `mailto:${address}`;
	}
	for (const element of elements) {
		const address = decode(element.attribs['data-cfemail'] ?? '');
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
