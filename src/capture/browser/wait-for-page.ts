/** Waits until a page in the browser shows what was declared, and until its text rests. */
import type { Page as Tab } from 'playwright-core';
import type { Selector, Source } from '../../model/declaration.ts';

/** Scripts that fetch the text take one or two seconds, slow ones several; peers wait ten for the declared parts. */
const forParts = 10_000;
/** A text that did not grow for a second is whole, or as good as: scripts write at once what they fetched. */
const rest = 1000;
const forRest = 10_000;
const glance = 250;

/** Never fails: what is not there by then is for extraction to name. */
export async function settle(tab: Tab, source: Source): Promise<void> {
	await tab.waitForLoadState('load', { timeout: forParts }).catch(() => {});
	const parts = source.select.flatMap(awaitedOf);
	const deadline = Date.now() + forParts;
	while (Date.now() < deadline && !(await areThere(tab, parts))) await tab.waitForTimeout(glance);
	await waitForRest(tab);
}

interface Awaited {
	readonly selector: string;
	/** The ends of a range may be bare marks. */
	readonly isEnd: boolean;
}

function awaitedOf(selector: Selector): Awaited[] {
	if (typeof selector === 'string') return [{ selector, isEnd: false }];
	const ends = [selector.startBefore ?? selector.startAfter, selector.endBefore ?? selector.endAfter];
	return ends.flatMap((end) => (end === undefined ? [] : [{ selector: end, isEnd: true }]));
}

/** A selector that only extraction understands, and a page that is just being replaced by another, count as not there yet. */
async function areThere(tab: Tab, parts: readonly Awaited[]): Promise<boolean> {
	const look = (all: readonly Awaited[]) =>
		all.every(({ selector, isEnd }) => {
			const found = document.querySelector(selector);
			return found !== null && (isEnd || found.textContent.trim() !== '');
		});
	try {
		return await tab.evaluate(look, parts);
	} catch {
		return false;
	}
}

async function waitForRest(tab: Tab): Promise<void> {
	const deadline = Date.now() + forRest;
	let length = -1;
	for (let since = Date.now(); Date.now() < deadline && Date.now() - since < rest; ) {
		const now = await tab.evaluate(() => document.body?.textContent.length ?? 0).catch(() => -1);
		if (now !== length) since = Date.now();
		length = now;
		await tab.waitForTimeout(glance);
	}
}
