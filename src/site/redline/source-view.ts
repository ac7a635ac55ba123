/**
 * The source view of a change: the Markdown of the changed clauses before and after, line under line, as a forge shows a diff. Drawn by diff2html,
 * from values and not from a patch, so that no archived line can be taken for a header of one. Runs in the browser, when a reader asks for it:
 * on every change page it would weigh a sixth of the page.
 */
import { type Diff2HtmlConfig, html } from 'diff2html';
import { type DiffBlock, type DiffFile, type DiffLine, LineType } from 'diff2html/lib/types.js';
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { counted } from '../../text/counts-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';

export interface SourceView {
	/** Rows of a table of three columns: number before, number after, line. */
	readonly rows: string;
	/** Changed clauses that are left out to keep the page small. */
	readonly omitted: number;
}

/** Characters of source on one page, both sides together. diff2html writes 5 GB for every recorded change of a large archive. */
const sourceBudget = 8_000;
/** Words are not compared in longer lines. */
const longestCompared = 4_000;

/** What diff2html gives a template. */
interface Values {
	readonly content?: string;
	readonly diffs?: string;
	readonly oldNumber?: number | string;
	readonly newNumber?: number | string;
	readonly type?: string;
	readonly lineNumber?: string;
	readonly prefix?: string;
}

/** diff2html's own templates hold six elements a line. What it gives is HTML already, but for numbers and the kind of a line. */
const templates: Readonly<Record<string, (values: Values) => string>> = {
	'generic-wrapper': ({ content = '' }) => content,
	'line-by-line-file-diff': ({ diffs = '' }) => diffs,
	'line-by-line-numbers': ({ oldNumber = '', newNumber = '' }) =>
		`<th>${oldNumber}</th><th>${newNumber}</th>`,
	'generic-block-header': () => '',
	'generic-line': ({ type = '', lineNumber = '', prefix = '', content = '' }) =>
		`<tr class="${escapeHtml(type)}">${lineNumber}<td>${prefix} ${content}</td></tr>`,
};

/** Functions in place of text: diff2html would make functions of text by evaluating it, which the policy of the pages forbids. */
const compiledTemplates = Object.fromEntries(
	Object.entries(templates).map(([name, render]) => [name, { render }]),
) as unknown as NonNullable<Diff2HtmlConfig['compiledTemplates']>;

/** @param rest address at which all changed clauses are found: of the commit at its forge, or the place on the page that says how */
export function sourceHtml({ rows, omitted }: SourceView, rest: string): string {
	const where = rest.startsWith('#') ? 'by the command below' : 'in the commit';
	const more = `${counted(omitted, 'more changed clause')} <a href="${escapeHtml(rest)}">${where}</a>.`;
	const caption =
		'Markdown of the changed clauses, one line a clause. The numbers are their places in the text before and after.';
	const head = ['Before', 'After', 'Line'].map((name) => `<th scope="col">${name}</th>`).join('');
	return `<table><caption>${caption}${omitted === 0 ? '' : ` ${more}`}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** A line is a clause, its number the place of the clause in the text. */
export function viewSource(ledger: Ledger, blocks: readonly RedlineBlock[]): SourceView {
	const events = blocks.flatMap((block) => (block.kind === 'change' ? [block.event] : []));
	let left = sourceBudget;
	const kept = events.filter((event) => {
		left -= markdownOf(ledger, event.before).length + markdownOf(ledger, event.after).length;
		return left > 0;
	});
	const rows = html([fileOf(kept.map((event) => blockOf(ledger, event)))], {
		outputFormat: 'line-by-line',
		drawFileList: false,
		diffStyle: 'word',
		matching: 'none',
		maxLineLengthHighlight: longestCompared,
		compiledTemplates,
	});
	return { rows, omitted: events.length - kept.length };
}

function fileOf(blocks: DiffBlock[]): DiffFile {
	return {
		oldName: 'text',
		newName: 'text',
		addedLines: 0,
		deletedLines: 0,
		isCombined: false,
		isGitDiff: false,
		language: '',
		blocks,
	};
}

/** A block of its own for each clause: diff2html compares the lines of a block one by one. */
function blockOf(ledger: Ledger, event: ClauseEvent): DiffBlock {
	const lines: DiffLine[] = [];
	if (event.before !== null) {
		const content = `-${markdownOf(ledger, event.before)}`;
		lines.push({ type: LineType.DELETE, content, oldNumber: place(event.from), newNumber: undefined });
	}
	if (event.after !== null) {
		const content = `+${markdownOf(ledger, event.after)}`;
		lines.push({ type: LineType.INSERT, content, oldNumber: undefined, newNumber: place(event.at) });
	}
	return { oldStartLine: place(event.from), newStartLine: place(event.at), header: '', lines };
}

function place(at: number | null): number {
	return at === null ? 0 : at + 1;
}

function markdownOf(ledger: Ledger, text: number | null): string {
	return text === null ? '' : (ledger.texts[text] as ClauseText).markdown;
}
