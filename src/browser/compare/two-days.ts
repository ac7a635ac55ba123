/** Draws what differs between two days. A worker compares them; until it has, what stood stays. */
import type { RedlineFrame } from '../../site/redline/redline-html.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { body, foot, head, root, say, toolbar } from './compare-parts.ts';
import { type Comparisons, openComparisons } from './comparisons.ts';
import type { Days } from './day-handles.ts';
import { drawOutcome, drawSurroundings } from './draw-outcome.ts';
import type { Drawing } from './drawing.ts';

/** @throws Error where the history cannot be had or read */
export async function openTwoDays(): Promise<Drawing> {
	const comparisons = await openComparisons(root.dataset.ledger ?? 'ledger.json.gz');
	return { versions: comparisons.versions, draw: (days, notes) => draw(comparisons, days, notes) };
}

async function draw(comparisons: Comparisons, days: Days, notes: readonly string[]): Promise<void> {
	root.ariaBusy = 'true';
	const outcome = await comparisons.compare({ days, frame: frameOf(days), attributes: wordsAttributes() });
	if (outcome === null) return;
	drawOutcome({ head, body, foot, toolbar }, outcome);
	root.ariaBusy = null;
	say(notes, `${outcome.sentence}.`);
	// They are asked for when the redline stands: to count its words and place its clauses on the map takes a while by itself.
	if (outcome.differs) void comparisons.surroundings().then((around) => drawSurroundings(root, around));
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
