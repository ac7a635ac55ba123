/** Waits until a page in the browser shows what was declared, and until its text rests. */
import type { Page as Tab } from 'playwright-core';
import type { Selector, Source } from '../../model/declaration.ts';
import { scrollThrough } from './shown-page.ts';

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
	const before = await lengthOf(tab);
	await scrollThrough(tab);
	if ((await lengthOf(tab)) !== before) await waitForRest(tab);
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
	const look = (all: readonly Awaited[]) => {
		// Scripts put text into shadow trees as well, where neither selectors nor textContent look.
		const trees: ParentNode[] = [document];
		for (let at = 0; at < trees.length; at++)
			for (const { shadowRoot } of (trees[at] as ParentNode).querySelectorAll('*'))
				if (shadowRoot !== null) trees.push(shadowRoot);
		const holdsText = (top: Element): boolean =>
			top.textContent.trim() !== '' ||
			trees.some(
				(tree) =>
					tree instanceof ShadowRoot && top.contains(outermostHost(tree)) && tree.textContent.trim() !== '',
			);
		const outermostHost = (tree: ShadowRoot): Element => {
			const around = tree.host.getRootNode();
			return around instanceof ShadowRoot ? outermostHost(around) : tree.host;
		};
		return all.every(({ selector, isEnd }) => {
			const found = trees.map((tree) => tree.querySelector(selector)).find((each) => each !== null);
			return found !== undefined && (isEnd || holdsText(found));
		});
	};
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
		const now = await lengthOf(tab);
		if (now !== length) since = Date.now();
		length = now;
		await tab.waitForTimeout(glance);
	}
}

/** Of all text, that of shadow trees included; -1 while one page gives way to another. */
async function lengthOf(tab: Tab): Promise<number> {
	const measure = () => {
		let length = document.body?.textContent.length ?? 0;
		const trees: ParentNode[] = [document];
		for (let at = 0; at < trees.length; at++)
			for (const { shadowRoot } of (trees[at] as ParentNode).querySelectorAll('*')) {
				if (shadowRoot === null) continue;
				length += shadowRoot.textContent.length;
				trees.push(shadowRoot);
			}
		return length;
	};
	return tab.evaluate(measure).catch(() => -1);
}
