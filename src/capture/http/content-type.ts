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

const usual = /^[\w.+-]+\/[\w.+-]+(?:\s*;\s*[\w-]+="?[\w.+-]+"?)*\s*;?$/;

/**
 * The value as it was sent where it is of the usual form, else what is understood of it: it goes into the commit, where a server's own
 * sentences have no place.
 */
export function plainContentType(value: string): string {
	if (value.length <= 200 && usual.test(value)) return value;
	const { type, charset } = parseContentType(value.slice(0, 2000));
	const isPlain = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(type);
	if (!isPlain) return '';
	return charset !== null && /^[\w.:+-]{1,40}$/.test(charset) ? `${type}; charset=${charset}` : type;
}
