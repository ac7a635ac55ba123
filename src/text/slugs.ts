/** Gives each name of a list its part of an address: lower-case ASCII, unique, the same on every build. */
import { createHash } from 'node:crypto';

/** First parts of addresses that are the site's own (`_astro` with its line dropped), so that no platform may take them. */
const rootWords = [
	'404',
	'astro',
	'about',
	'api',
	'changes',
	'compare',
	'data',
	'digest',
	'explained',
	'favicon',
	'feed',
	'feeds',
	'index',
	'llms',
	'matrix',
	'methodology',
	'notice',
	'pages',
	'pagefind',
	'platforms',
	'posts',
	'regulations',
	'robots',
	'search',
	'sitemap',
	'status',
	'topics',
	'watch',
];

/** Parts of addresses below a platform that no agreement may take. */
const platformWords = ['changes', 'compare', 'feed', 'history', 'notice', 'provisions', 'topics'];

const reserved: ReadonlySet<string> = new Set([...rootWords, ...platformWords]);

/** Letters that Unicode does not decompose, and the one sign whose loss would merge two brands (Disney, Disney+). */
const spelledOut: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i',
	'+': ' plus',
};

const longest = 80;

/**
 * Returns name → slug. The order of `names` plays no part.
 *
 * A name that is alone with its plain slug has it. Where several share one (`TP-Link`, `Tp-link`), the first in the order of
 * code points has it and each other gets a suffix made from its own letters alone. A later name can therefore alter at most
 * one older slug: that of the one name it collides with and stands before. A reserved word is never plain.
 */
export function assignSlugs(names: readonly string[]): Map<string, string> {
	const groups = Map.groupBy([...new Set(names)].sort(byCodePoint), plainSlug);
	const slugs = new Map<string, string>();
	const taken = new Set<string>(reserved);
	for (const [plain, [first]] of groups) {
		if (first === undefined || reserved.has(plain)) continue;
		slugs.set(first, plain);
		taken.add(plain);
	}
	for (const [plain, group] of groups) {
		for (const name of group) {
			if (slugs.has(name)) continue;
			const slug = withSuffix(plain, name, taken);
			slugs.set(name, slug);
			taken.add(slug);
		}
	}
	return slugs;
}

/** `Türk Telekom — Gizlilik` → `turk-telekom-gizlilik`; a name without any ASCII letter or digit → `n-` and a hash. */
function plainSlug(name: string): string {
	const ascii = name
		.toLowerCase()
		.replace(/[ßæœøđðþłı+]/g, (sign) => spelledOut[sign] ?? '')
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}'’]/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return shortened(ascii) || `n-${fingerprint(name).slice(0, 8)}`;
}

/** Cuts at the end of a word where there is one: file systems take 255 bytes a name, readers far less. */
function shortened(slug: string): string {
	if (slug.length <= longest) return slug;
	const cut = slug.slice(0, longest);
	const end = cut.lastIndexOf('-');
	return end > longest / 2 ? cut.slice(0, end) : cut;
}

/** The suffix grows only where someone named something after another name's suffix. */
function withSuffix(plain: string, name: string, taken: ReadonlySet<string>): string {
	const hash = fingerprint(name);
	for (let length = 4; length < hash.length; length++) {
		const slug = `${plain}-${hash.slice(0, length)}`;
		if (!taken.has(slug)) return slug;
	}
	return `${plain}-${hash}`;
}

function fingerprint(name: string): string {
	return createHash('sha256').update(name).digest('hex');
}

function byCodePoint(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
