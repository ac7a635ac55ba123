/** What a regulation touches in the archive: topics by its own file, provisions by theirs. */
import type { Archive, Provision } from '../../model/archive.ts';
import type { Regulation } from '../../model/regulation.ts';

export interface TouchingProvision {
	readonly provision: Provision;
	/** `Articles 6 and 21` */
	readonly citation: string;
	readonly touches: string;
}

/** One line for each citation, in the order of the archive. */
export function provisionsTouching(
	{ provisions }: Pick<Archive, 'provisions'>,
	{ id }: Pick<Regulation, 'id'>,
): TouchingProvision[] {
	return provisions.flatMap((provision) =>
		provision.regulations
			.filter(({ regulation }) => regulation === id)
			.map(({ citation, touches }) => ({ provision, citation, touches })),
	);
}

/** By jurisdiction, inside by short name, as the archive orders them. */
export function byJurisdiction(
	regulations: readonly Regulation[],
): { readonly jurisdiction: string; readonly regulations: readonly Regulation[] }[] {
	return [...Map.groupBy(regulations, ({ jurisdiction }) => jurisdiction)]
		.map(([jurisdiction, members]) => ({ jurisdiction, regulations: members }))
		.sort((one, other) => one.jurisdiction.localeCompare(other.jurisdiction, 'en'));
}
