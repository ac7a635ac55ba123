/** White space as a browser shows it: a run of it is one space, and none stands where a line begins or ends. */
import type { AnyNode, ChildNode, ParentNode, Text } from 'domhandler';
import { isBlock } from '../selection/dom.ts';

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

function setChildren(parent: ParentNode, children: ChildNode[]): void {
	if (children.length === parent.children.length) return;
	for (const [at, child] of children.entries()) {
		child.prev = children[at - 1] ?? null;
		child.next = children[at + 1] ?? null;
	}
	parent.children = children;
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
	const collapsed = text.data.replace(/[ \r\n\t]+/g, ' ');
	const isAtSpace = line.last === null || line.last.data.endsWith(' ');
	text.data = isAtSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
	if (text.data !== '') line.last = text;
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
