/** Of an archive that several sites share, the agreements of this one. */
import path from 'node:path';
import type { Declarations } from '../archive/collection.ts';
import type { Collection } from '../model/collection.ts';
import { Fault } from '../model/fault.ts';
import type { AgreementHistory } from './analyse-agreements.ts';
import type { JoinedHistory } from './joined-history.ts';

/**
 * @returns all, or those of the platforms that the collection names
 * @throws Fault where nothing is recorded or declared of one that it names: a slip there would empty a site
 */
export function shownHistories(
	{ platforms }: Pick<Collection, 'platforms'>,
	{ declarations }: Pick<Declarations, 'declarations'>,
	history: Pick<JoinedHistory, 'versions'>,
): AgreementHistory[] {
	const all = [...history.versions].map(([file, versions]) => ({ file, versions }));
	if (platforms === undefined) return all;
	const known = new Set([...all.map(platformOf), ...declarations.map(({ platform }) => platform)]);
	const unknown = platforms.filter((name) => !known.has(name));
	if (unknown.length > 0) {
		throw new Fault(
			`platforms: nothing is recorded or declared of ${unknown.map((name) => JSON.stringify(name)).join(', ')}`,
			'collection.yml',
			'Name platforms as their folders are named, or leave the field out to show all.',
		);
	}
	const shown = new Set(platforms);
	return all.filter((each) => shown.has(platformOf(each)));
}

function platformOf({ file }: Pick<AgreementHistory, 'file'>): string {
	return path.posix.dirname(file);
}
