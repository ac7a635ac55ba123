/** The matrix as pages and scripts ask it: what `matrix/sides.json.gz` says of each platform, cell by cell. */
import { shortMonth } from '../../text/days-in-words.ts';
import { cellLength, type MatrixKind, matrixKinds, type SidesFile, sideSigns } from './sides-format.ts';

export interface MatrixTopic {
	readonly id: string;
	readonly name: string;
	readonly stances: SidesFile['topics'][number]['stances'];
}

export interface MatrixPlatform {
	readonly name: string;
	readonly slug: string;
	/** For all agreements, and for each kind of which it has one: a cell a topic, in the order of the topics. */
	readonly cells: ReadonlyMap<MatrixKind, readonly MatrixCell[]>;
}

/** How a cell is drawn: a pattern for each, none better than another. */
export type Pattern = 'affirms' | 'denies' | 'forbids' | 'mentions' | 'gone' | 'silent' | 'unread';

export interface MatrixCell {
	/** "unless you opt out"; a second where something is forbidden to the person, too. Empty where nothing is found. */
	readonly lines: readonly { readonly pattern: Pattern; readonly words: string }[];
	/** Below the platform's page; null where there is nothing to read. */
	readonly place: string | null;
	/** "Mar 2026" where it changed within a year; else empty. */
	readonly changed: string;
	/** Cells of a topic stand in this order: its stances in theirs, then what takes no side, then what is not there. */
	readonly order: number;
}

export interface Matrix {
	/** The weightiest first. */
	readonly topics: readonly MatrixTopic[];
	/** By name. */
	readonly platforms: readonly MatrixPlatform[];
}

/** @throws Error where the file has a format that this code does not know: page and file come from different builds */
export function readMatrix(file: SidesFile): Matrix {
	if (file.format !== 1) throw new Error('The page is older than its data: load it anew');
	const { topics, latest } = file;
	const platforms = file.platforms.map(([name, slug, rows]) => ({
		name,
		slug,
		cells: new Map(
			rows.map(([kind, codes, places]) => [
				matrixKinds[kind] as MatrixKind,
				cellsOf(topics, codes, places, latest),
			]),
		),
	}));
	return { topics, platforms };
}

function cellsOf(
	topics: readonly MatrixTopic[],
	codes: string,
	places: readonly string[],
	latest: string,
): MatrixCell[] {
	let placed = 0;
	return topics.map((topic, at) => {
		const code = codes.slice(at * cellLength, (at + 1) * cellLength);
		const isPlaced = code[0] === sideSigns.gone || code[0] === sideSigns.mentions;
		return cellOf(topic, code, isPlaced ? (places[placed++] ?? '') : '', latest);
	});
}

function cellOf({ id, stances }: MatrixTopic, code: string, place: string, latest: string): MatrixCell {
	const [sign = '', ban = '', months = ''] = code;
	const changed = months === '.' ? '' : monthBefore(latest, Number.parseInt(months, 36));
	const page = place === '' ? `on/${id}/` : place;
	const without = (pattern: Pattern, words: string, order: number, href: string | null): MatrixCell => ({
		lines: words === '' ? [] : [{ pattern, words }],
		place: href,
		changed,
		order: stances.length + order,
	});
	if (sign === sideSigns.mentions) return without('mentions', 'mentions it', 0, page);
	if (sign === sideSigns.gone) return without('gone', 'taken out', 1, page);
	if (sign === sideSigns.silent) return without('silent', '', 2, null);
	if (sign === sideSigns.unread) return without('unread', 'unread', 3, null);
	const order = Number.parseInt(sign, 36);
	const [, words = '', side = 'affirms'] = stances[order] ?? [];
	const forbids = ban === '!' ? stances.filter((stance) => stance[2] === 'forbids').slice(0, 1) : [];
	return {
		lines: [
			{ pattern: side, words },
			...forbids.map(([, name]) => ({ pattern: 'forbids' as const, words: name })),
		],
		place: page,
		changed,
		order,
	};
}

/** `2026-11-30…`, 2 → "Sep 2026" */
function monthBefore(moment: string, months: number): string {
	const [year = 0, month = 0] = moment.slice(0, 7).split('-').map(Number);
	return shortMonth(new Date(Date.UTC(year, month - 1 - months)).toISOString());
}
