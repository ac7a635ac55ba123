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

/** Lines of other meanings, such as Sitemap, may stand anywhere and end no group. */
function groupsOf(text: string): readonly Group[] {
	const groups: Group[] = [];
	let isNaming = false;
	for (const { field, value } of linesOf(text)) {
		if (field === 'agent' && !isNaming) groups.push({ agents: [], rules: [], crawlDelay: null });
		// Agents named one after the other share the rules that follow.
		isNaming = field === 'agent';
		const group = groups.at(-1);
		if (field === 'agent') group?.agents.push(agentOf(value));
		else if (group !== undefined) readInto(group, field, value);
	}
	return groups;
}

function readInto(group: Group, field: Exclude<Field, 'agent'>, value: string): void {
	const seconds = secondsIn(value);
	if (field === 'delay' && seconds !== null) group.crawlDelay = Math.max(group.crawlDelay ?? 0, seconds);
	// An empty Disallow forbids nothing.
	if (field !== 'delay' && value !== '')
		group.rules.push({ allow: field === 'allow', pattern: normalisePattern(value) });
}

/** Null for what begins with no number: `Infinity` is no wait that anybody could keep. */
function secondsIn(value: string): number | null {
	const number = /^(?:\d{1,9}(?:[.,]\d{1,9})?|[.,]\d{1,9})/.exec(value)?.[0];
	return number === undefined ? null : Number(number.replace(',', '.'));
}

type Field = 'agent' | 'allow' | 'disallow' | 'delay';

/**
 * What sites write for each field. Crawlers forgive letters that are doubled, left out or swapped, and whatever follows the name
 * (`Disallowed`): the site meant it, and a rule that is passed over is a page that is fetched against its will.
 * @see https://www.rfc-editor.org/rfc/rfc9309.html#section-2.2.4
 */
const fields: readonly (readonly [Field, RegExp])[] = [
	['agent', /^user[-_ \t]{0,3}agent/],
	['disallow', /^(?:dis{1,3}al|dias{1,2}l)l{0,2}[oa]w/],
	['allow', /^allow/],
	['delay', /^crawl[-_ \t]{0,3}delay/],
];

function* linesOf(text: string): Generator<{ field: Field; value: string }> {
	for (const line of text.replace(/^(?:\ufeff|\ufffd)+/, '').split(/\r\n|[\r\n]/)) {
		const [name, value] = pairOf(line.replace(/#.*/s, '').trim());
		const field = fields.find(([, pattern]) => pattern.test(name))?.[0];
		if (field !== undefined) yield { field, value };
	}
}

/** Without a colon only a line of a name and one value says something; a sentence does not. */
function pairOf(line: string): readonly [name: string, value: string] {
	const colon = line.indexOf(':');
	if (colon >= 0) return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
	const [name = '', value, ...rest] = line.replace(/^(user|crawl)\s+(?=agent|delay)/i, '$1-').split(/\s+/);
	return value === undefined || rest.length > 0 ? ['', ''] : [name.toLowerCase(), value];
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
