/**
 * Parts of links that need not say whereto they lead: values of query parameters, fragments, sessions in paths. Where two texts differ in
 * nothing else, these are told by the link they stand in, so that those which are new at each fetch can be learned. Pure, one pass.
 */
import { sha256 } from '../archive/hashes.ts';

export interface LinkPart {
	/** Host, path and name of the part: `tern.example/fees?sid`. */
	readonly key: string;
	/** The same on any path of the host. */
	readonly wide: string;
	/** Hash of the values that it has in a text, in all links. */
	readonly value: string;
}

/** Names that stand on so many paths are the site's, not the page's. */
const mostPaths = 20;
/** Longer names are kept by their hash. */
const longestKey = 200;

/**
 * What differs between two texts that are the same but for parts of links.
 * @returns with the values of the first text; null where they differ in anything else, be it a path or a word
 */
export function turnedParts(text: string, other: string): readonly LinkPart[] | null {
	const [mine, its] = [partedText(text), partedText(other)];
	if (mine.links.length !== its.links.length || mine.rest !== its.rest) return null;
	const turned = new Set<string>();
	const read = new Map<string, ParsedLink>();
	for (const [at, link] of mine.links.entries()) {
		const twin = its.links[at] as string;
		if (link === twin) continue;
		const names = differing(parsed(link, read), parsed(twin, read));
		if (names === null) return null;
		for (const name of names) turned.add(name);
	}
	return turned.size === 0 ? [] : partsWith(mine.links, turned, read);
}

interface PartedText {
	readonly rest: string;
	readonly links: readonly string[];
}

const link = /https?:\/\/(?:\\[()]|[^\s<>()[\]])+/g;

/** A table is as wide as its links are long. */
function partedText(text: string): PartedText {
	const links: string[] = [];
	const rest = text.replace(link, (found) => {
		links.push(found);
		return '\0';
	});
	const lines = rest.split('\n').map((line) => (line.trimStart().startsWith('|') ? narrowRow(line) : line));
	return { rest: lines.join('\n'), links };
}

function narrowRow(row: string): string {
	return row.replace(/ +/g, ' ').replace(/-+/g, '-');
}

interface ParsedLink {
	readonly host: string;
	/** What has to be the same. */
	readonly place: string;
	/** Name, with the sign that leads to it → value. */
	readonly parts: ReadonlyMap<string, string>;
}

function parsed(written: string, read: Map<string, ParsedLink>): ParsedLink {
	const known = read.get(written);
	if (known !== undefined) return known;
	const link = parseLink(written.replace(/\\([()])/g, '$1'));
	read.set(written, link);
	return link;
}

function parseLink(address: string): ParsedLink {
	if (!URL.canParse(address)) return { host: '', place: address, parts: new Map() };
	const { protocol, host, pathname, searchParams, hash } = new URL(address);
	const parts = new Map<string, string>();
	const add = (name: string, value: string) => parts.set(name, `${parts.get(name) ?? ''}\n${value}`);
	// Java and ASP write a session into the path.
	const path = pathname
		.replace(/;([^;=/]+)=([^;/]*)/g, (_, name: string, value: string) => {
			add(`;${name}`, value);
			return '';
		})
		.replace(/\/\([A-Z]\([^()/]*\)\)(?=\/)/g, (session) => {
			add('()', session);
			return '';
		});
	for (const [name, value] of searchParams) add(`?${name}`, value);
	if (hash !== '') add('#', hash);
	return { host, place: `${protocol}//${host}${path}`, parts };
}

/** Keys of what differs; null where they lead to two places. */
function differing(one: ParsedLink, other: ParsedLink): string[] | null {
	if (one.place !== other.place) return null;
	const names = new Set([...one.parts.keys(), ...other.parts.keys()]);
	return [...names]
		.filter((name) => one.parts.get(name) !== other.parts.get(name))
		.map((name) => keyOf(one, name));
}

function keyOf({ place }: ParsedLink, name: string): string {
	return place.replace(/^https?:\/\//, '') + name;
}

function partsWith(
	links: readonly string[],
	turned: ReadonlySet<string>,
	read: Map<string, ParsedLink>,
): LinkPart[] {
	const values = new Map<string, { wide: string; values: string[] }>();
	for (const key of turned) values.set(key, { wide: '', values: [] });
	for (const written of links) {
		const link = parsed(written, read);
		for (const [key, name] of keysOf(link, turned)) {
			const part = values.get(key);
			if (part === undefined) continue;
			part.wide = `${link.host}/*${name}`;
			part.values.push(link.parts.get(name) ?? '');
		}
	}
	return widened(
		[...values].map(([key, { wide, values }]) => ({
			key,
			wide: wide === '' ? key : wide,
			value: values.join('\n\n'),
		})),
	);
}

/** Of the parts that the link has. One that it lost has no value. */
function keysOf(link: ParsedLink, turned: ReadonlySet<string>): (readonly [key: string, name: string])[] {
	return [...link.parts.keys()]
		.map((name) => [keyOf(link, name), name] as const)
		.filter(([key]) => turned.has(key));
}

/** One part for many paths, where they are many. */
function widened(parts: readonly LinkPart[]): LinkPart[] {
	const byName = Map.groupBy(parts, ({ wide }) => wide);
	return [...byName].flatMap(([wide, group]) =>
		(group.length > mostPaths
			? [{ key: wide, wide, value: group.map(({ value }) => value).join('\n\n') }]
			: group
		).map((part) => ({
			key: shortKey(part.key),
			wide: shortKey(part.wide),
			value: sha256(Buffer.from(part.value)).slice(0, 16),
		})),
	);
}

function shortKey(key: string): string {
	return key.length > longestKey ? sha256(Buffer.from(key)) : key;
}
