/** The one bridge from the archive to the pages: reads a whole collection with its history, once per process. */
import path from 'node:path';
import { describeChanges } from '../analysis/changes/describe-changes.ts';
import { type EditorialComplaint, explain } from '../analysis/editorial/explain.ts';
import { type BuiltLedger, buildLedger, type VersionText } from '../analysis/ledger/build-ledger.ts';
import { type ClauseTopics, clauseTopics } from '../analysis/topics/clause-topics.ts';
import { topicDetector } from '../analysis/topics/detector.ts';
import { topicFindings } from '../analysis/topics/findings.ts';
import { readBlobs } from '../archive/blobs.ts';
import { readCollection, readDeclarations } from '../archive/collection.ts';
import { type Editorial, readEditorial } from '../archive/editorial.ts';
import { type History, readHistory } from '../archive/history.ts';
import { openRepository } from '../archive/repository.ts';
import { readStatus } from '../archive/status-file.ts';
import { readVocabulary } from '../archive/vocabulary.ts';
import type { Agreement, Archive, Entry, Platform } from '../model/archive.ts';
import { type ChangeClass, changeClasses, type Rank } from '../model/change.ts';
import { Fault } from '../model/fault.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Topic } from '../model/topic.ts';
import type { Version } from '../model/version.ts';
import { root } from '../root.ts';
import { languageOf } from '../text/language.ts';
import { assignSlugs } from '../text/slugs.ts';

const archiveKey = Symbol.for('clausetrail.archive');

/**
 * Where the archive that is read once is kept. Not a variable of this module: a build runs a bundled copy of it for the pages beside
 * the one that the build command imports, and both must see one archive.
 */
const shared = globalThis as { [archiveKey]?: Promise<Archive> };

/** The archive that the environment variable ARCHIVE names, else `archive`. Read once, then shared by all pages. */
export function loadArchive(analyse: Analyse = analyseAgreements): Promise<Archive> {
	shared[archiveKey] ??= readArchive(process.env.ARCHIVE ?? 'archive', analyse);
	return shared[archiveKey];
}

/** The recorded versions of one agreement. */
export interface AgreementHistory {
	/** `<platform>/<agreement>.md` */
	readonly file: string;
	readonly versions: readonly Version[];
}

/** An agreement that has no slug yet. */
export type AnalysedAgreement = Omit<Agreement, 'name' | 'slug'>;

/** Says that the time since it was last called was spent on this phase. */
export type Lap = (phase: 'read' | 'analyse') => void;

/**
 * Analyses agreements of the repository at `directory`, in any order. The build command brings one that uses two cores; pages that
 * load the archive themselves use {@link analyseAgreements}.
 */
export type Analyse = (
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
) => AsyncIterable<AnalysedAgreement>;

/**
 * Reads an archive: one `git log`, one `git cat-file`, a ledger per agreement. Marks the spent time as the performance
 * measures `clausetrail:read` and `clausetrail:analyse`.
 * @throws Fault where git or the collection cannot be read, or a quote is not in its agreement: nothing is published of a half-read
 * archive, and no claim that is not proven
 */
