/** What a built site weighs, by the kinds of its files, beside what it was expected to. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Archive } from '../model/archive.ts';
import { fileKinds, kindOfFile } from '../site/weight/file-kinds.ts';

export interface KindWeight {
	/** `FileKind.name` */
	readonly kind: string;
	readonly files: number;
	readonly bytes: number;
	/** Bytes, told before any of it was written. */
	readonly expected: number;
}

/** @param files below `directory` */
export function weighSite(archive: Archive, directory: string, files: readonly string[]): KindWeight[] {
	const found = Map.groupBy(files, kindOfFile);
	return fileKinds.map((kind) => {
		const own = found.get(kind) ?? [];
		const bytes = own.reduce((sum, file) => sum + statSync(path.join(directory, file)).size, 0);
		return {
			kind: kind.name,
			files: own.length,
			bytes,
			expected: Math.round(kind.expected(archive)),
		};
	});
}

export function bytesOf(weight: readonly KindWeight[]): number {
	return weight.reduce((sum, { bytes }) => sum + bytes, 0);
}
