/** The one bridge from the archive to the pages: reads a whole collection with its history, once per process. */
import path from 'node:path';
import { captureGaps } from '../analysis/changes/capture-gaps.ts';
import { eventsOf } from '../analysis/changes/told-once.ts';
import { type EditorialComplaint, explain } from '../analysis/editorial/explain.ts';
import { topicSpreads } from '../analysis/topics/topic-spread.ts';
import { voicesOf } from '../analysis/topics/voices.ts';
import { type Declarations, readCollection, readDeclarations } from '../archive/collection.ts';
import { type Editorial, readEditorial } from '../archive/editorial.ts';
import { openRepository } from '../archive/repository.ts';
import { readStatus } from '../archive/status-file.ts';
import type { Vocabulary } from '../archive/vocabulary.ts';
import type { Archive, Platform } from '../model/archive.ts';
import type { OwnPage, Written } from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import type { Topic } from '../model/topic.ts';
import { isToCome } from '../text/days-to-come.ts';
import { type Analyse, type AnalysedAgreement, analyseAgreements, type Lap } from './analyse-agreements.ts';
import { archiveDirectory } from './archive-directory.ts';
import { countClasses, formerPlatforms, groupByPlatform, newest, newestFirst } from './collect-platforms.ts';
import { collectionVocabulary } from './collection-vocabulary.ts';
import { type JoinedHistory, namedFiles, readJoinedHistory } from './joined-history.ts';
import type { Reading } from './kept-history.ts';
import { offersApi } from './offered-api.ts';
import { readProvenSince } from './proven-since.ts';
import { retirementsOf } from './retirements.ts';
import { shownHistories } from './shown-histories.ts';
import { firstOwnYear, withYearPages, yearPagesAfter } from './year-pages.ts';

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
export function loadArchiveAnew(analyse: Analyse, read: Reading): Promise<Archive> {
	shared[archiveKey] = readArchive(archiveDirectory(), analyse, read);
	return shared[archiveKey];
}

/** What compiled pages of this thread take for the archive from now on; they wait for one that is still to come. */
export function shareArchive(archive: Archive | Promise<Archive>): void {
	shared[archiveKey] = Promise.resolve(archive);
}

/** Of each text that a person wrote, its file below the collection and its MDX without the head. */
export type Bodies = readonly Pick<Written, 'file' | 'body'>[];

/** The bodies alone, without a look into the history. */
export async function loadBodies(): Promise<Bodies> {
	const { provisions, posts, notes, pages } = await readEditorial(archiveDirectory());
	return [...provisions, ...posts, ...notes, ...pages];
}

/** What git and the robot tell of a collection, analysed, before what people wrote of it is put beside. */
export interface AnalysedArchive
	extends Pick<
		Archive,
		| 'collection'
		| 'platforms'
		| 'formerPlatforms'
		| 'entries'
		| 'events'
		| 'classCounts'
		| 'report'
		| 'head'
		| 'prefix'
		| 'declared'
		| 'status'
		| 'latest'
		| 'yearPagesBefore'
		| 'gaps'
	> {
	/** Of the collection. */
	readonly directory: string;
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
	read?: Reading,
): Promise<Archive> {
	const clock = stopwatch();
	const vocabulary = await collectionVocabulary(directory);
	const editorial = await readEditorial(directory);
	const analysed = await analyseArchive(directory, vocabulary.topics, analyse, read, clock.lap);
	const { archive, faults } = withWritten(analysed, vocabulary, editorial);
	refuse(faults, directory);
	clock.lap('analyse');
	clock.record();
	return archive;
}

/**
 * @param topics that are looked for
 * @throws Fault where git or the collection cannot be read
 */
