/** What declarations say of names, held against what is recorded: former names that lead nowhere, and agreements that nobody declares any more. */
import path from 'node:path';
import type { Declarations } from '../archive/collection.ts';
import type { JoinedHistory } from '../load/joined-history.ts';
import { declaredFiles, namedFiles } from '../load/joined-history.ts';
import { type Retirements, retirementsOf } from '../load/retirements.ts';
import { statedSuccessors } from '../load/stated-names.ts';
import { inWords, renameQuestion, undeclared } from '../load/undeclared.ts';
import type { Status } from '../model/status.ts';

/** Named one by one; an archive of which few are declared has hundreds more. */
const mostNamed = 10;

export function nameRemarks(
	declarations: Declarations,
	history: JoinedHistory,
	status: Status | null,
): readonly string[] {
	const { files, renames } = undeclared(declarations, history);
	const asked = new Set(renames.map(({ former }) => former));
	const retirements = retirementsOf(history.versions, declarations, status);
	const over = files.filter((file) => !asked.has(file));
	const more = over.length - mostNamed;
	return [
		...formerNameRemarks(declarations, history),
		...renames.map(renameQuestion),
		...recordedSince(retirements, history, declarations),
		...over
			.slice(0, mostNamed)
			.map(
				(file) =>
					`${inWords(file)} is recorded and declared no longer: its pages say that it was followed until ${retirements.get(file)?.day}`,
			),
		...(more > 0 ? [`… and so are ${more} more`] : []),
	];
}

/** Of a day after which a text was recorded it is not so that nothing was followed any more. */
function recordedSince(
	retirements: Retirements,
	{ versions }: JoinedHistory,
	declarations: Declarations,
): readonly string[] {
	const declared = declaredFiles(declarations, [...versions.keys()]);
	return [...retirements].flatMap(([file, { day }]) => {
		const last = versions.get(file)?.at(-1)?.fetched.slice(0, 10) ?? '';
		if (!declared.has(file) || last <= day) return [];
		return [
			`declarations/${path.posix.dirname(file)}.json: ${inWords(file)} is retired since ${day}, and a text of ${last} is recorded: take retired out where it is followed again, else state the last day`,
		];
	});
}

function formerNameRemarks(declarations: Declarations, history: JoinedHistory): readonly string[] {
	const files = namedFiles(history);
	const { remarks } = statedSuccessors(declarations.formerly, files, declaredFiles(declarations, files));
	return remarks.map(
		({ platform, name, why }) => `declarations/${platform}.json: formerly ${JSON.stringify(name)}: ${why}`,
	);
}
