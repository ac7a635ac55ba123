/** The tabs of a change page: remembers the one that a reader chose, and builds the columns and the source when first asked. Runs in the browser. */
import { buildSides } from '../compare/side-by-side.ts';
import { make } from '../elements.ts';

const storageKey = 'clausetrail:view';

const tabs = [...document.querySelectorAll<HTMLInputElement>('.tabs input[name="view"]')];
const sides = tabs.find(({ value }) => value === 'sides');
/** Two columns of fewer pixels are harder to read than one. The style sheet has the same bound. */
const wide = matchMedia('(min-width: 900px)');

function offerSides(): void {
	const label = sides?.closest('label');
	if (label) label.hidden = !wide.matches;
	if (!wide.matches && sides?.checked) choose('inline');
}

function choose(view: string | null): void {
	const tab = tabs.find(({ value }) => value === view);
	if (tab === undefined || (tab === sides && !wide.matches)) return;
	tab.checked = true;
	if (tab === sides) buildSides();
	if (view === 'source') void showSource();
}

/** Loaded when it is first asked for, with the history that it is drawn from; a failed load is tried again when it is next asked for. */
async function showSource(): Promise<void> {
	const place = document.querySelector<HTMLElement>('.source');
	const said = place?.querySelector('[role="status"]');
	// Without its line it is drawn.
	if (!place || !said || place.ariaBusy === 'true') return;
	place.ariaBusy = 'true';
	tell(said, 'Loading the history of this agreement …');
	try {
		const { drawSource } = await import('./source-tab.ts');
		await drawSource(place);
	} catch (error) {
		tell(said, `It could not be drawn (${error instanceof Error ? error.message : error}).`);
	} finally {
		place.ariaBusy = null;
	}
}

/** In front of what the line says without a script. */
function tell(said: Element, words: string): void {
	said.querySelector('b')?.remove();
	said.prepend(make('b', '', `${words} `));
}

/** A browser may refuse to store anything; the tabs work without. */
function remembered(): string | null {
	try {
		return localStorage.getItem(storageKey);
	} catch {
		return null;
	}
}

function remember(view: string): void {
	try {
		localStorage.setItem(storageKey, view);
	} catch {}
}

for (const tab of tabs) {
	tab.addEventListener('change', () => {
		choose(tab.value);
		remember(tab.value);
	});
}
wide.addEventListener('change', offerSides);
offerSides();
choose(remembered());
