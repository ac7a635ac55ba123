/** Whether what an agreement says counts as what its platform says today: it is in the archive, and followed. */
import type { Agreement } from '../../model/archive.ts';
import { withdrawn } from './withdrawn.ts';

/** An agreement that is followed no longer says what it said on its last day, which nobody knows to hold today. */
export function isStanding({ retired, versions }: Pick<Agreement, 'retired' | 'versions'>): boolean {
	return retired === null && withdrawn(versions) === null;
}

/** @returns ISO 8601, or a day, from which on it stands no longer; null where it stands */
export function endOfStanding({ retired, versions }: Pick<Agreement, 'retired' | 'versions'>): string | null {
	return withdrawn(versions) ?? retired?.day ?? null;
}
