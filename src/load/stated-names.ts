/** What declarations say of former names, brought together with what an archive holds. */
import path from 'node:path';
import type { Successors } from '../analysis/history/successors.ts';
import type { FormerNames } from '../model/declaration.ts';

/** A stated name that leads to nothing, or to what goes on elsewhere. */
export interface NameRemark {
	/** Whose declaration states it. */
	readonly platform: string;
	readonly name: string;
	readonly why: string;
}

export interface StatedSuccessors {
	readonly successors: Successors;
	readonly remarks: readonly NameRemark[];
}

/**
 * Former names of agreements come first; what else a platform's former name holds belongs to it under the name that it had.
 * @param files all that the archive holds
 * @param declared files of what is captured today: they go on under their own names
 */
export function statedSuccessors(
	stated: readonly FormerNames[],
	files: readonly string[],
	declared: ReadonlySet<string>,
): StatedSuccessors {
	const held = new Set(files);
	const successors = new Map<string, string>();
	const remarks: NameRemark[] = [];
	const claims = [
		...stated.flatMap((names) => agreementClaims(names, held)),
		...stated.flatMap((names) => platformClaims(names, files)),
	];
	for (const claim of claims) {
		const { platform, name, pairs } = claim;
		const free = pairs.filter(([former]) => !declared.has(former) && !successors.has(former));
		for (const [former, fresh] of free) successors.set(former, fresh);
		const why = free.length > 0 ? null : whyNot(claim, successors);
		if (why !== null) remarks.push({ platform, name, why });
	}
	return { successors, remarks };
}

interface Claim {
	readonly platform: string;
	readonly name: string;
	/** Whether it is what is called so today as well. */
	readonly isOwnName: boolean;
	/** Of an agreement: nothing else of the platform may have what it claims. */
	readonly isOfOne: boolean;
	/** Former file and file of its successor. */
	readonly pairs: readonly (readonly [former: string, fresh: string])[];
}

/** `Old agreement`, at the platform or at one that it was; or `Old platform/Old agreement`. */
function agreementClaims(
	{ platform, platforms, agreements }: FormerNames,
	held: ReadonlySet<string>,
): Claim[] {
	return agreements.map(({ agreement, name }) => {
		const fresh = `${platform}/${agreement}.md`;
		const formers = name.includes('/') ? [name] : [platform, ...platforms].map((each) => `${each}/${name}`);
		const pairs = formers
			.map((former) => [`${former}.md`, fresh] as const)
			.filter(([former]) => former !== fresh && held.has(former));
		const isOwnName = name === agreement || name === `${platform}/${agreement}`;
		return { platform, name, pairs, isOwnName, isOfOne: true };
	});
}

function platformClaims({ platform, platforms }: FormerNames, files: readonly string[]): Claim[] {
	return platforms.map((name) => {
		const own = files.filter((file) => path.posix.dirname(file) === name && name !== platform);
		const pairs = own.map((former) => [former, `${platform}/${path.posix.basename(former)}`] as const);
		return { platform, name, pairs, isOwnName: name === platform, isOfOne: false };
	});
}

/** Null where nothing is left to claim, because agreements of the platform claim all of it by name. */
function whyNot({ platform, pairs, isOwnName, isOfOne }: Claim, successors: Successors): string | null {
	if (pairs.length === 0)
		return isOwnName ? 'it is called so today' : 'the archive holds nothing of that name';
	const other = pairs.find(([former, fresh]) =>
		isOfOne ? successors.get(former) !== fresh : successors.get(former)?.startsWith(`${platform}/`) !== true,
	);
	if (other === undefined) return null;
	const [former] = other;
	const today = successors.get(former);
	return today === undefined
		? `${inWords(former)} is declared under that name`
		: `${inWords(former)} is a former name of ${inWords(today)} already`;
}

function inWords(file: string): string {
	return `${path.posix.dirname(file)} › ${path.posix.basename(file, '.md')}`;
}
