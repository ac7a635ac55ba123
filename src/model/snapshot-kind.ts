/** What kind of file a snapshot is, told from its bytes: servers call a PDF anything. */

/** Readers let the mark of a PDF come late: some servers print a line of their own before it, with markup even. */
const latest = 1024;
/** The mark, and room behind it for what the file begins with. */
const looked = 2 * latest;

/** After markup only what no web page writes so: its version and its first object, whose brackets a page would have to escape. */
const beginsAfterMarkup = /^%PDF-\d\.\d[^<>]*?\b\d{1,10} \d{1,5} obj\s*(?:<<|\[|\d)/;

export function isPdf(bytes: Uint8Array): boolean {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, looked));
	const at = head.slice(0, latest).indexOf('%PDF-');
	return at >= 0 && (!head.slice(0, at).includes('<') || beginsAfterMarkup.test(head.slice(at)));
}
