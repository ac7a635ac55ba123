/**
 * An archive that follows its files. What git tells is analysed once and kept; what people write is read again as soon as it changes and
 * put beside it, which takes a fraction of a second however large the archive is. While a change is faulty, what was sound before stays.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCollection } from '../../archive/collection.ts';
import { type Editorial, readEditorial } from '../../archive/editorial.ts';
import type { Vocabulary } from '../../archive/vocabulary.ts';
import type { Archive } from '../../model/archive.ts';
import { Fault } from '../../model/fault.ts';
import { checkCollectionVocabulary } from '../collection-vocabulary.ts';
import type { Reading } from '../kept-history.ts';
import { type Shelf, shelfFor } from '../ledger-cache.ts';
import { type AnalysedArchive, analyseArchive, withWritten } from '../load-archive.ts';
import { type GitFolders, gitFolders, type Marks, marksOf } from './marks.ts';
import { type Progress, tellingAnalysis } from './telling-analysis.ts';

export interface LiveState {
	/** The newest that could be read; null until the first. */
	readonly archive: Archive | null;
	/** All that is wrong now. */
	readonly faults: readonly Fault[];
	/** What is being read or analysed beside; null where all is as the files say. */
	readonly work: Work | null;
}

export interface Work {
	/** Milliseconds since 1970. */
	readonly since: number;
	/** Null while it is not known yet what there is to do. */
	readonly progress: Progress | null;
}

export interface LivePlaces {
	/** Of the collection. */
	readonly directory: string;
	readonly shelf: Shelf;
	readonly reading: Reading;
}

export interface LiveArchive {
	readonly state: () => LiveState;
	/** Ends when what is under way has ended. */
	readonly stop: () => Promise<void>;
}

/** What is known by now. Each part follows its files by itself. */
interface Known {
	analysed: AnalysedArchive | null;
	vocabulary: Vocabulary | null;
	editorial: Editorial | null;
	/** Which history and rules `analysed` was made by, and which are being analysed. */
	analysedBy: string;
	analysingBy: string | null;
	faults: { history: readonly Fault[]; vocabulary: readonly Fault[] };
	git: GitFolders;
}

/** Between two looks, in milliseconds: a look at a few hundred files takes some 10. */
const lookEvery = 200;

/** @param tell is called whenever the state is another, with the state before it */
export function followArchive(
	places: LivePlaces,
	tell: (state: LiveState, before: LiveState) => void,
): LiveArchive {
	const known: Known = {
		...{ analysed: null, vocabulary: null, editorial: null, analysedBy: '', analysingBy: null },
		...{ faults: { history: [], vocabulary: [] }, git: [] },
	};
	let state: LiveState = { archive: null, faults: [], work: { since: Date.now(), progress: null } };
	let isStopped = false;
	let analysis: Promise<void> = Promise.resolve();

	function become(next: Partial<LiveState>): void {
		const before = state;
		state = { ...state, ...next };
		tell(state, before);
	}

	function putTogether(): void {
		const { analysed, vocabulary, editorial, faults, analysingBy } = known;
		const work = analysingBy === null ? null : state.work;
		const own = [...faults.history, ...faults.vocabulary];
		if (analysed === null || vocabulary === null || editorial === null) become({ faults: own, work });
		else {
			const { archive, faults: written } = withWritten(analysed, vocabulary, editorial);
			become({ archive, faults: [...own, ...written], work });
		}
	}

	async function analyse(by: string, topics: Vocabulary['topics']): Promise<void> {
		known.analysingBy = by;
		const since = Date.now();
		become({ work: { since, progress: null } });
		const { directory, shelf, reading } = places;
		const telling = tellingAnalysis(shelf, (progress) => become({ work: { since, progress } }));
		try {
			known.analysed = await analyseArchive(directory, topics, telling, reading);
			known.faults.history = [];
		} catch (error) {
			known.faults.history = [faultOf(error, directory)];
		}
		known.analysedBy = by;
		known.analysingBy = null;
		putTogether();
	}

	async function look(last: Marks | null): Promise<Marks> {
		const { directory, shelf } = places;
		if (known.git.length === 0) known.git = await gitFolders(await folderOfVersions(directory));
		const marks = await marksOf(directory, known.git);
		const isNews = (part: keyof Marks) => marks[part] !== last?.[part];
		if (isNews('written')) known.editorial = await readEditorial(directory);
		if (isNews('vocabulary')) await readVocabulary(directory, known);
		const topics = known.vocabulary?.topics ?? [];
		const by = `${marks.history}\n${shelfFor(shelf, topics).code}`;
		if (by !== known.analysedBy && known.analysingBy === null && known.vocabulary !== null)
			analysis = analyse(by, topics);
		if (isNews('written') || isNews('vocabulary')) putTogether();
		return marks;
	}

	async function follow(): Promise<void> {
		let marks: Marks | null = null;
		while (!isStopped) {
			try {
				marks = await look(marks);
			} catch (error) {
				known.faults.history = [faultOf(error, places.directory)];
				putTogether();
			}
			await sleep(lookEvery);
		}
	}

	const followed = follow();
	return {
		state: () => state,
		stop: async () => {
			isStopped = true;
			await followed;
			await analysis;
		},
	};
}

/** One file that is wrong must not take the others from the pages: all stay as they were when they were sound. */
async function readVocabulary(directory: string, known: Known): Promise<void> {
	const { faults, topics, regulations } = await checkCollectionVocabulary(directory);
	known.faults.vocabulary = faults;
	if (faults.length === 0 || known.vocabulary === null) known.vocabulary = { topics, regulations };
}

/** Where the collection says that its versions are; what is wrong with its file is told by whoever reads the archive. */
async function folderOfVersions(directory: string): Promise<string> {
	const versions = await readCollection(directory).then(
		(collection) => collection.versions,
		() => '.',
	);
	return path.join(directory, versions);
}

function faultOf(error: unknown, directory: string): Fault {
	if (error instanceof Fault) return error;
	const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return new Fault(said, directory, 'This is a fault of the program: please report it.', error);
}
