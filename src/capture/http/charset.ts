/** Which characters the bytes of a page stand for: byte order mark, then header, then the page's own word, then UTF-8. */

/** How far into a page its own word is looked for; the HTML standard asks for it in the first 1024 bytes, pages are late. */
const prescan = 4096;

/**
 * Decodes a page. Never fails: bytes that make no sense become U+FFFD.
 * @param contentType value of the header, or empty
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
	const named =
		decoderOf(markOf(bytes)) ?? decoderOf(headerCharset(contentType)) ?? decoderOf(ownCharset(bytes));
	return named === undefined ? decodeUnnamed(bytes) : named.decode(bytes);
}

/** Most pages that name nothing are UTF-8; where the bytes are not, the standard's answer for Western Europe is taken. */
function decodeUnnamed(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** A label that no decoder knows counts as none. */
function decoderOf(label: string | undefined): TextDecoder | undefined {
	if (label === undefined) return undefined;
	try {
		return new TextDecoder(label);
	} catch {
		return undefined;
	}
}

function markOf([first, second, third]: Uint8Array): string | undefined {
	if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function headerCharset(contentType: string): string | undefined {
	return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
}

/** A page that could be read thus far as ASCII cannot be UTF-16, whatever it says. */
function ownCharset(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescan));
	const label =
		/<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1] ??
		/^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']+)/i.exec(head)?.[1];
	return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}
