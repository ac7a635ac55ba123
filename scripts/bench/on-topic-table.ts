/** Pages of a platform on a topic, drawn at random to be read beside the agreements; and what those who read some said of them. */
import type { Archive } from '../../src/model/archive.ts';
import { Fault } from '../../src/model/fault.ts';
import { onUrl } from '../../src/site/addresses/urls.ts';
import { topicsPaged } from '../../src/site/page-paths.ts';
import { sample } from './draw-sample.ts';

/** What a reader said of a page. */
export interface PageLabel {
	/** Names the drawing, and the state of the rules that it was made with. */
	readonly draw: string;
	readonly page: string;
	/** Whether its plain words at the top are true. */
	readonly lead: boolean;
	/** Of the quotes that it shows, those that are on the topic and on the side that they stand under. */
	readonly right: number;
	readonly quotes: number;
	/** Whether the day since which it is so is. */
	readonly since: boolean;
}

/** Addresses, one a platform; the same ones for the same seed. */
export function drawPages(archive: Archive, count: number, seed: number): string[] {
	const pages = archive.platforms.flatMap((platform) =>
		topicsPaged(archive, platform).map(({ id }) => ({ platform: platform.slug, page: onUrl(platform, id) })),
	);
	const drawn = new Map<string, string>();
	for (const { platform, page } of sample(pages, pages.length, seed))
		if (drawn.size < count && !drawn.has(platform)) drawn.set(platform, page);
	return [...drawn.values()];
}

/**
 * Reads `draw ⇥ page ⇥ lead ⇥ right/quotes ⇥ since`, where lead and since are y or n; lines with # and a header line are passed over.
 * @throws Fault that names the line
 */
export function parsePageLabels(text: string, where: string): PageLabel[] {
	return text.split(/\r?\n/).flatMap((line, index) => {
		if (line.trim() === '' || line.startsWith('#') || line.startsWith('draw\t')) return [];
		const found = /^([^\t]+)\t(\/[^\t]+\/)\t([yn])\t(\d+)\/(\d+)\t([yn])$/.exec(line);
		if (found === null) {
			const remedy = 'Each line is, with tabs between: draw, page, y or n, right/quotes, y or n.';
			throw new Fault(`not a label: ${line.slice(0, 80)}`, `${where}:${index + 1}`, remedy);
		}
		const [, draw = '', page = '', lead, right, quotes, since] = found;
		return [
			{ draw, page, lead: lead === 'y', right: Number(right), quotes: Number(quotes), since: since === 'y' },
		];
	});
}

/** A line for each drawing, in their order. */
export function formatPageLabels(labels: readonly PageLabel[]): string {
	const lines = [...Map.groupBy(labels, ({ draw }) => draw)].map(([draw, own]) => {
		const count = (is: (label: PageLabel) => boolean) => `${own.filter(is).length}`.padStart(5);
		const sum = (of: (label: PageLabel) => number) => own.reduce((total, label) => total + of(label), 0);
		return [
			draw.padEnd(12),
			`${own.length}`.padStart(5),
			count(({ lead }) => lead),
			count(({ right, quotes }) => right === quotes),
			`${sum(({ right }) => right)} of ${sum(({ quotes }) => quotes)}`.padStart(12),
			count(({ since }) => since),
		].join(' ');
	});
	return ['draw         pages  lead  sides       quotes since', ...lines].join('\n');
}
