/** Puts what a worker compared into its places. */
import { buildSides } from './side-by-side.ts';
import type { Outcome, SurroundingsOf } from './worker-messages.ts';

export interface OutcomePlaces {
	readonly head: HTMLElement;
	readonly body: HTMLElement;
	readonly foot: HTMLElement;
	/** Shown where there is something to switch. */
	readonly toolbar: HTMLElement;
}

export function drawOutcome({ head, body, foot, toolbar }: OutcomePlaces, outcome: Outcome): void {
	head.innerHTML = outcome.head;
	body.innerHTML = outcome.body;
	foot.innerHTML = outcome.foot;
	toolbar.hidden = !outcome.differs;
	if (document.querySelector<HTMLInputElement>('#view-sides')?.checked) buildSides();
}

/** What the outcome left open. */
export function drawSurroundings(root: ParentNode, surroundings: SurroundingsOf | null): void {
	for (const [place, html] of Object.entries(surroundings ?? {})) {
		const open = root.querySelector(`[data-${place}]`);
		if (open !== null) open.innerHTML = html;
	}
}
