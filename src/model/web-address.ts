/** Addresses that may be published: whatever a collection declares or records is public, so none may carry a password. */
import { z } from 'zod';

const noCredentials =
	'an address without a user name and password is expected: whatever stands here is public, in the archive for ever';

/** Of http or https, without a user's name and password. */
export function webAddress(error?: string) {
	const protocol = /^https?$/;
	return z
		.url(error === undefined ? { protocol } : { protocol, error })
		.refine((address) => !hasCredentials(address), noCredentials);
}

/** Any text, as long as no address in it carries credentials. */
export function publicText() {
	return z.string().refine((text) => withoutCredentials(text) === text, noCredentials);
}

function hasCredentials(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { username, password } = new URL(address);
	return username !== '' || password !== '';
}

/** The text with the user's name and password taken out of every address in it: `https://me:secret@a.example/` → `https://a.example/` */
export function withoutCredentials(text: string): string {
	// Signs that a URL ends at; a name or a password holds none of them. Browsers take a backslash for a slash.
	return text.replace(/:[\\/]{2}[^\s\\/?#]*@/g, '://');
}
