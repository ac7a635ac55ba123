/**
 * Pages that are none but send people on to another: by a `meta` tag or a header of its kind, or by a script. What they say meanwhile ("You are being sent on") is no
 * agreement. One pass over the page; only the few tags that matter are parsed.
 */
import * as cheerio from 'cheerio';
import { withoutCredentials } from '../../model/web-address.ts';
import { countWords } from '../../text/words.ts';
import { CaptureFault } from '../capture-fault.ts';
import type { PageMarkup } from '../page.ts';
import { parseContentType, plainContentType } from './content-type.ts';
import { allTags } from './naming-tags.ts';

/** Where a page sends those who read it. */
export interface MovingPage {
	/** What browsers do by themselves; a script, and what stands there for browsers without scripts, is left to a browser. */
	readonly by: 'meta' | 'script';
	/** As it is written; empty where the page loads itself again. */
	readonly target: string;
}

/** In characters. A page that sends on is a note and a script or two. */
const largestPage = 256 * 1024;
const longestTag = 4096;
const longestScript = 4096;

/** As many words as a page that stands in the way of an agreement may have; with more a page is not left before it has been read. */
const mostWords = 200;
/** A script in a page of more words does other things as well. */
const mostWordsBesideScript = 60;

/** Seconds. Who shows a page for longer means people to read it. */
const longestDelay = 30;
/** A page that loads itself again so soon waits for something; later it keeps its news fresh. */
const longestOwnDelay = 5;

/** Null for a page that stays. @param header `Refresh` of the response, which means what the tag means */
export function movingPageOf(
	{ html, address }: Pick<PageMarkup, 'html' | 'address'>,
	header = '',
): MovingPage | null {
	if (html.length > largestPage) return null;
	const { words, metas, silent, scripts } = partsOf(html);
	const refresh = refreshIn(header) ?? metas.map(refreshOf).find((each) => each !== null) ?? null;
	if (refresh !== null && leaves(refresh, address, words)) return { by: 'meta', target: refresh.target };
	if (words > mostWordsBesideScript) return null;
	const named = silent.map(refreshOf).find((each) => each !== null && leaves(each, address, words));
	const moved = scripts.map(targetIn).find((each) => each !== null && !isSame(each, address));
	const target = moved ?? named?.target;
	return target === undefined || target === null ? null : { by: 'script', target };
}

/** The same of what was fetched; null for what is no web page. */
export function movingPageIn(page: PageMarkup, header = ''): MovingPage | null {
	const { type } = parseContentType(plainContentType(page.contentType));
	return type === 'text/plain' ? null : movingPageOf(page, header);
}

/**
 * A page that a script, or a browser that showed it, sends on.
 * @throws CaptureFault
 */
export function refuseMoving(page: PageMarkup, by: MovingPage['by']): void {
	const moving = movingPageIn(page);
	if (moving?.by !== by) return;
	const target = URL.canParse(moving.target, page.address)
		? new URL(moving.target, page.address).href
		: moving.target;
	throw new CaptureFault(by === 'script' ? 'moves-by-script' : 'moves-in-browser', page.address, {
		target: withoutCredentials(target).slice(0, 200),
	});
}

interface PageParts {
	/** That people see whose browser runs scripts. */
	readonly words: number;
	readonly metas: readonly string[];
	/** Tags for browsers that run no scripts. */
	readonly silent: readonly string[];
	readonly scripts: readonly string[];
}

function partsOf(html: string): PageParts {
	const parts = { words: 0, metas: [] as string[], silent: [] as string[], scripts: [] as string[] };
	let [seen, isSilent] = [0, false];
	const read = (until: number) => {
		if (!isSilent) parts.words += countWords(html.slice(seen, until));
	};
	for (const { name, start, end, contentEnd } of allTags(html)) {
		read(start);
		seen = contentEnd;
		if (name === 'noscript') isSilent = true;
		else if (name === '' && /^<\/noscript/i.test(html.slice(start, start + 10))) isSilent = false;
		if (name === 'meta' && end - start <= longestTag)
			(isSilent ? parts.silent : parts.metas).push(html.slice(start, end));
		if (name === 'script' && contentEnd - end <= longestScript)
			parts.scripts.push(html.slice(end, contentEnd));
	}
	read(html.length);
	return parts;
}

interface Refresh {
	readonly seconds: number;
	readonly target: string;
}

/** @see https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh */
function refreshOf(tag: string): Refresh | null {
	if (!/refresh/i.test(tag)) return null;
	const meta = cheerio.load(tag)('meta');
	if (meta.attr('http-equiv')?.trim().toLowerCase() !== 'refresh') return null;
	return refreshIn(meta.attr('content') ?? '');
}

function refreshIn(content: string): Refresh | null {
	const parts = /^\s*(\d{1,9}|(?=\.))[\d.]*(?:\s*[;,]\s*|\s+|$)(.*)$/s.exec(content.slice(0, longestTag));
	if (parts === null) return null;
	const [, seconds = '', rest = ''] = parts;
	const said = rest.replace(/^url\s*=\s*/i, '');
	const quoted = /^(["'])([^"']*)/.exec(said)?.[2];
	return { seconds: Number(seconds), target: (quoted ?? said).trim() };
}

function leaves({ seconds, target }: Refresh, address: string, words: number): boolean {
	if (isSame(target, address)) return seconds <= longestOwnDelay && words <= mostWordsBesideScript;
	// Nobody reads what is gone within a second.
	return seconds <= 1 || (seconds <= longestDelay && words <= mostWords);
}

function isSame(target: string, address: string): boolean {
	if (!URL.canParse(target, address)) return false;
	const [to, from] = [new URL(target, address), new URL(address)];
	[to.hash, from.hash] = ['', ''];
	return to.href === from.href;
}

/** An address that is written out: what a script puts together is known to browsers alone. */
const assigned =
	/(?<![\w$.])(?:(?:window|document|self|top|parent|globalThis)\s{0,9}\.\s{0,9}){0,2}location(?:\s{0,9}\.\s{0,9}href)?\s{0,9}(?:=\s{0,9}|\.\s{0,9}(?:replace|assign)\s{0,9}\(\s{0,9})(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|`([^`$\n]{1,2000})`)/;

function targetIn(script: string): string | null {
	const found = assigned.exec(script);
	const said = found?.[1] ?? found?.[2] ?? found?.[3];
	return said === undefined ? null : said.replaceAll('\\/', '/');
}
