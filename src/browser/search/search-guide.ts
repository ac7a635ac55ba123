/** What stands above the answers: the platform that the question was taken to name, and a word that may have been meant. */
import { type Named, type NamesFile, noNames, readNames } from '../../site/search/search-names.ts';
import { type KnownWords, readWords } from '../../site/search/search-words.ts';
import { make, nameElement, part } from '../elements.ts';

const named = part<HTMLElement>('[data-search-named]');
const mean = part<HTMLElement>('[data-search-mean]');

let names: Promise<NamesFile> | undefined;
let words: Promise<KnownWords | null> | undefined;

/** None where they cannot be loaded: the search goes on without. */
export function loadNames(home: string): Promise<NamesFile> {
	names ??= load(`${home}search/names.json`).then((value) => readNames(value) ?? noNames);
	return names;
}

export function loadWords(home: string): Promise<KnownWords | null> {
	words ??= load(`${home}search/words.json`).then(readWords);
	return words;
}

async function load(address: string): Promise<unknown> {
	try {
		const answer = await fetch(address);
		return answer.ok ? await answer.json() : null;
	} catch {
		return null;
	}
}

export function clearGuide(): void {
	for (const each of [named, mean]) {
		each.replaceChildren();
		each.hidden = true;
	}
}

/** What a press of a button does. */
export interface GuideActs {
	readonly everywhere: () => void;
	readonly only: (platform: string) => void;
	readonly ask: (words: string) => void;
}

/** @param taken whether the search was narrowed to the platform that the question names */
export function drawNamed({ platform, maybe }: Named, taken: boolean, acts: GuideActs): void {
	if (platform !== null && taken)
		fill(named, [
			'At ',
			nameElement(platform.name),
			', which the question names. ',
			button('Search every platform for all of its words', acts.everywhere),
		]);
	else if (platform !== null)
		fill(named, ['Only at ', button(platform.name, () => acts.only(platform.name))]);
	else if (maybe.length > 0)
		fill(named, ['Only at ', ...joined(maybe.map(({ name }) => button(name, () => acts.only(name))))]);
}

export function drawMeant(better: string, acts: GuideActs): void {
	fill(mean, ['Did you mean ', button(better, () => acts.ask(better)), '?']);
}

function fill(place: HTMLElement, content: readonly (Node | string)[]): void {
	place.replaceChildren(...content);
	place.hidden = false;
}

function joined(nodes: readonly Node[]): (Node | string)[] {
	return nodes.flatMap((node, at) => (at === 0 ? [node] : [', ', node]));
}

function button(words: string, act: () => void): HTMLElement {
	const made = make('button', 'search-act', words);
	made.setAttribute('type', 'button');
	made.addEventListener('click', act);
	return made;
}
