/** Names of platforms that are host names are long and have no space: in a narrow column they may break after a dot, and not before the last letter. */

/** The parts of a name between which a line may break; joined they are the name. */
export function breakableParts(name: string): string[] {
	return name.split(/(?<=\p{L}[./_@])(?=\p{L})/u);
}
