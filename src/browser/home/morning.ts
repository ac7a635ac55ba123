/** Tells on the home page what weighs most since the reader's last visit, in the place of what weighs most of the week. */

import { sinceOpening } from '../../site/digest/since-words.ts';
import { type ProsePart, proseParts } from '../../site/digest/told-in-prose.ts';
import {
	type NewsSince,
	newsSince,
	readWeightiest,
	type WeightyChange,
} from '../../site/digest/weightiest-since.ts';
import type { Look } from '../../site/watch/watch-list.ts';
import { link, make, nameElement } from '../elements.ts';
import { openVisit } from './last-visit.ts';

const place = document.querySelector<HTMLElement>('[data-morning]');
if (place !== null) void tell(place);

async function tell(place: HTMLElement): Promise<void> {
	const { home = '/', latest = '' } = place.dataset;
	const before = openVisit(home, latest);
	if (before === null) return;
	const news = before.seen >= latest ? { count: 0, told: [] } : await newsFrom(home, before);
	if (news === null) return;
	const { opening, rest } = sinceOpening(news, before, new Date().toISOString());
	const words = make('span');
	words.append(make('b', '', opening), rest);
	if (news.told.length === 0) return place.prepend(words, ' ');
	// Of what stands below nothing moves up when there is less to say.
	place.style.minBlockSize = `${place.offsetHeight}px`;
	place.replaceChildren(words, ...news.told.flatMap((told) => [' ', ...drawTold(home, told)]));
}

/** Null where it could not be loaded: what weighs most of the week stays. */
async function newsFrom(home: string, { seen }: Look): Promise<NewsSince | null> {
	try {
		const answer = await fetch(`${home}weightiest.json`, { cache: 'no-cache' });
		const file = answer.ok ? readWeightiest(await answer.json()) : null;
		return file === null ? null : newsSince(file, seen);
	} catch {
		return null;
	}
}

function drawTold(home: string, told: WeightyChange): (Node | string)[] {
	const drawn = ({ what, words }: ProsePart): Node | string => {
		if (what === 'joint') return words;
		if (what === 'news') return link(`${home}${told.url}`, words);
		const name = make('b');
		name.append(nameElement(words));
		return name;
	};
	return proseParts(told).map(drawn);
}
