/** Which agreement goes on under another name: one that was renamed, or whose platform was, is recorded as a new one. */
import path from 'node:path';

/** What is known of the recorded history of one file. */
export interface Recorded {
	/** `<platform>/<agreement>.md` */
	readonly file: string;
	/** Places in the order of all commits: of its first record, and of the last that holds a text. */
	readonly begin: number;
	readonly end: number;
	/** True where a later text of it is another than its first. */
	readonly goesOn: boolean;
	/** True where a commit took the file away. */
	readonly isGone: boolean;
}

/** Two files, one of which may go on as the other. */
export interface Succession<File extends Recorded = Recorded> {
	readonly former: File;
	readonly fresh: File;
}

/** Former file → file of its successor, which may have one itself. */
export type Successors = ReadonlyMap<string, string>;

/**
 * Pairs of which one began after the last record of the other: at the same platform; or at another, where all of the former platform had
 * ended by then. A text without a later record may have gone on unchanged, so at another platform the file must be gone, or the fresh
 * one must have changed since. What is declared goes on itself.
 * @param declared files of what is captured today
 */
export function possibleSuccessions<File extends Recorded>(
	recorded: readonly File[],
	declared: ReadonlySet<string>,
): Succession<File>[] {
	const ends = platformEnds(recorded);
	const endOf = ({ file }: File): number => ends.get(platformOf(file)) as number;
	const formers = recorded.filter(({ file }) => !declared.has(file));
	return recorded.flatMap((fresh) =>
		formers
			.filter((former) =>
				isOfOnePlatform({ former, fresh })
					? former.end < fresh.begin
					: endOf(former) < fresh.begin && (fresh.goesOn || former.isGone),
			)
			.map((former) => ({ former, fresh })),
	);
}

/**
 * An agreement succeeds the one whose last text it began with: the only one of its own platform or, where its platform has none, the only
 * one of others. No name proves anything: at a platform that was renamed, the page of another country may have come in the place of one.
 * @param same possible successions of which the texts are the same
 */
export function successorsOf(same: readonly Succession[]): Successors {
	const found = [...Map.groupBy(same, ({ fresh }) => fresh.file).values()].flatMap((claims) => {
		const own = claims.filter(isOfOnePlatform);
		return alone(own.length > 0 ? own : claims);
	});
	const proven = [...Map.groupBy(found, ({ former }) => former.file).values()].flatMap(alone);
	return new Map(proven.map(({ former, fresh }) => [former.file, fresh.file]));
}

function alone(claims: readonly Succession[]): readonly Succession[] {
	return claims.length === 1 ? claims : [];
}

function isOfOnePlatform({ former, fresh }: Succession): boolean {
	return platformOf(former.file) === platformOf(fresh.file);
}

function platformEnds(recorded: readonly Recorded[]): Map<string, number> {
	const ends = new Map<string, number>();
	for (const { file, end } of recorded) {
		const platform = platformOf(file);
		ends.set(platform, Math.max(end, ends.get(platform) ?? end));
	}
	return ends;
}

/** Folder of a file. */
function platformOf(file: string): string {
	return path.posix.dirname(file);
}
