/** Reads Content-Type as browsers do. */

export interface ContentType {
	/** In small letters, without parameters; empty where there is none. */
	readonly type: string;
	/** A label, whether anybody knows it or not. */
	readonly charset: string | null;
}

/**
 * Servers behind each other add values of their own: the last one counts, and keeps the characters that an earlier one named for the
 * same type.
 * @param value of the header, or several joined by commas
 * @see https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
 */
export function parseContentType(value: string): ContentType {
	let found: ContentType = { type: '', charset: null };
	for (const one of value.match(/(?:[^",]|"[^"]*"?)+/g) ?? []) {
		const type = /^\s*([^\s;]*)/.exec(one)?.[1]?.toLowerCase() ?? '';
		if (type === '' || type === '*/*') continue;
		const kept = type === found.type ? found.charset : null;
		found = { type, charset: charsetIn(one) ?? kept };
	}
	return found;
}

/** The first that is named; in single quotes too, which some servers take for double ones. */
function charsetIn(value: string): string | null {
	for (const [, name, quoted, bare] of value.matchAll(/;\s*([^\s=;"]+)\s*=\s*(?:"([^"]*)"?|([^;]*))/g)) {
		const label = (quoted ?? bare ?? '').replace(/^[\s']+|[\s']+$/g, '');
		if (name?.toLowerCase() === 'charset' && label !== '') return label;
	}
	return null;
}
