/** Reads one page of a built site for the checks: its anchors, its links, and what it must not contain. */
import { Parser } from 'htmlparser2';

export interface PageFacts {
	readonly ids: ReadonlySet<string>;
	/** Addresses of this site or without host, as written, each once. */
	readonly links: ReadonlySet<string>;
	/** True of the page of a former address, which sends its reader on. */
	readonly leadsOn: boolean;
	/** What no page may hold, in words. */
	readonly breaches: readonly string[];
}

type Attributes = Readonly<Record<string, string>>;

/** Attributes that make the browser go or ask somewhere. */
const addresses = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'srcset', 'xlink:href'];
/** `<a href>` and these `<link rel>` lead elsewhere without asking anybody before a reader follows them. */
const askNobody = new Set(['canonical', 'alternate', 'license', 'me', 'author', 'next', 'prev']);
const forbidden = new Set(['iframe', 'object', 'embed', 'base', 'style']);
/** Types of `<script>` that hold data and are never run. */
const dataTypes = new Set(['application/json', 'application/ld+json']);

/** The parser reads as a browser does, so that a text that breaks out of its element is seen as what it became. */
export function readPage(html: string): PageFacts {
	const ids = new Set<string>();
	const links = new Set<string>();
	const breaches: string[] = [];
	let leadsOn = false;
	const parser = new Parser({
		onopentag(name, attributes) {
			const { id } = attributes;
			if (id !== undefined) {
				if (ids.has(id)) breaches.push(`two elements have the id "${id}"`);
				ids.add(id);
			}
			if (name === 'meta' && attributes['http-equiv'] === 'refresh') leadsOn = true;
			breaches.push(...breachesOf(name, attributes));
			for (const address of addressesOf(attributes)) {
				if (isForeign(address)) {
					if (asksSomebody(name, attributes)) breaches.push(`<${name}> asks another host: ${address}`);
				} else if (hasScheme(address)) {
					if (!/^mailto:/i.test(address)) breaches.push(`<${name}> has an unsafe address: ${address}`);
				} else links.add(address);
			}
		},
	});
	parser.end(html);
	return { ids, links, leadsOn, breaches };
}

function breachesOf(name: string, attributes: Attributes): string[] {
	const found: string[] = [];
	if (forbidden.has(name)) found.push(`<${name}> stands in the page`);
	if (name === 'script' && attributes.src === undefined && !dataTypes.has(attributes.type ?? ''))
		found.push('a script is written into the page');
	for (const attribute of Object.keys(attributes)) {
		if (attribute === 'style') found.push(`<${name}> has a style attribute`);
		if (attribute.startsWith('on')) found.push(`<${name}> has an event handler: ${attribute}`);
	}
	return found;
}

function addressesOf(attributes: Attributes): string[] {
	const found: string[] = [];
	for (const name of addresses) {
		const value = attributes[name];
		if (value === undefined) continue;
		if (name === 'srcset')
			found.push(...value.split(',').map((source) => source.trim().split(/\s/)[0] ?? ''));
		else found.push(value.trim());
	}
	return found;
}

function asksSomebody(name: string, attributes: Attributes): boolean {
	if (name === 'a' || name === 'area') return false;
	const relations = (attributes.rel ?? '').split(/\s+/);
	return !(name === 'link' && relations.every((relation) => askNobody.has(relation)));
}

function isForeign(address: string): boolean {
	return /^(https?:)?\/\//i.test(address);
}

/** Browsers drop tabs and line breaks inside a scheme. */
function hasScheme(address: string): boolean {
	return /^[a-z][a-z0-9+.-]*:/i.test(address.replace(/[\t\n\r]/g, ''));
}