export async function readArchive(directory: string, analyse: Analyse = analyseAgreements): Promise<Archive> {
	const clock = stopwatch();
	const collection = await readCollection(directory);
	const repository = await openRepository(path.join(directory, collection.versions));
	const history = await readHistory(repository);
	const declared = await declaredAgreements(directory);
	const status = await readStatus(directory);
	const vocabulary = await readVocabulary(vocabularyFolder());
	const editorial = await readEditorial(directory);
	clock.lap('read');
	const histories = [...history.versions].map(([file, versions]) => ({ file, versions }));
	const agreements: AnalysedAgreement[] = [];
	for await (const agreement of analyse(repository.directory, histories, vocabulary.topics, clock.lap))
		agreements.push(agreement);
	const platforms = groupByPlatform(agreements);
	const { provisions, faults } = explained(directory, editorial, { platforms, ...vocabulary });
	refuse(faults, directory);
	const entries = newestFirst(platforms);
	clock.lap('analyse');
	clock.record();
	const { head, prefix } = repository;
	const counts = { classCounts: countClasses(entries), rankCounts: countRanks(entries) };
	const latest = newest(entries);
	return {
		collection,
		platforms,
		entries,
		...counts,
		report: history.report,
		head,
		prefix,
		declared,
		status,
		...vocabulary,
		provisions,
		posts: editorial.posts.toSorted((one, other) => (one.published < other.published ? 1 : -1)),
		notes: editorial.notes,
		latest,
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
	return { provisions, faults: [...editorial.faults, ...faults] };
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
	history: History,
	files: ReadonlySet<string>,
): Promise<readonly Platform[]> {
	const wanted = [...history.versions].filter(([file]) => files.has(file));
	const histories = wanted.map(([file, versions]) => ({ file, versions }));
	const agreements: AnalysedAgreement[] = [];
	for await (const agreement of analyseAgreements(directory, histories, [], () => {}))
		agreements.push(agreement);
	return groupByPlatform(agreements);
}

/** VOCABULARY names other topics and regulations than those that ship with the machine: to try rules out before they are proposed. */
export function vocabularyFolder(): string {
	return process.env.VOCABULARY || path.join(root, 'src', 'content');
}

async function declaredAgreements(directory: string): Promise<Archive['declared']> {
	const { declarations } = await readDeclarations(directory);
	return declarations.map(({ platform, agreement, sources }) => ({
		platform,
		agreement,
		source: sources[0]?.address ?? '',
	}));
}

/** One agreement after the other, so that only one agreement's raw texts are in memory. */
export async function* analyseAgreements(
	directory: string,
	histories: readonly AgreementHistory[],
	topics: readonly Topic[],
	lap: Lap,
): AsyncGenerator<AnalysedAgreement> {
	const detect = topicDetector(topics);
	const names = histories.map(({ versions }) => distinctBlobs(versions));
	const blobs = readBlobs(directory, names.flat());
	try {
		for (const [index, { file, versions }] of histories.entries()) {
			const bytes = new Map<string, Uint8Array>();
			for (const name of names[index] ?? []) bytes.set(name, (await blobs.next()).value as Buffer);
			lap('read');
			const texts = versions.map(({ blob }) => ({
				name: blob ?? '',
				bytes: bytes.get(blob ?? '') ?? new Uint8Array(),
			}));
			const analysed = analyse(file, versions, texts, (ledger, language) =>
				clauseTopics(ledger, language, topics, detect),
			);
			lap('analyse');
			yield analysed;
		}
		// Drains the stream: only at its end git tells whether it failed.
		await blobs.next();
	} finally {
		await blobs.return(undefined);
	}
}

export function distinctBlobs(versions: readonly Version[]): string[] {
	return [...new Set(versions.map(({ blob }) => blob).filter((blob) => blob !== null))];
}

function analyse(
	file: string,
	versions: readonly Version[],
	texts: readonly VersionText[],
	topicsOf: (ledger: Ledger, language: string) => ClauseTopics,
): AnalysedAgreement {
	const built: BuiltLedger = buildLedger(texts);
	const { ledger } = built;
	const language = languageOfLast(ledger);
	const judged = topicsOf(ledger, language);
	const changes = describeChanges(versions, built, judged.ofEvents);
	const topics = topicFindings({ ledger, versions }, judged);
	const clauses = ledger.states.at(-1)?.clauses.length ?? 0;
	return { path: file, language, clauses, versions, ledger, changes, topics };
}

/** Of today's text; of the last that there was where the agreement was withdrawn. */
function languageOfLast(ledger: Ledger): string {
	const last = ledger.states.findLast(({ texts }) => texts.length > 0);
	return last === undefined ? 'und' : languageOf(ledger, last);
}

function groupByPlatform(agreements: readonly AnalysedAgreement[]): Platform[] {
	const folders = Map.groupBy(agreements, ({ path: file }) => path.posix.dirname(file));
	const slugs = assignSlugs([...folders.keys()]);
	return [...folders]
		.map(([name, members]) => ({
			name,
			slug: slugs.get(name) as string,
			agreements: nameAgreements(members),
		}))
		.sort(byName);
}

function nameAgreements(members: readonly AnalysedAgreement[]): Agreement[] {
	const nameOf = (file: string): string => path.posix.basename(file, '.md');
	const slugs = assignSlugs(members.map((member) => nameOf(member.path)));
	return members
		.map((member) => withName(member, nameOf(member.path), slugs.get(nameOf(member.path)) as string))
		.sort(byName);
}

/** Leaves the ledger where it is: the build command keeps it on disk until somebody asks. */
function withName(member: AnalysedAgreement, name: string, slug: string): Agreement {
	const { path: file, language, clauses, versions, changes, topics } = member;
	return {
		name,
		slug,
		path: file,
		language,
		clauses,
		versions,
		changes,
		topics,
		get ledger() {
			return member.ledger;
		},
	};
}

const collator = new Intl.Collator('en', { numeric: true });

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
	return collator.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);
}

function newestFirst(platforms: readonly Platform[]): Entry[] {
	const entries = platforms.flatMap((platform) =>
		platform.agreements.flatMap((agreement) =>
			agreement.changes.map((change) => ({ platform, agreement, change })).reverse(),
		),
	);
	return entries.sort((one, other) => compareTimes(other.change.version, one.change.version));
}

function compareTimes(one: Version, other: Version): number {
	return one.fetched < other.fetched ? -1 : one.fetched > other.fetched ? 1 : 0;
}

function countClasses(entries: readonly Entry[]): Record<ChangeClass, number> {
	const counts = Object.fromEntries(changeClasses.map((name) => [name, 0])) as Record<ChangeClass, number>;
	for (const { change } of entries) counts[change.class]++;
	return counts;
}

function countRanks(entries: readonly Entry[]): Record<Rank, number> {
	const counts: Record<Rank, number> = { prominent: 0, low: 0, folded: 0 };
	for (const { change } of entries) counts[change.rank]++;
	return counts;
}

function newest(entries: readonly Entry[]): string | null {
	return entries[0]?.change.version.fetched ?? null;
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
