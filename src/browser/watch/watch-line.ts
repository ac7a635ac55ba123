/** The line on the home page that says what changed in the watchlist, where there is one. Looking there is no visit. */
import { changesPath } from '../../site/watch/watch-list.ts';
import { newsOf, shortHeadline } from '../../site/watch/watch-news.ts';
import { countsFrom } from '../../site/watch/watch-visit.ts';
import { loadChanges, missingFiles, watchFiles } from './watch-files.ts';
import { watchStore } from './watch-store.ts';

/** Files fetched for this line; a longer list says its number on its own page. */
const mostFiles = 12;

const place = document.querySelector<HTMLElement>('[data-watch-line]');
if (place !== null) void tell(place);

async function tell(place: HTMLElement): Promise<void> {
	const { home = '/', latest = '' } = place.dataset;
	const { list } = watchStore(home).read();
	if (list.items.length === 0) return;
	place.hidden = false;
	if (new Set(list.items.map(changesPath)).size > mostFiles) return;
	const files = watchFiles(home);
	const changes = await loadChanges(files, list.items);
	if (missingFiles(files, list.items).length > 0) return;
	const since = countsFrom(list, new Date().toISOString());
	const { fresh } = newsOf(list, changes, since, latest);
	const words = place.querySelector('span');
	if (words !== null) words.textContent = `: ${shortHeadline(fresh.length, since)}`;
}
