/** What kind of file a snapshot is, told from its bytes: servers call a PDF anything. */

/** Readers let the mark of a PDF come late; a web page may speak of it, but not before its first tag. */
const latest = 1024;

export function isPdf(bytes: Uint8Array): boolean {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, latest));
	const at = head.indexOf('%PDF-');
	return at >= 0 && !head.slice(0, at).includes('<');
}
