/**
 * White space as people see it: a run of it is one space, and none stands where a line begins or ends. No-break spaces are in the run as
 * well: nobody sees how many there are, and pages are written anew with more or fewer of them.
 */
import type { AnyNode, ChildNode, ParentNode, Text } from 'domhandler';
import { isBlock, setChildren } from '../selection/dom.ts';

/** The line that a browser would show. */
interface Line {
	/** The last text that it holds so far; null where it has none yet. */
	last: Text | null;
}

/**
 * Collapses it in the page itself; text that is left empty goes. Code in a `pre` keeps its own.
 * @see https://www.w3.org/TR/css-text-3/#white-space-rules
 */
export function collapseSpace(top: ParentNode): void {
	const line: Line = { last: null };
	collapseIn(top, line);
	endLine(line);
}

function collapseIn(parent: ParentNode, line: Line): void {
	setChildren(parent, joinTexts(parent.children));
	for (const child of parent.children) collapseNode(child, line);
	setChildren(
		parent,
		parent.children.filter((child) => child.type !== 'text' || child.data !== ''),
	);
}

/** What stood in an element that is gone goes on with the text before it: a sign in the middle of a line needs no escape. */
function joinTexts(nodes: readonly ChildNode[]): ChildNode[] {
	const joined: ChildNode[] = [];
	for (const node of nodes) {
		const before = joined.at(-1);
		if (node.type === 'text' && before?.type === 'text') before.data += node.data;
		else joined.push(node);
	}
	return joined;
}

function collapseNode(node: ChildNode, line: Line): void {
	if (node.type === 'text') collapseText(node, line);
	if (node.type !== 'tag') return;
	const isBreak = node.name === 'br' || isBlock(node);
	if (isBreak) endLine(line);
	if (node.name !== 'pre') collapseIn(node, line);
	if (isBreak) endLine(line);
}

function collapseText(text: Text, line: Line): void {
	const collapsed = withoutUnseen(text.data).replace(blanks, (run) =>
		run.includes('\u3000') ? '\u3000' : ' ',
	);
	const isAtSpace = line.last === null || line.last.data.endsWith(' ');
	text.data = isAtSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
	if (text.data !== '') line.last = text;
}

/** The ideographic space is as wide as a letter: one stays one. */
const blanks = /[ \r\n\t\v\f\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Signs without width: places to break a line or not to, and a mark at the start of a file. */
const unseen = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g;
/** They join letters or keep them apart, in scripts that do so; elsewhere nobody sees them. */
const joiners =
	/(?<![\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]+|(?<=\p{Script=Latin})[\u200c\u200d]+/gu;
const anyUnseen = /[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]/;

function withoutUnseen(text: string): string {
	if (!anyUnseen.test(text)) return text;
	return text
		.replace(unseen, '')
		.replace(joiners, '')
		.replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1');
}

function endLine(line: Line): void {
	if (line.last?.data.endsWith(' ')) line.last.data = line.last.data.slice(0, -1);
	line.last = null;
}

/** At one end of a part of a page, through all elements that begin or end there. */
export interface Space {
	readonly space: string;
	/** True where there is nothing but space. */
	readonly isAll: boolean;
}

export function spaceBefore(node: AnyNode): Space {
	if (node.type === 'text') {
		const rest = node.data.trimStart().length;
		return { space: node.data.slice(0, node.data.length - rest), isAll: rest === 0 };
	}
	let space = '';
	for (const child of 'children' in node ? node.children : []) {
		const inner = spaceBefore(child);
		space += inner.space;
		if (!inner.isAll) return { space, isAll: false };
	}
	return { space, isAll: true };
}

export function spaceAfter(node: AnyNode): Space {
	if (node.type === 'text') {
		const rest = node.data.trimEnd().length;
		return { space: node.data.slice(rest), isAll: rest === 0 };
	}
	let space = '';
	for (const child of 'children' in node ? node.children.toReversed() : []) {
		const inner = spaceAfter(child);
		space = inner.space + space;
		if (!inner.isAll) return { space, isAll: false };
	}
	return { space, isAll: true };
}

/** What stands beside a block is at the end of a line. */
export function endsInSpace(node: AnyNode | null): boolean {
	return node !== null && !isBlock(node) && spaceAfter(node).space.endsWith(' ');
}

export function startsWithSpace(node: AnyNode | null): boolean {
	return node !== null && !isBlock(node) && spaceBefore(node).space.startsWith(' ');
}
