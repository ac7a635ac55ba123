/** Which of a collection's agreements a run is about. */
import path from 'node:path';
import { brokenPlatform, type Declarations } from '../archive/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault } from '../model/fault.ts';
import type { Retirement } from '../model/retirement.ts';
import type { Shard } from '../model/shard.ts';
import { inShard } from './shard.ts';

export interface AgreementChoice {
	/** Of the collection. */
	readonly directory: string;
	/** Only this platform, only this agreement: names as in the archive. */
	readonly platform?: string | undefined;
	readonly agreement?: string | undefined;
	/** Only the platforms of this part of the collection. */
	readonly shard?: Shard | undefined;
}

export interface ChosenAgreements {
	readonly chosen: readonly DeclaredAgreement[];
	/** Declarations that cannot be used and may be meant. */
	readonly broken: readonly Fault[];
}

/** @throws Fault where nothing is declared by these names */
export function chooseAgreements(
	{ declarations, faults }: Declarations,
	choice: AgreementChoice,
): ChosenAgreements {
	const { platform, agreement, shard } = choice;
	const isMeant = (name: string) =>
		(shard === undefined || inShard(name, shard)) && (platform === undefined || name === platform);
	const named = declarations.filter(
		(each) => isMeant(each.platform) && (agreement === undefined || each.agreement === agreement),
	);
	const chosen = named.filter(({ retired }) => retired === undefined);
	const broken = faults.filter((fault) => isMeant(brokenPlatform(fault)));
	// A shard of a small collection may be empty.
	if (chosen.length + broken.length > 0 || shard !== undefined) return { chosen, broken };
	if (platform === undefined && named.length > 0) return { chosen, broken };
	if (named[0]?.retired !== undefined) throw nothingFollowed(choice, named[0].retired);
	throw nothingChosen(choice, declarations);
}

function nothingFollowed({ directory, platform, agreement }: AgreementChoice, { day }: Retirement): Fault {
	const wanted = [platform, agreement].filter((name) => name !== undefined).join(' › ');
	return new Fault(
		`${wanted} is declared as retired, since ${day}`,
		path.join(directory, 'declarations', `${platform}.json`),
		'Take "retired" out to capture it again.',
	);
}

function nothingChosen(
	{ directory, platform, agreement }: AgreementChoice,
	declarations: readonly DeclaredAgreement[],
): Fault {
	const folder = path.join(directory, 'declarations');
	if (declarations.length === 0)
		return new Fault('no declaration is here', folder, 'Write <platform>.json, or copy one.');
	const wanted = [platform, agreement].filter((name) => name !== undefined).join(' › ');
	const platforms = [...new Set(declarations.map((each) => each.platform))];
	const near = platforms.includes(platform ?? '')
		? declarations.filter((each) => each.platform === platform).map((each) => each.agreement)
		: platforms;
	return new Fault(`nothing is declared as ${wanted}`, folder, `Declared are: ${near.join(', ')}.`);
}
