/** Draws what was found. Only text nodes are made from archived words, so they cannot act. */

import { bareNumber } from '../../analysis/clauses/clause-number.ts';
import { changePath } from '../../site/addresses/change-path.ts';
import {
	dayOfNote,
	type Finding,
	type FirstAppearance,
	type Group,
	staysOf,
} from '../../site/search/search-answer.ts';
import type { ChangeNote } from '../../site/search/search-clauses.ts';
import { excerptOf, type Hit } from '../../site/search/search-hits.ts';
import { counted } from '../../text/counts-in-words.ts';
import { dayInWords, shortMonth } from '../../text/days-in-words.ts';
import { link, make, nameElement } from '../elements.ts';

/** Findings of one agreement that are shown at once. */
const shownAtOnce = 3;

/** One agreement with what was found in it. */
export function drawGroup({ address, platform, agreement, findings }: Group): HTMLElement {
	const heading = make('h2', 'search-agreement');
	const name = link(address);
	name.append(nameElement(platform), ' ', make('span', 'agreement-name', agreement));
	heading.append(name);
	const list = make('ul', 'hits');
	list.append(...findings.slice(0, shownAtOnce).map(drawFinding));
	const group = make('li', 'search-group');
	group.append(heading, list);
	const rest = findings.slice(shownAtOnce);
	if (rest.length > 0) group.append(restButton(list, rest));
	return group;
}

function restButton(list: HTMLElement, rest: readonly Finding[]): HTMLElement {
	const button = make('button', 'search-rest', `${rest.length} more in this agreement`);
	button.setAttribute('type', 'button');
	button.addEventListener('click', () => {
		const drawn = rest.map(drawFinding);
		list.append(...drawn);
		button.remove();
		drawn[0]?.querySelector('a')?.focus();
	});
	return button;
}

function drawFinding(finding: Finding): HTMLElement {
	const { hit, change } = finding;
	const kind = change === null ? (hit.inForce ? 'force' : 'former') : `did-${change.did}`;
	const item = make('li', `hit row ${kind}`);
	const column = make('div', 'col');
	column.append(drawWords(hit), drawFacts(finding));
	item.append(drawLabel(finding), column);
	return item;
}

const done = { in: 'Came in', out: 'Went out', both: 'Changed' } as const;

function drawLabel({ hit, change, day }: Finding): HTMLElement {
	const label = make('p', 'margin');
	if (change !== null) {
		label.append(make('b', '', done[change.did]), ' ', dayInWords(day));
		return label;
	}
	const stay = staysOf(hit).at(-1);
	const from = shortMonth(stay?.from.day ?? '');
	if (hit.inForce) label.append(make('b', '', 'In force'), ` since ${from}`);
	else label.append(make('b', '', 'Former'), ` ${from} to ${shortMonth(stay?.to?.day ?? '')}`);
	return label;
}

function drawWords(hit: Hit): HTMLElement {
	const words = make('blockquote', 'hit-words');
	if (hit.head.language !== 'und') words.lang = hit.head.language;
	words.dir = 'auto';
	for (const run of excerptOf(hit)) words.append(run.found ? make('mark', '', run.text) : run.text);
	return words;
}

function drawFacts(finding: Finding): HTMLElement {
	const facts = make('p', 'hit-facts');
	if (finding.change !== null) facts.append(...factsOfChange(finding));
	else if (finding.hit.inForce) facts.append(...factsInForce(finding.hit));
	else facts.append(...factsOfFormer(finding.hit));
	return facts;
}

function factsOfChange({ hit, change }: Finding): (Node | string)[] {
	if (change === null) return [];
	const sentence = link(changeAddress(hit, change.note), `${change.note.sentence}.`);
	const others =
		change.others === 0 ? '' : ` The words stand in ${counted(change.others, 'more clause')} of it.`;
	return [sentence, others];
}

function factsInForce(hit: Hit): (Node | string)[] {
	const clause = link(`${hit.group}#${hit.mark.anchor}`, clauseName(hit));
	const stays = staysOf(hit);
	const { from } = stays.at(-1) as (typeof stays)[number];
	const earlier = stays.slice(0, -1).map((stay) => `from ${dayOf(stay.from)} to ${dayOf(stay.to)}`);
	const before = earlier.length === 0 ? '' : ` Stood before ${earlier.join(' and ')}.`;
	if (isBeginning(hit, from)) return [clause, `, in the first record, of ${dayOf(from)}.${before}`];
	return [clause, ', since ', link(changeAddress(hit, from), dayOf(from)), `.${before}`];
}

function factsOfFormer(hit: Hit): (Node | string)[] {
	const times = staysOf(hit).map(({ from, to }) => {
		const start = isBeginning(hit, from) ? `from the first record, ${dayOf(from)},` : `from ${dayOf(from)}`;
		return `${start} to ${dayOf(to)}`;
	});
	const number = plainNumber(hit);
	const { to } = staysOf(hit).at(-1) ?? {};
	const words = `Stood ${times.join(' and ')}${number === '' ? '' : ` as clause ${number}`}. `;
	if (to === null || to === undefined) return [words];
	return [words, link(changeAddress(hit, to), 'The change that took it out')];
}

/** "These words first appear on 11 February 2021: Versolette Terms of Service" */
export function drawFirst({ hit, note, atBeginning }: FirstAppearance, words: string): (Node | string)[] {
	const { platform, agreement } = hit.head;
	const place = link(changeAddress(hit, note));
	place.append(nameElement(platform), ' ', nameElement(agreement));
	if (!atBeginning) return [`${words} first appear on ${dayOf(note)}: `, place];
	return [`${words} already stand in the first record of `, place, `, ${dayOf(note)}`];
}

function clauseName(hit: Hit): string {
	const number = plainNumber(hit);
	return number === '' ? 'The clause' : `Clause ${number}`;
}

/** "7.2." → "7.2" */
function plainNumber({ mark }: Hit): string {
	return bareNumber(mark.number).replace(/^(?:section|clause)\s*/i, '');
}

function dayOf(note: ChangeNote | null): string {
	return note === null ? '' : dayInWords(dayOfNote(note));
}

function isBeginning(hit: Hit, note: ChangeNote): boolean {
	return dayOfNote(note) === hit.head.begins;
}

/** The change's page at the clause, or its row in the history table. A first record is shown folded and has no clause to go to. */
function changeAddress({ group, mark, head }: Hit, note: ChangeNote): string {
	if (!note.page) return `${group}history/#v-${note.day}`;
	return `${group}${changePath(note, note.day.startsWith(head.begins) ? undefined : mark.anchor)}`;
}
