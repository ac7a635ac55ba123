/** Reads robots.txt and says which addresses it leaves to this program. Pure. */

export interface RobotsRules {
	readonly rules: readonly RobotsRule[];
	/** Seconds between two requests that the site asks for; null where it asks for none. */
	readonly crawlDelay: number | null;
}

interface RobotsRule {
	readonly allow: boolean;
	/** Normalised, so that it can be compared with a normalised path; `*` and a last `$` have their meaning. */
	readonly pattern: string;
}

/** Lines of one or several agents. */
interface Group {
	readonly agents: string[];
	readonly rules: RobotsRule[];
	crawlDelay: number | null;
}

export const noRules: RobotsRules = { rules: [], crawlDelay: null };

/**
 * The rules for one program: all groups that name it, else all groups for everybody.
 * @param product token that a group names the program by, in any case
 * @see https://www.rfc-editor.org/rfc/rfc9309.html#section-2.2
 */
export function parseRobots(text: string, product: string): RobotsRules {
	const groups = groupsOf(text);
	const naming = (name: string) => groups.filter(({ agents }) => agents.includes(name));
	const own = naming(product.toLowerCase());
	const chosen = own.length > 0 ? own : naming('*');
	const delays = chosen.map(({ crawlDelay }) => crawlDelay).filter((delay) => delay !== null);
	return {
		rules: chosen.flatMap(({ rules }) => rules),
		crawlDelay: delays.length === 0 ? null : Math.max(...delays),
	};
}

function groupsOf(text: string): readonly Group[] {
	const groups: Group[] = [];
	let isNaming = false;
	for (const { field, value } of linesOf(text)) {
		if (field === 'user-agent') {
			// Agents named one after the other share the rules that follow.
			if (!isNaming) groups.push({ agents: [], rules: [], crawlDelay: null });
			groups.at(-1)?.agents.push(agentOf(value));
			isNaming = true;
		} else if (readInto(groups.at(-1), field, value)) isNaming = false;
	}
	return groups;
}

/** True where the line belongs to the group; lines of other meanings, such as Sitemap, may stand anywhere and end nothing. */
function readInto(group: Group | undefined, field: string, value: string): boolean {
	if (field === 'crawl-delay') {
		const seconds = Number.parseFloat(value);
		if (group !== undefined && seconds >= 0) group.crawlDelay = Math.max(group.crawlDelay ?? 0, seconds);
		return true;
	}
	if (field !== 'allow' && field !== 'disallow') return false;
	// An empty Disallow forbids nothing.
	if (value !== '') group?.rules.push({ allow: field === 'allow', pattern: normalisePattern(value) });
	return true;
}

function* linesOf(text: string): Generator<{ field: string; value: string }> {
	for (const line of text.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/)) {
		const said = line.replace(/#.*/s, '');
		const colon = said.indexOf(':');
		if (colon < 0) continue;
		yield { field: said.slice(0, colon).trim().toLowerCase(), value: said.slice(colon + 1).trim() };
	}
}

/** Some write a version or a remark behind the name; it does not count. */
function agentOf(value: string): string {
	if (value.startsWith('*')) return '*';
	return /^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? '';
}

/**
 * The rule with the longest pattern decides, and allowing wins where two are as long.
 * @see https://www.rfc-editor.org/rfc/rfc9309.html#section-2.2.2
 */
export function isAllowed({ rules }: RobotsRules, address: string): boolean {
	const { pathname, search } = new URL(address);
	const path = normalise(`${pathname}${search}`).replaceAll('*', '%2A').replaceAll('$', '%24');
	let [length, allowed] = [-1, true];
	for (const { allow, pattern } of rules) {
		if (pattern.length < length || (pattern.length === length && !allow)) continue;
		if (matches(pattern, path)) [length, allowed] = [pattern.length, allow];
	}
	return allowed || path === '/robots.txt';
}

/** Each part between two `*` is looked for once, from left to right: no pattern can make this slow. */
function matches(pattern: string, path: string): boolean {
	const isWhole = pattern.endsWith('$');
	const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
	if (!path.startsWith(first)) return false;
	const last = isWhole ? parts.pop() : undefined;
	let at = first.length;
	for (const part of parts) {
		const found = path.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	if (!isWhole) return true;
	return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** A `$` means the end only where it is the last. */
function normalisePattern(value: string): string {
	const isWhole = value.endsWith('$');
	const body = normalise(isWhole ? value.slice(0, -1) : value).replaceAll('$', '%24');
	return isWhole ? `${body}$` : body;
}

/**
 * One spelling for one path: what needs no percent sign loses it, everything else outside ASCII gets one.
 * @see https://www.rfc-editor.org/rfc/rfc9309.html#section-2.2.2
 */
function normalise(path: string): string {
	return path
		.toWellFormed()
		.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent)
		.replace(/%[0-9a-f]{2}/gi, (spelled) => {
			const character = String.fromCharCode(Number.parseInt(spelled.slice(1), 16));
			return /[A-Za-z0-9._~-]/.test(character) ? character : spelled.toUpperCase();
		});
}
