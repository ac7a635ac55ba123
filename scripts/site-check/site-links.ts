/** Finds the file that an internal address of a built site leads to. */

export interface Target {
	/** File of the site, relative to its root; null where there is none. */
	readonly file: string | null;
	/** What stands after `#`, decoded; empty without. */
	readonly fragment: string;
}

/**
 * @param files all files of the site, relative to its root
 * @param base path that the site is served under
 */
export function linkResolver(
	files: ReadonlySet<string>,
	base: string,
): (page: string, address: string) => Target {
	const known = new Map<string, string | null>();
	return (page, address) => {
		const [beforeFragment = '', ...rest] = address.split('#');
		const fragment = decoded(rest.join('#')) ?? rest.join('#');
		const wayless = beforeFragment.split('?')[0] ?? '';
		if (wayless === '') return { file: page, fragment };
		// Most links are paths from the root and stand on many pages.
		const path = wayless.startsWith('/') ? wayless : new URL(wayless, `http://site${base}${page}`).pathname;
		let file = known.get(path);
		if (file === undefined) {
			file = fileOf(path, files, base);
			known.set(path, file);
		}
		return { file, fragment };
	};
}

/** A folder without its slash is no address: hosts answer it with a detour or not at all. */
function fileOf(path: string, files: ReadonlySet<string>, base: string): string | null {
	const name = path.startsWith(base) ? decoded(path.slice(base.length)) : null;
	if (name === null) return null;
	const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
	return files.has(file) ? file : null;
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
