/**
 * Which versions of an agreement are followed clause by clause. A page may hold anything: one of forty thousand short lines would cost
 * every build seconds for ever, and a history of many such pages all memory.
 */

interface Size {
	readonly lines: number;
	readonly bytes: number;
}

/** Of one version. The largest agreement met in two real archives has 5,595 lines and 0.95 MB. */
export const mostOfVersion: Size = { lines: 20_000, bytes: 4_000_000 };
/** Of all distinct texts of one agreement together. The most met is 88 MB. */
export const mostOfAgreement: Size = { lines: 5_000_000, bytes: 500_000_000 };

/**
 * One agreement's. Looks back only: what comes later never alters which versions are followed.
 * @returns whether the next distinct text, in commit order, is followed; one that is not takes nothing from what is left
 */
export function ledgerBounds(): (bytes: Uint8Array) => boolean {
	let left = mostOfAgreement;
	return (bytes) => {
		if (bytes.length > Math.min(mostOfVersion.bytes, left.bytes)) return false;
		const lines = countLines(bytes);
		if (lines > Math.min(mostOfVersion.lines, left.lines)) return false;
		left = { lines: left.lines - lines, bytes: left.bytes - bytes.length };
		return true;
	};
}

const newline = 10;

function countLines(bytes: Uint8Array): number {
	let lines = 1;
	for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines++;
	return lines;
}
