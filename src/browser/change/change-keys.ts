/** Keys n and p on a change page: to the next and the previous changed clause. Runs in the browser. */

document.addEventListener('keydown', (event) => {
	if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
	if (event.key === 'n') go(1);
	if (event.key === 'p') go(-1);
});

function isTyping(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function go(step: 1 | -1): void {
	const clauses = [...document.querySelectorAll<HTMLElement>('.redline .x:not(.q)')].filter(isShown);
	const current = clauses.indexOf(document.activeElement as HTMLElement);
	const next = current === -1 ? nearest(clauses, step) : clauses[current + step];
	if (next === undefined) return;
	next.tabIndex = -1;
	next.focus({ preventScroll: true });
	next.scrollIntoView({ block: 'center' });
}

/** Clauses inside a closed fold have no box. */
function isShown(clause: HTMLElement): boolean {
	return clause.getClientRects().length > 0;
}

/** The first clause below the upper edge of the window, or the last above it. */
function nearest(clauses: readonly HTMLElement[], step: 1 | -1): HTMLElement | undefined {
	const below = clauses.findIndex((clause) => clause.getBoundingClientRect().top > 0);
	if (step === 1) return clauses[Math.max(0, below)];
	return below === -1 ? clauses.at(-1) : clauses[below - 1];
}
