/** `declarations/<platform>.history.json`: the rules by which a platform's agreements were read before, in Open Terms Archive's format. */
import { z } from 'zod';
import { agreementSchema, type DeclaredAgreement, declaredAgreement } from './declaration.ts';

/** With a time zone, so that it means the same instant everywhere: `2022-03-15T10:17:27Z`, `2021-03-15T22:31:32+04:00`. */
const standardMoment = z.iso.datetime({ offset: true });

const moment = z
	.string('a time with its zone is expected, such as 2022-03-15T10:17:27Z')
	.refine((text) => isStandard(text) || isLooseMoment(text), {
		error: 'a time with its zone is expected, such as 2022-03-15T10:17:27Z',
	});

/** Written otherwise than the standard has it, and the same instant to every reader: `+0100` for `+01:00`, a blank for the T. */
export function isLooseMoment(text: string): boolean {
	return !isStandard(text) && isStandard(inStandard(text));
}

/** `2024-02-28 23:59:59 +0100` → `2024-02-28T23:59:59+01:00`; any other text as it is. */
function inStandard(text: string): string {
	const loose = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?([Zz]|[+-]\d\d:?\d\d)$/.exec(
		text,
	);
	if (loose === null) return text;
	const [, day, time, zone = ''] = loose;
	return `${day}T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()}`;
}

function isStandard(text: string): boolean {
	return standardMoment.safeParse(text).success;
}

export const declarationHistorySchema = z.record(
	z.string(),
	z.array(agreementSchema.safeExtend({ validUntil: moment })),
);

export type DeclarationHistory = z.infer<typeof declarationHistorySchema>;

/** Rules that were in force until a moment, that moment included. */
export interface PastAgreement extends DeclaredAgreement {
	readonly validUntil: Date;
}

/** The agreements of a history file, by agreement in the order of the file and then by time, whatever the order of the entries. */
export function pastAgreements(platform: string, history: DeclarationHistory): PastAgreement[] {
	return Object.entries(history).flatMap(([agreement, entries]) =>
		entries
			.map(({ validUntil, ...rules }) => ({
				...declaredAgreement(platform, agreement, rules),
				validUntil: new Date(inStandard(validUntil)),
			}))
			.sort((one, other) => one.validUntil.getTime() - other.validUntil.getTime()),
	);
}

/**
 * The rules of one agreement at a moment: the past ones that ended first after it, else today's. Undefined where the agreement
 * was given up before.
 * @param past of any agreements, each agreement's by time
 */
export function declaredOn(
	moment: Date,
	platform: string,
	agreement: string,
	current: readonly DeclaredAgreement[],
	past: readonly PastAgreement[],
): DeclaredAgreement | undefined {
	const isMeant = (each: DeclaredAgreement) => each.platform === platform && each.agreement === agreement;
	const then = past.find((each) => isMeant(each) && moment <= each.validUntil);
	return then ?? current.find(isMeant);
}

/** All agreements as they were declared at a moment, those of today first; what was given up before is not among them. */
export function declarationsOn(
	moment: Date,
	current: readonly DeclaredAgreement[],
	past: readonly PastAgreement[],
): readonly DeclaredAgreement[] {
	const key = (each: DeclaredAgreement) => JSON.stringify([each.platform, each.agreement]);
	const inForce = new Map(current.map((each) => [key(each), each]));
	// From the latest to the earliest, so that of several the one that ended first stays.
	for (const each of past.toReversed()) if (moment <= each.validUntil) inForce.set(key(each), each);
	return [...inForce.values()];
}
