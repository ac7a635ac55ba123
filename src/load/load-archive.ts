/** The one bridge from the archive to the pages: reads a whole collection with its history, once per process. */
import path from 'node:path';
import { captureGaps } from '../analysis/changes/capture-gaps.ts';
import { eventsOf } from '../analysis/changes/told-once.ts';
import { type EditorialComplaint, explain } from '../analysis/editorial/explain.ts';
import { topicSpreads } from '../analysis/topics/topic-spread.ts';
import { type Declarations, readCollection, readDeclarations } from '../archive/collection.ts';
import { type Editorial, readEditorial } from '../archive/editorial.ts';
import { openRepository } from '../archive/repository.ts';
import { readStatus } from '../archive/status-file.ts';
import { readVocabulary } from '../archive/vocabulary.ts';
import type { Archive, Platform } from '../model/archive.ts';
import type { Written } from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import { root } from '../root.ts';
import { type Analyse, type AnalysedAgreement, analyseAgreements } from './analyse-agreements.ts';
import { archiveDirectory } from './archive-directory.ts';
import { countClasses, formerPlatforms, groupByPlatform, newest, newestFirst } from './collect-platforms.ts';
import { type JoinedHistory, namedFiles, readJoinedHistory } from './joined-history.ts';
import type { ReadHistory } from './kept-history.ts';

const archiveKey = Symbol.for('clausetrail.archive');

/**
 * Where the archive that is read once is kept. Not a variable of this module: a build runs a bundled copy of it for the pages beside
 * the one that the build command imports, and both must see one archive.
 */
const shared = globalThis as { [archiveKey]?: Promise<Archive> };

/** The archive of {@link archiveDirectory}. Read once, then shared by all pages. */
export function loadArchive(): Promise<Archive> {
	shared[archiveKey] ??= readArchive(archiveDirectory());
	return shared[archiveKey];
}

/** As it stands now, whatever this process read before; the pages that are rendered next share it. */
export function loadArchiveAnew(analyse: Analyse, read: ReadHistory): Promise<Archive> {
	shared[archiveKey] = readArchive(archiveDirectory(), analyse, read);
	return shared[archiveKey];
}

/** What compiled pages of this thread take for the archive from now on. */
export function shareArchive(archive: Archive): void {
	shared[archiveKey] = Promise.resolve(archive);
}

/** Of each text that a person wrote, its file below the collection and its MDX without the head. */
export type Bodies = readonly Pick<Written, 'file' | 'body'>[];

/** The bodies alone, without a look into the history. */
export async function loadBodies(): Promise<Bodies> {
	const { provisions, posts, notes } = await readEditorial(archiveDirectory());
	return [...provisions, ...posts, ...notes];
}

/**
 * Reads an archive: one `git log`, one `git cat-file`, a ledger per agreement. Marks the spent time as the performance
 * measures `clausetrail:read` and `clausetrail:analyse`.
 * @throws Fault where git or the collection cannot be read, or a quote is not in its agreement: nothing is published of a half-read
 * archive, and no claim that is not proven
 */
export async function readArchive(
	directory: string,
	analyse: Analyse = analyseAgreements,
	read?: ReadHistory,
): Promise<Archive> {
	const clock = stopwatch();
	const collection = await readCollection(directory);
	const repository = await openRepository(path.join(directory, collection.versions));
	const declarations = await readDeclarations(directory);
	const history = await readJoinedHistory(repository, declarations, read);
	const declared = declaredAgreements(declarations);
	const status = await readStatus(directory);
	const vocabulary = await readVocabulary(vocabularyFolder());
	const editorial = await readEditorial(directory);
	clock.lap('read');
	const histories = [...history.versions].map(([file, versions]) => ({ file, versions }));
	const agreements: AnalysedAgreement[] = [];
	for await (const agreement of analyse(repository.directory, histories, vocabulary.topics, clock.lap))
		agreements.push(agreement);
	const platforms = groupByPlatform(agreements, namedFiles(history), history.former);
	const { provisions, faults } = explained(directory, editorial, { platforms, ...vocabulary });
	refuse(faults, directory);
	const entries = newestFirst(platforms);
	clock.lap('analyse');
	clock.record();
	const { head, prefix } = repository;
	const counts = { classCounts: countClasses(entries) };
	const latest = newest(entries);
	return {
		collection,
		platforms,
		formerPlatforms: formerPlatforms(platforms),
		entries,
		events: eventsOf(entries),
		...counts,
		report: history.report,
		head,
		prefix,
		declared,
		status,
		...vocabulary,
		spread: topicSpreads(platforms, vocabulary.topics),
		provisions,
		hasProvisions: provisions.length > 0,
		posts: editorial.posts.toSorted((one, other) => (one.published < other.published ? 1 : -1)),
		notes: editorial.notes,
		latest,
		redlines: new Map(),
		gaps: captureGaps(entries.map(({ change }) => change.version.fetched)),
	};
}

