/** The part of the document in view as a frame on the map beside the redline. Runs in the browser. */

/** A place on the page and the place on the map that stands for it, in pixels from their tops. */
interface Pin {
	readonly page: number;
	readonly map: number;
}

const redline = document.querySelector<HTMLElement>('.redline');
const list = document.querySelector<HTMLElement>('.map ol');

if (redline !== null && list !== null) follow(redline, list);

function follow(text: HTMLElement, map: HTMLElement): void {
	const frame = document.createElement('li');
	frame.className = 'frame';
	frame.setAttribute('aria-hidden', 'true');
	map.append(frame);
	let waiting = false;
	const draw = (): void => {
		waiting = false;
		frame.hidden = text.offsetHeight === 0;
		if (map.offsetHeight === 0 || frame.hidden) return;
		const pins = pinsOf(text, map);
		const top = placeOnMap(pins, 0);
		frame.style.insetBlockStart = `${top}px`;
		frame.style.blockSize = `${Math.max(placeOnMap(pins, innerHeight) - top, 6)}px`;
	};
	const later = (): void => {
		if (!waiting) requestAnimationFrame(draw);
		waiting = true;
	};
	addEventListener('scroll', later, { passive: true });
	addEventListener('resize', later);
	document.addEventListener('toggle', later, { capture: true });
	document.addEventListener('change', later);
	later();
}

/** Where the first changed clause of each section stands, in the window and on the map; both ends beside. */
function pinsOf(text: HTMLElement, map: HTMLElement): Pin[] {
	const whole = text.getBoundingClientRect();
	const pins: Pin[] = [{ page: whole.top, map: 0 }];
	for (const link of map.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
		const clause = document.getElementById(link.hash.slice(1));
		const line = link.closest('li');
		if (clause === null || line === null || clause.getClientRects().length === 0) continue;
		const page = clause.getBoundingClientRect().top;
		if (page > (pins.at(-1)?.page ?? 0)) pins.push({ page, map: line.offsetTop });
	}
	pins.push({ page: Math.max(whole.bottom, (pins.at(-1)?.page ?? 0) + 1), map: map.clientHeight });
	return pins;
}

/** Between two pins the way is divided alike on the page and on the map. */
function placeOnMap(pins: readonly Pin[], page: number): number {
	const after = pins.findIndex((pin) => pin.page > page);
	if (after === 0) return pins[0]?.map ?? 0;
	if (after === -1) return pins.at(-1)?.map ?? 0;
	const [low, high] = [pins[after - 1] as Pin, pins[after] as Pin];
	return low.map + ((page - low.page) / (high.page - low.page)) * (high.map - low.map);
}
