/** Where in the Markdown of one block links, emphasis, code and tags lie: a cut inside one would break it. One pass, linear on any input. */

/** Farthest that a tag may reach before its "<" is taken for plain text. */
const longestTag = 2048;

/** Tells whether a place lies inside a link, emphasis, code or a tag; right before its first and right after its last sign is outside. */
export function insideInline(markdown: string): (at: number) => boolean {
	if (!/[[\]*_~`<]/.test(markdown)) return () => false;
	/** How many spans more are open from a place on. */
	const steps = new Int32Array(markdown.length + 2);
	const span: Span = (from, to) => {
		steps[from + 1] = (steps[from + 1] as number) + 1;
		steps[to] = (steps[to] as number) - 1;
	};
	findSpans(markdown, span);
	for (let at = 1; at < steps.length; at++) steps[at] = (steps[at] as number) + (steps[at - 1] as number);
	return (at) => (steps[at] as number) > 0;
}

type Span = (from: number, to: number) => void;

/** A backslash with its sign, a run of marks, a bracket, a tag's beginning. */
const signs = /\\.|`+|\*+|_+|~{2,}|\]\(|[[\]()]|<(?=[a-z/!])/gis;

/** What has begun and not ended yet. */
interface Open {
	readonly brackets: number[];
	/** Links whose words have ended, and other parentheses (−1) between their targets' signs. */
	readonly parentheses: number[];
	/** Mark → runs of it that may open emphasis, with the marks left of each. */
	readonly runs: Map<string, { readonly from: number; left: number }[]>;
}

function findSpans(markdown: string, span: Span): void {
	const open: Open = { brackets: [], parentheses: [], runs: new Map() };
	const codeEnd = codeEnds(markdown);
	const tagEnd = tagEnds(markdown);
	signs.lastIndex = 0;
	for (let found = signs.exec(markdown); found !== null; found = signs.exec(markdown)) {
		const [sign] = found;
		const [from, to] = [found.index, signs.lastIndex];
		if (sign[0] === '`') signs.lastIndex = skip(span, from, codeEnd(from, sign.length) ?? to);
		else if (sign === '<') signs.lastIndex = skip(span, from, tagEnd(from) ?? to);
		else if (/[*_~]/.test(sign[0] as string)) emphasis(markdown, sign, from, open, span);
		else if (sign.length === 1 || sign === '](') bracket(sign, from, open, span);
	}
}

function skip(span: Span, from: number, to: number): number {
	span(from, to);
	return to;
}

function bracket(sign: string, from: number, { brackets, parentheses }: Open, span: Span): void {
	if (sign === '[') brackets.push(from);
	if (sign === ']') brackets.pop();
	if (sign === '](') parentheses.push(brackets.pop() ?? from);
	if (sign === '(') parentheses.push(-1);
	if (sign !== ')') return;
	const opened = parentheses.pop() ?? -1;
	if (opened !== -1) span(opened, from + 1);
}

/** A run of marks ends what the last run of the same mark began, as far as both reach; what is left of it may begin anew. */
function emphasis(markdown: string, sign: string, from: number, { runs }: Open, span: Span): void {
	const mark = sign[0] as string;
	const before = markdown[from - 1] ?? ' ';
	const after = markdown[from + sign.length] ?? ' ';
	if (mark === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return;
	const opened = runs.get(mark) ?? [];
	runs.set(mark, opened);
	let left = sign.length;
	while (/\S/.test(before) && left > 0 && opened.length > 0) {
		const last = opened.at(-1) as { readonly from: number; left: number };
		const shared = Math.min(left, last.left);
		span(last.from, from + sign.length);
		left -= shared;
		last.left -= shared;
		if (last.left === 0) opened.pop();
	}
	if (left > 0 && /\S/.test(after)) opened.push({ from, left });
}

/** End of the code that a run of so many marks at a place begins; undefined where no run of as many ends it. Asked from left to right. */
function codeEnds(markdown: string): (from: number, marks: number) => number | undefined {
	let runs: Map<number, number[]> | undefined;
	return (from, marks) => {
		runs ??= runsByLength(markdown);
		const alike = runs.get(marks) ?? [];
		while (alike.length > 0 && (alike.at(-1) as number) <= from) alike.pop();
		const end = alike.at(-1);
		return end === undefined ? undefined : end + marks;
	};
}

/** The places of the runs of each length, the last first. */
function runsByLength(markdown: string): Map<number, number[]> {
	const runs = new Map<number, number[]>();
	for (const { 0: run, index } of markdown.matchAll(/`+/g)) {
		const alike = runs.get(run.length);
		if (alike === undefined) runs.set(run.length, [index]);
		else alike.push(index);
	}
	for (const alike of runs.values()) alike.reverse();
	return runs;
}

/** End of the tag that begins at a place. Asked from left to right: the next ">" is looked for once, however many "<" stand before it. */
function tagEnds(markdown: string): (from: number) => number | undefined {
	let next = -1;
	return (from) => {
		if (next < from) next = markdown.indexOf('>', from);
		if (next < 0) next = Number.POSITIVE_INFINITY;
		return next - from > longestTag ? undefined : next + 1;
	};
}
