/** What a regulation touches in the archive: topics by its own file, provisions by theirs. */
import type { Archive, Provision } from '../../model/archive.ts';
import type { Regulation } from '../../model/regulation.ts';
import { dayInWords } from '../../text/days-in-words.ts';

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

export interface CountryRegulations {
	/** A country, or a union of some. */
	readonly country: string;
	/** Of its place on the page: `united-states`. */
	readonly anchor: string;
	readonly regulations: readonly Regulation[];
}

/** By country; inside, what holds in all of it before what holds in a part, each as the archive orders them. */
export function byCountry(regulations: readonly Regulation[]): CountryRegulations[] {
	return [...Map.groupBy(regulations, countryOf)]
		.map(([country, members]) => ({
			country,
			anchor: country.toLowerCase().replace(/[^a-z]+/g, '-'),
			regulations: members.toSorted(
				(one, other) =>
					Number(partOf(one) !== '') - Number(partOf(other) !== '') ||
					partOf(one).localeCompare(partOf(other), 'en'),
			),
		}))
		.sort((one, other) => one.country.localeCompare(other.country, 'en'));
}

function countryOf({ jurisdiction }: Pick<Regulation, 'jurisdiction'>): string {
	return jurisdiction.slice(jurisdiction.lastIndexOf(',') + 1).trim();
}

/** The part of a country in which it holds: `Texas`; nothing where it holds in all of it. */
export function partOf({ jurisdiction }: Pick<Regulation, 'jurisdiction'>): string {
	return jurisdiction.slice(0, Math.max(0, jurisdiction.lastIndexOf(','))).trim();
}

/** Name and citation, without what its short name or the citation already says. */
export function formalName({
	name,
	short,
	citation,
}: Pick<Regulation, 'name' | 'short' | 'citation'>): string {
	return name === short || citation.startsWith(name) ? citation : `${name}, ${citation}`;
}

/** "Compared with the official text on 30 November 2026" */
export function checkInWords({ checked }: Pick<Regulation, 'checked'>): string {
	const on = dayInWords(checked.on);
	return checked.beside === 'official text'
		? `Compared with the official text on ${on}`
		: `Gone over from memory on ${on}`;
}

/** How many of them were last gone over beside the official text. */
export function comparedWithText(regulations: readonly Pick<Regulation, 'checked'>[]): number {
	return regulations.filter(({ checked }) => checked.beside === 'official text').length;
}
