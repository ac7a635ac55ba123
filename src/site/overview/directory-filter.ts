/** Which platforms of the directory a reader wants to see. */

/** Case, accents and signs play no part. */
export function simplified(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]+/gu, '')
		.toLowerCase();
}

export interface ListedPlatform {
	/** As `simplified`. */
	readonly name: string;
	/** Of its agreements, by `AgreementKind`. */
	readonly kinds: readonly string[];
}

/** @param kind empty for any */
export function isWanted({ name, kinds }: ListedPlatform, typed: string, kind: string): boolean {
	return name.includes(simplified(typed)) && (kind === '' || kinds.includes(kind));
}
