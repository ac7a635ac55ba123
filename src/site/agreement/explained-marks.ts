/** Marks on today's text where somebody explained it: a line below the quoted words, and the title of the provision in the margin. */
import type { Provision } from '../../model/archive.ts';
import { provisionUrl } from '../addresses/urls.ts';
import { quotedPart } from '../provisions/quote-place.ts';
import { type QuoteStanding, quoteStanding } from '../provisions/quote-standing.ts';
import type { Block, Clause, Item, TableRow } from './document-blocks.ts';

export interface ExplainedMark {
	readonly href: string;
	readonly title: string;
	/** Empty where the words stand as they were explained. */
	readonly note: string;
	/** Words to be marked; empty where they stand no more. */
	readonly quote: string;
}

/** Index of a clause → what is explained of it. */
export type ExplainedMarks = ReadonlyMap<number, readonly ExplainedMark[]>;

export function explainedMarks(provisions: readonly Provision[]): ExplainedMarks {
	const marks = new Map<number, ExplainedMark[]>();
	for (const provision of provisions) {
		const mark = markOf(provision, quoteStanding(provision));
		for (const clause of provision.history.clauses) marks.set(clause, [...(marks.get(clause) ?? []), mark]);
	}
	return marks;
}

function markOf(
	{ platform, slug, title, quote }: Provision,
	{ stands, short }: QuoteStanding,
): ExplainedMark {
	return {
		href: provisionUrl(platform, slug),
		title,
		note: stands ? '' : short,
		quote: stands ? quote.exact : '',
	};
}

/** @param quotesAt anchor of a clause → the words of it that are explained */
export function underlineBlocks(
	blocks: readonly Block[],
	quotesAt: ReadonlyMap<string, readonly string[]>,
): Block[] {
	const marked = (anchor: string, html: string): string =>
		(quotesAt.get(anchor) ?? []).reduce(underlineQuote, html);
	const clause = <Kind extends Clause>(one: Kind): Kind => ({ ...one, html: marked(one.anchor, one.html) });
	const item = (one: Item): Item => ({ ...clause(one), items: one.items.map(item) });
	const row = (one: TableRow): TableRow => ({
		...one,
		cells: one.cells.map((cell) => marked(one.anchor, cell)),
	});
	return blocks.map((block) => {
		if (block.kind === 'paragraph') return { ...block, clause: clause(block.clause) };
		if (block.kind === 'list') return { ...block, items: block.items.map(item) };
		return { ...block, head: block.head && row(block.head), rows: block.rows.map(row) };
	});
}

const entities: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
};

/** One sign that a reader sees, and where it stands in the HTML. */
interface Sign {
	readonly words: string;
	readonly from: number;
	readonly to: number;
}

/** @param html of one clause, past its door */
export function underlineQuote(html: string, quote: string): string {
	const signs = signsOf(html);
	const part = quotedPart(signs.map(({ words }) => words).join(''), quote);
	if (part === null) return html;
	let marked = '';
	let at = 0;
	for (const { from, to } of stretches(signs.slice(...part))) {
		marked += `${html.slice(at, from)}<span class="explained">${html.slice(from, to)}</span>`;
		at = to;
	}
	return marked + html.slice(at);
}

/** Each as long as one unit of the joined words, so that places in those are places in this list. */
function signsOf(html: string): Sign[] {
	const signs: Sign[] = [];
	for (const { 0: piece, index } of html.matchAll(/<[^>]*>|&[#\w]+;|[\s\S]/g)) {
		if (piece.length > 1 && piece.startsWith('<')) continue;
		signs.push({ words: entities[piece] ?? piece.slice(0, 1), from: index, to: index + piece.length });
	}
	return signs;
}

/** Runs of signs that no tag parts. */
function stretches(signs: readonly Sign[]): { from: number; to: number }[] {
	const runs: { from: number; to: number }[] = [];
	for (const { from, to } of signs) {
		const last = runs.at(-1);
		if (last?.to === from) last.to = to;
		else runs.push({ from, to });
	}
	return runs;
}
