/** Above the clauses that a search finds: the pages that its words name, such as what a platform says on a topic. */
import type { Named } from '../../site/search/search-names.ts';
import { pagesAskedFor } from '../../site/watch/pages-asked-for.ts';
import { type Choices, fullName, readChoices } from '../../site/watch/watch-choices.ts';
import { link, nameElement, part } from '../elements.ts';
import { form } from './search-form.ts';

const mostPages = 4;

const place = part<HTMLElement>('[data-search-pages]');
const home = form.dataset.home ?? '/';
let loading: Promise<Choices | null> | undefined;

/** Where the list of names cannot be had, the clauses alone are shown; the next search asks again. */
async function namesOfPages(): Promise<Choices | null> {
	loading ??= fetch(`${home}watch/choices.json`)
		.then(async (answer) => (answer.ok ? readChoices(await answer.json()) : null))
		.catch(() => null);
	const choices = await loading;
	if (choices === null) loading = undefined;
	return choices;
}

export function clearPages(): void {
	place.replaceChildren();
	place.hidden = true;
}

/**
 * @param named what the words name
 * @param isLatest asked when the names are there: another search may have begun
 */
export async function showPages(words: string, named: Named, isLatest: () => boolean): Promise<void> {
	const choices = await namesOfPages();
	if (choices === null || !isLatest()) return;
	const pages = pagesAskedFor(choices, words, named, mostPages);
	place.replaceChildren(
		...pages.flatMap((choice, at) => [
			at === 0 ? 'Pages on it: ' : ' · ',
			pageLink(choice.path, fullName(choice)),
		]),
	);
	place.hidden = pages.length === 0;
}

function pageLink(path: string, name: string): HTMLElement {
	const page = link(`${home}${path}/`);
	page.append(nameElement(name));
	return page;
}
