/**
 * Which recorded agreement may go on under another name: one that nobody declares any more, and one that is declared and began after it, or not
 * yet, and looks like it. A guess to be asked about, never acted on: people say in a declaration what was renamed.
 */
import path from 'node:path';

/** What is known of an agreement, by its declaration or by its last record. */
export interface NamedAgreement {
	/** `<platform>/<agreement>.md` */
	readonly file: string;
	/** Addresses that its text is taken from. */
	readonly addresses: readonly string[];
}

export interface LikelyRename {
	readonly former: string;
	readonly fresh: string;
	/** `address`: the text is taken from the same page. */
	readonly why: 'address' | 'name';
}

/** Of each the place of its last record in the order of all commits. */
type Former = NamedAgreement & { readonly end: number };
/** Of each the place of its first record; infinite where nothing is recorded yet. */
type Fresh = NamedAgreement & { readonly begin: number };

/**
 * Each in one pair at most: by address first, then by names, at one platform or of one agreement.
 * @param former that are recorded and declared no longer
 * @param fresh that are declared, and may go on as one of them
 */
export function likelyRenames(former: readonly Former[], fresh: readonly Fresh[]): readonly LikelyRename[] {
	const found = new Map<string, LikelyRename>();
	const taken = new Set<string>();
	const pair = (why: LikelyRename['why'], looksLike: (one: Former, other: Fresh) => boolean): void => {
		for (const one of former) {
			if (found.has(one.file)) continue;
			const other = fresh.find(
				(each) => !taken.has(each.file) && each.begin > one.end && looksLike(one, each),
			);
			if (other === undefined) continue;
			taken.add(other.file);
			found.set(one.file, { former: one.file, fresh: other.file, why });
		}
	};
	pair('address', sharesAddress);
	pair('name', (one, other) => isNamedLike(one.file, other.file));
	return [...found.values()];
}

function sharesAddress(one: NamedAgreement, other: NamedAgreement): boolean {
	const own = new Set(one.addresses.map(plain));
	return other.addresses.some((address) => own.has(plain(address)));
}

/** Without what pages of one text differ in: the scheme, `www.`, a slash at the end, the fragment. */
function plain(address: string): string {
	return address
		.replace(/^https?:\/\/(?:www\.)?/i, '')
		.replace(/#.*$/, '')
		.replace(/\/$/, '')
		.toLowerCase();
}

function isNamedLike(one: string, other: string): boolean {
	const [platform, agreement] = partsOf(one);
	const [otherPlatform, otherAgreement] = partsOf(other);
	if (platform === otherPlatform) return isAlike(agreement, otherAgreement);
	return agreement === otherAgreement && isAlike(platform, otherPlatform);
}

function partsOf(file: string): readonly [platform: string, agreement: string] {
	return [path.posix.dirname(file), path.posix.basename(file, '.md')];
}

/** Half of the words of the longer name, or most pairs of letters: "Terms of Use" and "Terms of Service", "Twiter" and "Twitter". */
function isAlike(one: string, other: string): boolean {
	return dice(wordsOf(one), wordsOf(other)) >= 0.5 || dice(pairsOf(one), pairsOf(other)) > 0.6;
}

function wordsOf(name: string): readonly string[] {
	return (
		name
			.toLowerCase()
			.match(/[\p{L}\p{N}]{2,}/gu)
			?.filter((word) => !/^(?:of|the|and|for)$/.test(word)) ?? []
	);
}

function pairsOf(name: string): readonly string[] {
	const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}

function dice(one: readonly string[], other: readonly string[]): number {
	const [own, theirs] = [new Set(one), new Set(other)];
	if (own.size + theirs.size === 0) return 0;
	return (2 * [...own].filter((each) => theirs.has(each)).length) / (own.size + theirs.size);
}
