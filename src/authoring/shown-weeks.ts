/** Which weeks have a digest: those of more than versions with no change in the terms, as the analysis of a few of their agreements proves. */
import type { VersionsRepository } from '../archive/repository.ts';
import { newestFirst } from '../load/collect-platforms.ts';
import type { JoinedHistory } from '../load/joined-history.ts';
import { readAgreements } from '../load/load-archive.ts';
import { weeksShown } from '../site/digest/digest.ts';
import { weekOf } from '../text/weeks.ts';

/** Read at once: of most weeks the first few prove that there is one. */
const batch = 4;

/**
 * Shorter histories first, for they are read sooner, and no more than need be: a week of a large archive has hundreds of agreements.
 * @param asked weeks, `2026-W25`
 * @returns those of them that have a page
 */
export async function shownWeeks(
	{ directory }: Pick<VersionsRepository, 'directory'>,
	history: JoinedHistory,
	asked: ReadonlySet<string>,
): Promise<readonly string[]> {
	const shown: string[] = [];
	for (const week of asked) if (await isShown(directory, history, week)) shown.push(week);
	return shown;
}

async function isShown(directory: string, history: JoinedHistory, week: string): Promise<boolean> {
	const candidates = [...history.versions]
		.filter(([, versions]) => versions.some(({ fetched }) => weekOf(fetched) === week))
		.sort(([, one], [, other]) => one.length - other.length)
		.map(([file]) => file);
	for (let at = 0; at < candidates.length; at += batch) {
		const platforms = await readAgreements(directory, history, new Set(candidates.slice(at, at + batch)));
		if (weeksShown(newestFirst(platforms)).some(([name]) => name === week)) return true;
	}
	return false;
}
