/** Remembers on this device whether the ages in the margin are shown. Runs in the browser; without it the switch works for one page. */

const key = 'clausetrail.ages';
const ages = document.querySelector<HTMLInputElement>('#ages');

if (ages !== null) {
	if (remembered() === 'off') ages.checked = false;
	ages.addEventListener('change', () => remember(ages.checked ? 'on' : 'off'));
}

/** A browser may keep nothing, and say so by throwing. */
function remembered(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function remember(state: 'on' | 'off'): void {
	try {
		localStorage.setItem(key, state);
	} catch {
		// The switch works all the same.
	}
}
