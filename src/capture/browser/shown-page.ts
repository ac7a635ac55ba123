/** What a page in the browser shows, as HTML: with the shadow trees that its scripts made and what stands in its fields. */
import type { BrowserContext, Page as Tab } from 'playwright-core';

/** Never more than what a person would scroll through; a page that grows while one scrolls has no end. */
const mostSteps = 60;
const longestScroll = 8000;
const step = 60;

/**
 * Scrolls down through the page and through boxes that scroll in it, so that what waits to be seen comes. Back at the top in the end.
 * Never fails: what does not come is for extraction to name.
 */
export async function scrollThrough(tab: Tab): Promise<void> {
	const deadline = Date.now() + longestScroll;
	for (let at = 0; at < mostSteps && Date.now() < deadline; at++) {
		const isAtEnd = await tab.evaluate(scrollOn).catch(() => true);
		await tab.waitForTimeout(step);
		if (isAtEnd) break;
	}
	await tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })).catch(() => {});
}

/** In the page: one screen further, each box that scrolls by its own. True where nothing moved. */
function scrollOn(): boolean {
	const mostBoxes = 20;
	const boxes = [...document.querySelectorAll<HTMLElement>('main, article, section, div, ol, ul')]
		.filter((box) => box.clientHeight > 100 && box.scrollHeight > box.clientHeight + 50)
		.filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowY))
		.slice(0, mostBoxes);
	const top = document.scrollingElement ?? document.documentElement;
	const moved = [top, ...boxes].map((box) => {
		const before = box.scrollTop;
		const height = box === top ? innerHeight : box.clientHeight;
		box.scrollTo({ top: before + height * 0.9, behavior: 'instant' });
		return box.scrollTop !== before;
	});
	return !moved.includes(true);
}

/** Where the page keeps the shadow trees that its scripts closed: people see them as they see open ones. */
const closedTrees = '__closedShadowTrees';

/** To be called before a page is opened. */
export async function keepClosedTrees(context: BrowserContext): Promise<void> {
	await context.addInitScript((name) => {
		const kept: ShadowRoot[] = [];
		Object.defineProperty(window, name, { value: kept });
		const attach = Element.prototype.attachShadow;
		Element.prototype.attachShadow = function (init) {
			const root = attach.call(this, init);
			if (init.mode === 'closed') kept.push(root);
			return root;
		};
	}, closedTrees);
}

/** The page as HTML. Fields say what stands in them, and shadow trees stand in templates, as pages declare them. */
export async function shownHtml(tab: Tab): Promise<string> {
	const shown = await tab.evaluate(writeShown, closedTrees).catch(() => null);
	return shown === null ? tab.content() : `<!DOCTYPE html>${shown}`;
}

/** In the page. Null where it holds no shadow tree: then the browser's own HTML will do. */
function writeShown(closedTrees: string): string | null {
	const closed = (window as unknown as Record<string, ShadowRoot[] | undefined>)[closedTrees] ?? [];
	const roots: ShadowRoot[] = closed.filter(({ host }) => host.isConnected);
	const open: ParentNode[] = [document, ...roots];
	for (let top = open.pop(); top !== undefined; top = open.pop()) {
		for (const element of top.querySelectorAll('*')) {
			if (element instanceof HTMLTextAreaElement) {
				if (element.value !== '') element.textContent = element.value;
			} else if (element instanceof HTMLInputElement) {
				if (element.type === 'checkbox' || element.type === 'radio')
					element.toggleAttribute('checked', element.checked);
				else if (element.value !== '' && element.type !== 'password')
					element.setAttribute('value', element.value);
			} else if (element instanceof HTMLOptionElement) element.toggleAttribute('selected', element.selected);
			if (element.shadowRoot !== null) {
				roots.push(element.shadowRoot);
				open.push(element.shadowRoot);
			}
		}
	}
	if (roots.length === 0) return null;
	const { documentElement } = document;
	const bare = documentElement.cloneNode(false) as Element;
	const [start, end] = bare.outerHTML.split('</');
	return `${start}${documentElement.getHTML({ shadowRoots: roots })}${end === undefined ? '' : `</${end}`}`;
}
