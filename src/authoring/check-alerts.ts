/** Whether there is what alerts are about: a slip of the pen would leave a channel silent for ever. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unknownName } from '../analysis/editorial/complaints.ts';
import type { Declarations } from '../archive/collection.ts';
import { openRepository } from '../archive/repository.ts';
import { fieldLines, lineOfField } from '../archive/yaml-file.ts';
import { checkCollectionVocabulary } from '../load/collection-vocabulary.ts';
import { readJoinedHistory } from '../load/joined-history.ts';
import type { About } from '../model/alerts.ts';
import type { Collection } from '../model/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault, orFault } from '../model/fault.ts';
import type { Topic } from '../model/topic.ts';
import { listed } from '../text/counts-in-words.ts';
import { recordedNames } from './recorded-names.ts';

/** Platform → its agreements: what is declared, and what was recorded. */
type KnownAgreements = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * One fault for each name that nobody knows, with the line on which it stands. Git is asked only where an alert names what is declared no
 * longer.
 */
export async function checkAlerts(
	directory: string,
	{ alerts, versions }: Pick<Collection, 'alerts' | 'versions'>,
	declarations: Declarations,
): Promise<Fault[]> {
	if (alerts.length === 0) return [];
	const { topics } = await checkCollectionVocabulary(directory);
	const declared = knownAgreements(declarations.declarations, new Map());
	const faults = await unknownIn(directory, alerts, declared, topics);
	if (faults.length === 0) return [];
	const repository = await orFault(openRepository(path.join(directory, versions)));
	if (repository instanceof Fault) return faults;
	const recorded = recordedNames(await readJoinedHistory(repository, declarations));
	return unknownIn(directory, alerts, knownAgreements(declarations.declarations, recorded), topics);
}

async function unknownIn(
	directory: string,
	alerts: Collection['alerts'],
	agreements: KnownAgreements,
	topics: readonly Topic[],
): Promise<Fault[]> {
	const file = path.join(directory, 'collection.yml');
	const lines = fieldLines(await readFile(file, 'utf8'));
	return alerts.flatMap(({ about }, alert) =>
		about.flatMap((each, at) =>
			slipsOf(each, agreements, topics).map(({ field, what, remedy }) => {
				// One thing that an alert is about may stand without a list around it.
				const inList = lines[`alerts.${alert}.about.${at}`] !== undefined;
				const place = ['alerts', alert, 'about', ...(inList ? [at] : []), field];
				const line = lineOfField(place, lines) ?? 1;
				return new Fault(`alerts › ${alert} › about › ${what}`, `${file}:${line}`, remedy);
			}),
		),
	);
}

interface Slip {
	readonly field: keyof About;
	readonly what: string;
	readonly remedy: string;
}

function slipsOf(about: About, agreements: KnownAgreements, topics: readonly Topic[]): Slip[] {
	const { platform, agreement } = about;
	const ids = topics.map(({ id }) => id);
	// Of a platform that nobody knows, nothing can be said of its agreements.
	if (platform !== undefined && !agreements.has(platform))
		return [...slips('platform', platform, [...agreements.keys()]), ...slips('topic', about.topic, ids)];
	const own = [...agreements].filter(([name]) => platform === undefined || name === platform);
	const names = new Set(own.flatMap(([, theirs]) => [...theirs]));
	return [
		...slips('agreement', agreement, [...names]),
		...slips('topic', about.topic, ids),
		...stanceSlips(about, topics),
	];
}

function stanceSlips({ topic: id, stance }: About, topics: readonly Topic[]): Slip[] {
	const topic = topics.find((each) => each.id === id);
	if (topic === undefined || stance === undefined) return [];
	if (topic.claimed) return slips('stance', stance, ['any', ...topic.stances.map(({ id }) => id)]);
	const claimed = topics.filter((each) => each.claimed).map((each) => each.id);
	return [
		{
			field: 'stance',
			what: `stance: nobody is told that a side turned on ${JSON.stringify(id)}: its rules are not measured well enough`,
			remedy: `Leave stance out to be told of each change on the topic. Sides are told on ${listed(claimed)}.`,
		},
	];
}

function slips(field: keyof About, name: string | undefined, names: readonly string[]): Slip[] {
	if (name === undefined || names.includes(name)) return [];
	const { what, remedy } = unknownName(field, name, names);
	return [{ field, what, remedy }];
}

function knownAgreements(
	declared: readonly Pick<DeclaredAgreement, 'platform' | 'agreement'>[],
	recorded: ReadonlyMap<string, readonly string[]>,
): KnownAgreements {
	const known = new Map([...recorded].map(([platform, names]) => [platform, new Set(names)]));
	for (const { platform, agreement } of declared)
		known.set(platform, (known.get(platform) ?? new Set()).add(agreement));
	return known;
}
