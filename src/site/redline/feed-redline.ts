/** Draws a redline for feed readers: they know no style sheet, cut what they do not trust, and stand on light or dark ground. */
import { editsOf, isRewritten } from '../../analysis/redline/changed-clause.ts';
import type { EventKind, Ledger } from '../../model/ledger.ts';
import type { ChangeBlock, ClauseEdit, RedlineBlock } from '../../model/redline.ts';
import { cutEnd } from '../../text/cut-text.ts';
import { escapeHtml } from '../../text/escape.ts';
import { isTight } from './edits-html.ts';

/** Longest HTML of one item's redline, in characters. A feed holds 50 items. */
const itemLength = 12_000;
/** Longest text of one clause, of one run of marked words, and of the unchanged words between two marks, in characters. */
const clauseLength = 3_000;
const markLength = 1_200;
const gapLength = 300;

/** Half-transparent grounds let the reader's own ink and paper through; underline and strike carry the meaning alone. */
const insStyle = 'text-decoration:underline;background-color:rgba(47,129,196,.2)';
const delStyle = 'text-decoration:line-through;background-color:rgba(214,118,24,.2)';
const clauseStyle = 'margin:0 0 1em;padding-left:.75em;border-left:3px solid #8a8378';

/** Kinds that a subscriber should read word for word; the others are only counted. */
const told: Readonly<Partial<Record<EventKind, string>>> = {
	added: 'Added',
	removed: 'Removed',
	reworded: 'Reworded',
	number: 'Number changed',
};

const counted: Readonly<Partial<Record<EventKind, string>>> = {
	moved: 'only moved',
	regrouped: 'only cut or joined otherwise',
	renamed: 'with a replaced name alone',
	repeated: 'changed as another copy was',
	respelled: 'only spelled otherwise',
	relabelled: 'with other labels alone',
	renumbered: 'only renumbered',
	relinked: 'with a link that now leads elsewhere',
	restyled: 'only set in other type',
	redated: 'with only a date changed',
};

/**
 * The changed clauses, each group below the heading it stands under, as HTML of at most about 12,000 characters; what does not fit is
 * counted and linked.
 * @param language BCP 47 tag of the agreement
 * @param page absolute address of the change's page
 */
export function feedRedline(
	ledger: Ledger,
	blocks: readonly RedlineBlock[],
	language: string,
	page: string,
): string {
	const parts: string[] = [];
	let length = 0;
	let heading: string | null = null;
	let left = 0;
	for (const block of blocks) {
		heading = headingOf(ledger, block) ?? heading;
		if (block.kind !== 'change' || told[block.event.kind] === undefined) continue;
		const clause = drawClause(ledger, block);
		if (left > 0 || length + clause.length > itemLength) {
			left++;
			continue;
		}
		const drawn = heading === null ? clause : `<h4>${escapeHtml(cutEnd(heading, gapLength))}</h4>${clause}`;
		heading = null;
		parts.push(drawn);
		length += drawn.length;
	}
	const lang = language === 'und' ? '' : ` lang="${escapeHtml(language)}"`;
	return `<div${lang} dir="auto">${parts.join('')}</div>${remainder(left, page)}${countedLine(blocks)}`;
}

/** The last heading that a block shows or leaves out without being told word for word; null where it has none. */
function headingOf(ledger: Ledger, block: RedlineBlock): string | null {
	const index = untoldTexts(block).findLast((text) => ledger.texts[text]?.kind === 'heading');
	return index === undefined ? null : (ledger.texts[index]?.visible ?? null);
}

function untoldTexts(block: RedlineBlock): readonly number[] {
	if (block.kind === 'collapsed') return block.texts;
	if (block.kind === 'context') return [block.text];
	const after = block.kind === 'change' && told[block.event.kind] === undefined ? block.event.after : null;
	return after === null ? [] : [after];
}

function drawClause(ledger: Ledger, block: ChangeBlock): string {
	const { before, after, kind } = block.event;
	const old = textOf(ledger, before);
	const now = textOf(ledger, after);
	const label = `<small>${told[kind]}</small><br>`;
	if (isRewritten(ledger, block.event)) {
		const removed = before === null ? '' : mark('del', cutEnd(old, clauseLength));
		const added = after === null ? '' : mark('ins', cutEnd(now, clauseLength));
		const between = removed && added ? '<br>' : '';
		return `<p style="${clauseStyle}">${label}${removed}${between}${added}</p>`;
	}
	return `<p style="${clauseStyle}">${label}${feedEdits(editsOf(ledger, block.event))}</p>`;
}

function textOf(ledger: Ledger, index: number | null): string {
	return index === null ? '' : (ledger.texts[index]?.visible ?? '');
}

/** Marked words; long runs are cut. */
export function feedEdits(edits: readonly ClauseEdit[]): string {
	let drawn = '';
	let length = 0;
	for (const [index, edit] of edits.entries()) {
		if (length > clauseLength) return `${drawn} …`;
		if (edit.kind === 'went') continue;
		const plain = edit.kind === 'same' || edit.kind === 'came';
		const text = plain
			? shortGap(edit.text, index === 0, index === edits.length - 1)
			: cutEnd(edit.text, markLength);
		length += text.length;
		const gap = isTight(edits[index - 1], edit) ? ' ' : '';
		drawn += plain ? escapeHtml(text) : gap + mark(edit.kind as 'ins' | 'del', text);
	}
	return drawn;
}

/** Keeps of a long unchanged run only the words beside the marks. */
function shortGap(text: string, opens: boolean, closes: boolean): string {
	if (text.length <= gapLength) return text;
	const head = opens ? '' : cutEnd(text, gapLength / 2);
	const tail = closes ? '' : text.slice(-gapLength / 2).replace(/^\S*\s/, '… ');
	return opens || closes ? head + tail : `${head.replace(/…$/, '')}${tail}`;
}

/** White space stays outside: a mark that begins with a space looks like a slip. */
function mark(kind: 'ins' | 'del', text: string): string {
	const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
	const style = kind === 'ins' ? insStyle : delStyle;
	return words === ''
		? escapeHtml(text)
		: `${before}<${kind} style="${style}">${escapeHtml(words)}</${kind}>${after}`;
}

function remainder(left: number, page: string): string {
	if (left === 0) return '';
	const clauses = left === 1 ? '1 more changed clause' : `${left} more changed clauses`;
	return `<p><a href="${escapeHtml(page)}">… and ${clauses}</a></p>`;
}

/** `Besides: 3 clauses only moved, 12 clauses only renumbered.` */
function countedLine(blocks: readonly RedlineBlock[]): string {
	const lines = Object.entries(counted).flatMap(([kind, words]) => {
		const count = blocks.filter((block) => block.kind === 'change' && block.event.kind === kind).length;
		return count === 0 ? [] : [`${count} ${count === 1 ? 'clause' : 'clauses'} ${words}`];
	});
	return lines.length === 0 ? '' : `<p><small>Besides: ${lines.join(', ')}.</small></p>`;
}
