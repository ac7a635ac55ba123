/** Draws two platforms side by side by topic from their public files. The address tells which. */
import { sideBySideHtml, sideBySideSentence } from '../../site/topics/side-by-side.ts';
import { type StandingTopics, standingTopics } from '../../site/topics/standing-topics.ts';
import { part } from '../elements.ts';
import { fetchTopics } from './platform-topics.ts';

const form = part<HTMLFormElement>('[data-pair]');
const said = part<HTMLElement>('[data-said]');
const pairs = part<HTMLElement>('[data-pairs]');
const base = form.dataset.base ?? '/';
const names = ['a', 'b'] as const;

/** Counts what was asked for, so that a late answer does not replace a later question's. */
let asked = 0;

function field(name: (typeof names)[number]): HTMLSelectElement {
	return form.elements.namedItem(name) as HTMLSelectElement;
}

async function draw(): Promise<void> {
	const question = ++asked;
	const [one, other] = names.map((name) => field(name).value) as [string, string];
	pairs.replaceChildren();
	if (one === '' || other === '' || one === other) {
		said.textContent =
			one !== '' && one === other ? 'Choose two different platforms.' : 'Choose two platforms.';
		return;
	}
	said.textContent = 'Loading …';
	try {
		const files = await Promise.all([fetchTopics(base, one), fetchTopics(base, other)]);
		const [left, right] = files.map(standingTopics) as [StandingTopics, StandingTopics];
		if (question !== asked) return;
		pairs.innerHTML = sideBySideHtml(left, right, (id) => `${base}topics/${id}/`);
		said.textContent = sideBySideSentence(left, right);
	} catch (error) {
		if (question !== asked) return;
		said.textContent = `What was found could not be loaded (${error instanceof Error ? error.message : error}).`;
	}
}

/** A platform that the address names and the archive does not have leaves its field open. */
function readAddress(): void {
	const parameters = new URLSearchParams(location.search);
	for (const name of names) {
		field(name).value = parameters.get(name) ?? '';
		if (field(name).selectedIndex === -1) field(name).value = '';
	}
}

function writeAddress(): void {
	const parameters = new URLSearchParams(names.map((name) => [name, field(name).value]));
	history.replaceState(null, '', `?${parameters}`);
}

form.hidden = false;
part<HTMLElement>('[data-without]').hidden = true;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', () => {
	writeAddress();
	void draw();
});
readAddress();
void draw();
