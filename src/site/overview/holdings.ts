/** Figures about the whole archive. */
import type { Archive } from '../../model/archive.ts';
import type { Counts } from '../../model/change-kinds.ts';
import { countChanges } from './counts.ts';

export interface Holdings {
	readonly agreements: number;
	/** Of today's texts, as far as they can be told. */
	readonly languages: number;
	/** Clauses of today's texts. */
	readonly clauses: number;
	readonly counts: Counts;
	/** Moment of the oldest version; null for an empty archive. */
	readonly since: string | null;
}

export function holdings(archive: Archive): Holdings {
	const { platforms, entries } = archive;
	const agreements = platforms.flatMap((platform) => platform.agreements);
	const languages = new Set(
		agreements.map(({ language }) => language).filter((language) => language !== 'und'),
	);
	return {
		agreements: agreements.length,
		languages: languages.size,
		clauses: agreements.reduce((sum, agreement) => sum + agreement.clauses, 0),
		counts: countChanges(archive, entries),
		since: entries.at(-1)?.change.version.fetched ?? null,
	};
}
