/** FNV-1a in 32 bits: a hash for telling apart what is compared within one program, cheap enough to be made of every word. */

export const fnvStart = 0x811c9dc5;
export const fnvPrime = 0x01000193;

/** The hash once one more unit is read. */
export function fnvStep(hash: number, unit: number): number {
	return Math.imul(hash ^ unit, fnvPrime);
}

/** Of the code units of `text`; a signed integer. */
export function fnv(text: string, start = 0, end = text.length): number {
	let hash = fnvStart;
	for (let at = start; at < end; at++) hash = fnvStep(hash, text.charCodeAt(at));
	return hash;
}