export async function analyseArchive(
	directory: string,
	topics: readonly Topic[],
	analyse: Analyse,
	read?: Reading,
	lap: Lap = () => {},
): Promise<AnalysedArchive> {
	const collection = await readCollection(directory);
	const repository = await openRepository(path.join(directory, collection.versions));
	const declarations = await readDeclarations(directory);
	const history = await readJoinedHistory(repository, declarations, read?.history);
	const proven = await (read?.provenSince ?? readProvenSince)(directory, collection);
	const { platforms: shown } = collection;
	const declared = declaredAgreements(declarations).filter(
		({ platform }) => shown?.includes(platform) ?? true,
	);
	const status = await readStatus(directory);
	const retirements = retirementsOf(history.versions, declarations, status);
	lap('read');
	const histories = shownHistories(collection, declarations, history);
	const agreements: AnalysedAgreement[] = [];
	for await (const agreement of analyse(repository.directory, histories, topics, lap))
		agreements.push(agreement);
	const grouped = groupByPlatform(agreements, namedFiles(history), history.former, { retirements, proven });
	const latest = newest(newestFirst(grouped));
	const yearPagesBefore = firstOwnYear(yearPagesAfter(collection), latest);
	const platforms = withYearPages(grouped, yearPagesBefore);
	const entries = newestFirst(platforms);
	const { head, prefix } = repository;
	return {
		directory,
		collection: { ...collection, api: offersApi(collection, entries) },
		platforms,
		formerPlatforms: formerPlatforms(platforms),
		entries,
		events: eventsOf(entries),
		classCounts: countClasses(entries),
		report: history.report,
		head,
		prefix,
		declared,
		status,
		latest,
		yearPagesBefore,
		gaps: captureGaps(entries.map(({ change }) => change.version.fetched)),
	};
}

/** The archive with what people wrote, as far as it is proven, and every fault in it: no claim that is not proven is to be published. */
export function withWritten(
	{ directory, ...analysed }: AnalysedArchive,
	vocabulary: Vocabulary,
	editorial: Editorial,
): { readonly archive: Archive; readonly faults: readonly Fault[] } {
	const { platforms } = analysed;
	const { provisions, faults } = explained(directory, editorial, { platforms, ...vocabulary });
	const archive = {
		...analysed,
		...vocabulary,
		spread: topicSpreads(platforms, vocabulary.topics),
		voices: voicesOf(platforms, vocabulary.topics),
		provisions,
		hasProvisions: provisions.length > 0,
		posts: editorial.posts.toSorted((one, other) => (one.published < other.published ? 1 : -1)),
		notes: editorial.notes,
		pages: editorial.pages.toSorted(inTheFoot),
		redlines: new Map(),
	};
	return { archive, faults };
}

/** Those with a place first. */
function inTheFoot(one: OwnPage, other: OwnPage): number {
	const places = (one.place ?? Number.MAX_SAFE_INTEGER) - (other.place ?? Number.MAX_SAFE_INTEGER);
	return places || one.title.localeCompare(other.title, 'en');
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

/** Reviews of a day that is still to come, by the clock and by the archive: of one, nobody can have read the clause. */
function toCome(
	directory: string,
	{ provisions }: Editorial,
	{ platforms }: Parameters<typeof explain>[1],
): readonly Fault[] {
	const recorded = (newest(newestFirst(platforms ?? [])) ?? '').slice(0, 10);
	return provisions
		.filter(({ reviewed }) => isToCome(reviewed) && reviewed > recorded)
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
 * The agreements at these paths, by platform, for commands that ask about some of many.
 * @param directory of the repository
 * @param topics that are looked for
 */
export async function readAgreements(
	directory: string,
	history: JoinedHistory,
	files: ReadonlySet<string>,
	topics: readonly Topic[] = [],
): Promise<readonly Platform[]> {
	const wanted = [...history.versions].filter(([file]) => files.has(file));
	const histories = wanted.map(([file, versions]) => ({ file, versions }));
	const agreements: AnalysedAgreement[] = [];
	for await (const agreement of analyseAgreements(directory, histories, topics, () => {}))
		agreements.push(agreement);
	return groupByPlatform(agreements, namedFiles(history), history.former);
}

/** What is wrong with declarations: an archive is read without them. */
export async function declarationFaults(directory: string): Promise<readonly Fault[]> {
	const { faults, pastFaults } = await readDeclarations(directory);
	return [...faults, ...pastFaults];
}

function declaredAgreements({ declarations }: Pick<Declarations, 'declarations'>): Archive['declared'] {
	return declarations
		.filter(({ retired }) => retired === undefined)
		.map(({ platform, agreement, sources }) => ({
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
