/** Makes `matrix/sides.json.gz` of an archive. */
import { isStanding } from '../../analysis/history/standing.ts';
import { agreementKinds, kindOf } from '../../analysis/topics/agreement-kinds.ts';
import { topicsWithPage } from '../../analysis/topics/own-side.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { spreadOf } from '../topics/adoption.ts';
import { cellOf, type SideCell } from './side-cell.ts';
import { type FileRow, type SidesFile, sideSigns } from './sides-format.ts';

const made = new WeakMap<Archive, SidesFile>();

/** Made once: each page of the matrix is drawn from it. */
export function sidesFile(archive: Archive): SidesFile {
	const file = made.get(archive) ?? makeFile(archive);
	made.set(archive, file);
	return file;
}

function makeFile(archive: Archive): SidesFile {
	const topics = weightiestFirst(archive);
	return {
		format: 1,
		latest: archive.latest ?? '',
		kinds: agreementKinds.map(({ id }) => id),
		topics: topics.map(({ id, name, stances }) => ({
			id,
			name,
			stances: stances.map((stance) => [stance.id, stance.name, stance.side]),
		})),
		platforms: archive.platforms
			.map((platform) => [platform.name, platform.slug, rowsOf(archive, platform, topics)] as const)
			.filter(([, , rows]) => rows.length > 0),
	};
}

function weightiestFirst(archive: Archive): Topic[] {
	const found = (topic: Topic): number => spreadOf(archive, topic).with;
	return archive.topics.toSorted(
		(one, other) =>
			other.weight - one.weight || found(other) - found(one) || (one.name < other.name ? -1 : 1),
	);
}

function rowsOf(archive: Archive, platform: Platform, topics: readonly Topic[]): FileRow[] {
	const standing = platform.agreements.filter(isStanding);
	if (standing.length === 0) return [];
	const ofKind = Map.groupBy(standing, ({ name }) => kindOf(name));
	const scopes = [standing, ...agreementKinds.map(({ id }) => ofKind.get(id) ?? [])];
	const paged = topicsWithPage(platform);
	return scopes.flatMap((agreements, kind) => {
		if (agreements.length === 0) return [];
		return [rowOf(archive, { platform, agreements }, topics, kind, paged)];
	});
}

function rowOf(
	archive: Archive,
	scope: { readonly platform: Platform; readonly agreements: readonly Agreement[] },
	topics: readonly Topic[],
	kind: number,
	paged: ReadonlySet<string>,
): FileRow {
	const cells = topics.map((topic) => ({ topic, cell: cellOf(archive, scope, topic) }));
	const placed = cells.filter(({ cell }) => cell.side === 'gone' || cell.side === 'mentions');
	return [
		kind,
		cells.map(({ cell }) => codeOf(cell)).join(''),
		placed.map(({ topic, cell }) => (paged.has(topic.id) ? '' : cell.place)),
	];
}

function codeOf({ side, forbids, changed }: SideCell): string {
	const own = typeof side === 'number' ? side.toString(36) : sideSigns[side];
	return `${own}${forbids ? '!' : '.'}${changed === null ? '.' : changed.toString(36)}`;
}
