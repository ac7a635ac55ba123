/** The button in the head of a platform, agreement or topic that puts it on this device's watchlist. Without a script it is not there. */
import { isWatched, mostItems, withItem, withoutItem } from '../../site/watch/watch-list.ts';
import { stopKeeping } from './watch-keep.ts';
import { watchStore } from './watch-store.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-watch-item]')) start(place);

function start(place: HTMLElement): void {
	const { watchItem: path = '', watchName: name = '', home = '/' } = place.dataset;
	const button = place.querySelector('button');
	const after = place.querySelector<HTMLElement>('[data-after]');
	const said = place.querySelector<HTMLElement>('[role=status]');
	if (button === null || after === null || said === null) return;
	const store = watchStore(home);
	const draw = (): void => {
		const watched = isWatched(store.read().list, path);
		button.setAttribute('aria-pressed', String(watched));
		after.hidden = !watched;
	};
	button.addEventListener('click', () => {
		const { list } = store.read();
		const trouble = store.change(
			isWatched(list, path) ? (now) => withoutItem(now, path) : (now) => withItem(now, { path, name }),
		);
		draw();
		const isFull = list.items.length >= mostItems && !isWatched(store.read().list, path);
		said.textContent = trouble || (isFull ? `The watchlist is full: it holds ${mostItems}.` : '');
		if (store.read().list.items.length === 0) void stopKeeping(home);
	});
	store.onChange(draw);
	draw();
	place.dataset.ready = '';
}
