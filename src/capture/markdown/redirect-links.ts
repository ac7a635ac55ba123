/**
 * Links that lead over a page of somebody else's, which counts the click and sends on: Google Docs writes all links of a published document
 * so, with a time and a signature that are new at each fetch. What such a link says is where it sends people.
 */

interface Redirector {
	readonly host: RegExp;
	readonly path: RegExp;
	/** Parameters that may hold the target, the likeliest first. */
	readonly targets: readonly string[];
}

/** Each sends on to nothing but the named parameter. */
const redirectors: readonly Redirector[] = [
	{ host: /^www\.google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/, path: /^\/url$/, targets: ['q', 'url'] },
	{ host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, targets: ['u'] },
	{ host: /^l\.(?:instagram|threads)\.(?:com|net)$/, path: /^\/$/, targets: ['u'] },
	{ host: /^www\.youtube\.com$/, path: /^\/redirect$/, targets: ['q'] },
	{ host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/(?:GetUrlReputation)?$/, targets: ['url'] },
];

/** One in the other is met in letters that were sent on; more are a trick. */
const mostRedirects = 3;

/** Where a link leads in the end; the link itself, letter by letter, where it leads over none of them. */
export function targetOfRedirect(url: URL): URL {
	let target = url;
	for (let step = 0; step < mostRedirects; step++) {
		const next = stepOf(target);
		if (next === null) return target;
		target = next;
	}
	return target;
}

function stepOf({ hostname, pathname, searchParams }: URL): URL | null {
	const redirector = redirectors.find(({ host, path }) => host.test(hostname) && path.test(pathname));
	for (const name of redirector?.targets ?? []) {
		const said = searchParams.get(name) ?? '';
		if (/^https?:\/\//i.test(said) && URL.canParse(said)) return new URL(said);
	}
	return null;
}
