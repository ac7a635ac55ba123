/** Draws what differs between two days. A worker compares them; until it has, what stood stays. */
import type { RedlineFrame } from '../../site/redline/redline-html.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { body, foot, head, root, say, toolbar } from './compare-parts.ts';
import { type Comparisons, openComparisons } from './comparisons.ts';
import type { Days } from './day-handles.ts';
import type { Drawing } from './drawing.ts';
import { buildSides } from './side-by-side.ts';
import type { Outcome } from './worker-messages.ts';

/** @throws Error where the history cannot be had or read */
export async function openTwoDays(): Promise<Drawing> {
	const comparisons = await openComparisons(root.dataset.ledger ?? 'ledger.json.gz');
	return { versions: comparisons.versions, draw: (days, notes) => draw(comparisons, days, notes) };
}

async function draw(comparisons: Comparisons, days: Days, notes: readonly string[]): Promise<void> {
	root.ariaBusy = 'true';
	const outcome = await comparisons.compare({ days, frame: frameOf(days), attributes: wordsAttributes() });
	if (outcome === null) return;
	drawOutcome(outcome);
	root.ariaBusy = null;
	say(notes, `${outcome.sentence}.`);
	if (outcome.differs) void drawSurroundings(comparisons);
}

function drawOutcome(outcome: Outcome): void {
	head.innerHTML = outcome.head;
	body.innerHTML = outcome.body;
	foot.innerHTML = outcome.foot;
	toolbar.hidden = !outcome.differs;
	if (document.querySelector<HTMLInputElement>('#view-sides')?.checked) buildSides();
}

/** They are asked for when the redline stands: to count its words and place its clauses on the map takes a while by itself. */
async function drawSurroundings(comparisons: Comparisons): Promise<void> {
	const surroundings = await comparisons.surroundings();
	for (const [place, html] of Object.entries(surroundings ?? {})) {
		const open = root.querySelector(`[data-${place}]`);
		if (open !== null) open.innerHTML = html;
	}
}

function frameOf(days: Days): RedlineFrame {
	const { own } = root.dataset;
	return {
		own: own === 'en' ? { lang: own } : {},
		until: `On ${dayInWords(days.from)}`,
		from: `On ${dayInWords(days.to)}`,
		whole: `?at=${days.to}`,
	};
}

/** Language and direction of the archived words, as the build knows them. */
function wordsAttributes(): string {
	const { lang, dir = 'ltr' } = root.dataset;
	return `${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`} dir="${escapeHtml(dir)}"`;
}
