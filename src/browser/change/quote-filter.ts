/** Filters the quotes of a topic by a typed platform name. Kinds of agreements are filtered by the style sheet alone. */

const root = document.querySelector<HTMLElement>('[data-quotes]');
const line = root?.querySelector<HTMLElement>('[data-find]');
const field = line?.querySelector('input');

if (root && line && field) {
	line.hidden = false;
	field.addEventListener('input', () => filter(root, line, field.value));
	// A browser that comes back to the page may have kept what was typed.
	filter(root, line, field.value);
}

function filter(quotes: HTMLElement, said: HTMLElement, typed: string): void {
	const wanted = plain(typed);
	const rows = [...quotes.querySelectorAll<HTMLElement>('[data-platform]')];
	for (const row of rows) row.hidden = !plain(row.dataset.platform ?? '').includes(wanted);
	const left = rows.filter(({ hidden }) => !hidden).length;
	const status = said.querySelector('[role=status]');
	if (status !== null) status.textContent = wanted === '' ? '' : `${left} of ${rows.length}`;
}

/** Case and accents aside. */
function plain(name: string): string {
	return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