/**
 * What people wrote, proven by the archive, and every fault in it.
 * @param directory of the collection, for the places of the faults
 */
export function explained(
	directory: string,
	editorial: Editorial,
	spoken: Parameters<typeof explain>[1],
): { readonly provisions: Archive['provisions']; readonly faults: readonly Fault[] } {
	const { provisions, complaints } = explain(editorial, spoken);
	const faults = complaints.map(({ file, line, what, remedy }: EditorialComplaint) => {
		const place = path.join(directory, file);
		return new Fault(what, line === undefined ? place : `${place}:${line}`, remedy);
	});
	return { provisions, faults: [...editorial.faults, ...faults, ...toCome(directory, editorial, spoken)] };
}

/** Where the day begins first on Earth, it is fourteen hours ahead. */
const farthestEast = 14 * 3_600_000;

/** Reviews of a day that is still to come, by the clock and by the archive: of one, nobody can have read the clause. */
function toCome(
	directory: string,
	{ provisions }: Editorial,
	{ platforms }: Parameters<typeof explain>[1],
): readonly Fault[] {
	const recorded = (newest(newestFirst(platforms ?? [])) ?? '').slice(0, 10);
	const today = new Date(Date.now() + farthestEast).toISOString().slice(0, 10);
	return provisions
		.filter(({ reviewed }) => reviewed > today && reviewed > recorded)
		.map(({ file, reviewed, fieldLines }) => {
			const place = `${path.join(directory, file)}:${fieldLines.reviewed ?? 1}`;
			const what = `reviewed: ${reviewed} is still to come`;
			return new Fault(what, place, 'Write the day on which somebody last read the clause.');
		});
}

function refuse(faults: readonly Fault[], directory: string): void {
	if (faults.length === 0) return;
	const [first] = faults as readonly [Fault];
	if (faults.length === 1) throw first;
	const what = `${faults.length} faults in what people wrote:\n\n${faults.map(({ message }) => message).join('\n\n')}\n`;
	throw new Fault(what, directory, 'Mend them; npm run check lists them too.', first);
}

/**
 * The agreements at these paths, by platform, for commands that ask about some of many. Topics are not looked for.
 * @param directory of the repository
 */
export async function readAgreements(
	directory: string,
	history: JoinedHistory,
	files: ReadonlySet<string>,
): Promise<readonly Platform[]> {
	const wanted = [...history.versions].filter(([file]) => files.has(file));
	const histories = wanted.map(([file, versions]) => ({ file, versions }));
	const agreements: AnalysedAgreement[] = [];
	for await (const agreement of analyseAgreements(directory, histories, [], () => {}))
		agreements.push(agreement);
	return groupByPlatform(agreements, namedFiles(history), history.former);
}

/** VOCABULARY names other topics and regulations than those that ship with the machine: to try rules out before they are proposed. */
export function vocabularyFolder(): string {
	return process.env.VOCABULARY || path.join(root, 'src', 'content');
}

/** What is wrong with declarations: an archive is read without them. */
export async function declarationFaults(directory: string): Promise<readonly Fault[]> {
	const { faults, pastFaults } = await readDeclarations(directory);
	return [...faults, ...pastFaults];
}

function declaredAgreements({ declarations }: Pick<Declarations, 'declarations'>): Archive['declared'] {
	return declarations.map(({ platform, agreement, sources }) => ({
		platform,
		agreement,
		source: sources[0]?.address ?? '',
	}));
}

/** Adds up the time of alternating phases; the sum of each becomes one performance measure. */
function stopwatch() {
	const spent = new Map<string, number>();
	let last = performance.now();
	return {
		lap(phase: string): void {
			const now = performance.now();
			spent.set(phase, (spent.get(phase) ?? 0) + now - last);
			last = now;
		},
		record(): void {
			for (const [phase, duration] of spent)
				performance.measure(`clausetrail:${phase}`, { start: 0, duration });
		},
	};
}
