/** White space at the two ends of a part of a page, through all elements that begin or end there. */
import type { AnyNode } from 'domhandler';
import { isBlock } from '../selection/dom.ts';

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
