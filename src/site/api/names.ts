/** How answers name what they speak of. */
import type { Agreement, Archive, Platform } from '../../model/archive.ts';

/** What every answer needs of the archive. */
export type Recorded = Pick<Archive, 'collection' | 'prefix'>;

export interface Name {
	readonly id: string;
	readonly name: string;
}

export function nameOf({ slug, name }: Pick<Platform | Agreement, 'slug' | 'name'>): Name {
	return { id: slug, name };
}
