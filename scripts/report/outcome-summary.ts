/** What a capture run came to, in GitHub's Markdown, for the page that a forge shows of the run. */

import { heldInWords, holdRemedy } from '../../src/ingest/acceptance.ts';
import type { Outcome } from '../../src/ingest/outcome.ts';
import { legibleLine } from '../../src/text/legible.ts';
import { nameOf, type RunMode } from './outcome-table.ts';

const shown = [
	['recorded', 'Recorded'],
	['held', 'Held back'],
	['failed', 'Failed'],
	['unreached', 'Not reached'],
] as const;

/** @param shard as it was given, `2/4` */
export function captureTitle(shard: string | undefined): string {
	return shard === undefined ? 'Capture' : `Capture, shard ${shard}`;
}

/**
 * @param title names the run
 * @param questions that somebody should answer
 */
export function summariseOutcomes(
	outcomes: readonly Outcome[],
	title: string,
	mode: RunMode,
	questions: readonly string[] = [],
): string {
	const isDry = mode === 'dry-run';
	const of = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind);
	const named = shown.map(
		([kind, name]) => [of(kind), isDry && kind === 'recorded' ? 'Would be recorded' : name] as const,
	);
	const sums = named
		.filter(([those, name]) => name !== 'Not reached' || those.length > 0)
		.map(([those, name]) => `${those.length} ${name.toLowerCase()}`);
	const unchanged = of('unchanged').length;
	const tables = named.flatMap(([those, name]) => tableOf(name, those));
	const sum = `${[...sums, `${unchanged} unchanged`].join(', ')}.`;
	const asked = questions.flatMap((question) => [asCell(question), '']);
	return [`## ${title}`, '', sum, '', ...asked, ...tables, ''].join('\n');
}

function tableOf(name: string, outcomes: readonly Outcome[]): string[] {
	if (outcomes.length === 0) return [];
	const rows = outcomes.map((outcome) => {
		const { detail, warnings = [] } = outcome;
		const cells = [nameOf(outcome), [detail, ...shownOf(outcome), ...warnings].join('; '), remedyOf(outcome)];
		return `| ${cells.map(asCell).join(' | ')} |`;
	});
	return [`### ${name}`, '', '| agreement | what | what to do |', '| --- | --- | --- |', ...rows, ''];
}

function shownOf(outcome: Outcome): readonly string[] {
	return outcome.kind === 'held' ? heldInWords(outcome.page) : [];
}

function remedyOf(outcome: Outcome): string {
	if (outcome.kind === 'held') return holdRemedy(outcome.hold);
	return outcome.kind === 'failed' ? outcome.fault.remedy : '';
}

/** A sign that is there and takes no room: what it follows is no mention and no reference to an issue, however it was written. */
const wordJoiner = '&#8288;';

/** Reasons quote pages: nothing in them may end a cell, or become a link, a mention or markup. */
function asCell(text: string): string {
	return legibleLine(text)
		.replace(/[\\`*_{}[\]<>()#+!|~@&]/g, (sign) => `&#${sign.codePointAt(0)};`)
		.replace(/&#(?:35|64);/g, (sign) => sign + wordJoiner)
		.replaceAll('://', '&#58;//')
		.replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}
