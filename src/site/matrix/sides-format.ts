/**
 * `matrix/sides.json.gz`: which side each platform takes on each topic, in one public file, JSON in gzip. Found by rule, not reviewed.
 *
 * `format` is raised whenever a reader of the file has to be altered. `topics` stand by weight, the widest found first. A platform has a
 * row for all of its agreements that stand, and one for those of each kind: `kind` is 0 for all, else the place in `kinds` counted from 1.
 * `cells` holds three signs a topic. The first is the side: `?` no rule reads an agreement, `.` no clause found, `x` none today and one that
 * went out within a year, `m` a clause that takes no side which is proven, else the place of the stance in the topic's list in base 36. The
 * second is `!` where something is forbidden to the person, too. The third says how many months before that of `latest` a clause with this
 * side came in, was reworded or went out, in base 36; `.` where that is more than a year ago. `places` has an entry for each cell of `x` and `m`,
 * in their order: what it leads to, below the platform's page; empty where the platform has a page on the topic (`<platform>/on/<topic>/`),
 * as it has for every stance and for most that ended.
 */
import { type AgreementKind, agreementKinds } from '../../analysis/topics/agreement-kinds.ts';
import type { Stance } from '../../model/topic.ts';

/** All agreements of a platform, or those of one kind. */
export type MatrixKind = 'all' | AgreementKind;

export const matrixKinds: readonly MatrixKind[] = ['all', ...agreementKinds.map(({ id }) => id)];

export type FileRow = readonly [kind: number, cells: string, places: readonly string[]];

export interface SidesFile {
	readonly format: 1;
	/** Moment of the archive's newest version; empty for an empty archive. */
	readonly latest: string;
	readonly kinds: readonly AgreementKind[];
	readonly topics: readonly {
		readonly id: string;
		readonly name: string;
		readonly stances: readonly (readonly [id: string, name: string, side: Stance['side']])[];
	}[];
	/** By name; those of which no agreement stands are left out. */
	readonly platforms: readonly (readonly [name: string, slug: string, rows: readonly FileRow[]])[];
}

export const sideSigns = { unread: '?', silent: '.', gone: 'x', mentions: 'm' } as const;

/** Signs a topic takes in `cells`. */
export const cellLength = 3;
