/** A demonstration text as a list of units: each heading, paragraph, list item and table row in one string. */

/** In the order of the document. */
export type Units = readonly string[];

/** Lines that begin a unit even without a blank line before them. Any other line goes on with the unit above it. */
const opening = /^(?:#|- |\||\(#)/;

/** Markdown as the authors write it (one sentence a line, tables padded) → units on one line each, white space folded. */
export function parseUnits(markdown: string): Units {
	const units: string[] = [];
	let open = false;
	for (const line of markdown.split('\n').map((each) => each.trim().replace(/\s+/g, ' '))) {
		if (line === '') open = false;
		else if (!open || opening.test(line)) {
			units.push(line);
			open = true;
		} else units[units.length - 1] += ` ${line}`;
	}
	return units;
}

/** Units → Markdown: items of one list and rows of one table stand together, all else is parted by a blank line. */
export function formatUnits(units: Units): string {
	const lines = units.map((unit, index) => {
		const together = index > 0 && sameRun(units[index - 1], unit);
		return index === 0 ? unit : `${together ? '\n' : '\n\n'}${unit}`;
	});
	return `${lines.join('')}\n`;
}

function sameRun(above: string, below: string): boolean {
	return ['- ', '|'].some((mark) => above.startsWith(mark) && below.startsWith(mark));
}
