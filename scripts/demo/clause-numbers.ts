/** Fills in clause numbers: texts are written with marks, so that a clause put in before others renumbers them by itself. */
import { Fault } from '../../src/model/fault.ts';
import type { Units } from './text-units.ts';

/**
 * A mark is `#.` or `#label.` before a heading's title or at the start of a clause, `(#)` or `(#label)` at the start of a
 * lettered item; `{label}` anywhere refers to that number.
 */
export const numberings = {
	/** "4. Fees", "4.2 You pay …", "(a) …"; referred to as "4.2(a)". */
	decimal: {
		heading: (section: number) => `${section}.`,
		clause: (section: number, clause: number) => `${section}.${clause}`,
		refer: (section: number, clause: number) => (clause === 0 ? `${section}` : `${section}.${clause}`),
	},
	/** "§ 4 Preise", "(2) Sie zahlen …", "(a) …"; referred to as "§ 4 Absatz 2". */
	paragraph: {
		heading: (section: number) => `§ ${section}`,
		clause: (_section: number, clause: number) => `(${clause})`,
		refer: (section: number, clause: number) =>
			clause === 0 ? `§ ${section}` : `§ ${section} Absatz ${clause}`,
	},
} as const;

export type Numbering = keyof typeof numberings;

interface Count {
	section: number;
	clause: number;
	item: number;
}

/**
 * @param where file and date of the text, for the error
 * @throws Fault when a label is used twice or a reference names none
 */
export function numberClauses(units: Units, numbering: Numbering, where: string): Units {
	const labels = new Map<string, string>();
	const count: Count = { section: 0, clause: 0, item: 0 };
	const numbered = units.map((unit) => {
		const { text, label, reference } = numberUnit(unit, numbering, count);
		if (label !== '' && labels.has(label)) throw labelFault(`label "${label}" is used twice`, where);
		if (label !== '') labels.set(label, reference);
		return text;
	});
	return numbered.map((unit) =>
		unit.replace(/\{([a-z-]+)\}/g, (_, label: string) => {
			const number = labels.get(label);
			if (number === undefined) throw labelFault(`nothing bears the label "${label}"`, where);
			return number;
		}),
	);
}

function numberUnit(unit: string, numbering: Numbering, count: Count) {
	const style = numberings[numbering];
	const heading = /^(##+) #([a-z-]*)\. /.exec(unit);
	const clause = /^#([a-z-]*)\. /.exec(unit);
	const item = /^\(#([a-z-]*)\) /.exec(unit);
	if (heading) {
		Object.assign(count, { section: count.section + 1, clause: 0, item: 0 });
		const text = `${heading[1]} ${style.heading(count.section)} ${unit.slice(heading[0].length)}`;
		return { text, label: heading[2], reference: style.refer(count.section, 0) };
	}
	if (clause) {
		Object.assign(count, { clause: count.clause + 1, item: 0 });
		const text = `${style.clause(count.section, count.clause)} ${unit.slice(clause[0].length)}`;
		return { text, label: clause[1], reference: style.refer(count.section, count.clause) };
	}
	if (item) {
		count.item += 1;
		const letter = `(${String.fromCharCode(96 + count.item)})`;
		const reference = `${style.refer(count.section, count.clause)}${letter}`;
		return { text: `${letter} ${unit.slice(item[0].length)}`, label: item[1], reference };
	}
	return { text: unit, label: '', reference: '' };
}

function labelFault(what: string, where: string): Fault {
	return new Fault(
		what,
		where,
		'Give each mark a label of its own and refer to one that stands in the text.',
	);
}
