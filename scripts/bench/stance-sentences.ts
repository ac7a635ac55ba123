/** The sentences of archived texts, each with the words above it, for people to read and for rules to be asked. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { isHeading } from '../../src/analysis/clauses/sections.ts';
import { buildLedger } from '../../src/analysis/ledger/build-ledger.ts';
import { sentencesOf } from '../../src/analysis/sentences/sentences-of.ts';
import { leadPlaces } from '../../src/analysis/topics/clause-topics.ts';
import { readBlobs, readObjects } from '../../src/archive/blobs.ts';
import { readCollection } from '../../src/archive/collection.ts';
import { readHistory } from '../../src/archive/history.ts';
import { openRepository, type VersionsRepository } from '../../src/archive/repository.ts';
import type { ClauseText, State } from '../../src/model/ledger.ts';
import type { Version } from '../../src/model/version.ts';
import { languageOf, languageWithin } from '../../src/text/language.ts';

export interface ReadSentence {
	/** The words that it goes on from, such as those that begin its list, else the nearest heading above it; empty where there is none. */
	readonly lead: string;
	readonly sentence: string;
	/** BCP 47 */
	readonly language: string;
	readonly hash: string;
}

export interface PlacedSentence extends ReadSentence {
	/** Name of the archive's folder. */
	readonly archive: string;
	readonly path: string;
	readonly commit: string;
}

/** SHA-256 of the sentence in lower case, white space folded to one blank and cut off at both ends: its first twelve hex digits. */
export function hashOf(sentence: string): string {
	const normalised = sentence.replace(/\s+/g, ' ').trim().toLowerCase();
	return createHash('sha256').update(normalised).digest('hex').slice(0, 12);
}

export async function openVersions(archive: string): Promise<VersionsRepository> {
	const { versions } = await readCollection(archive);
	return openRepository(path.join(archive, versions));
}

/** Every sentence of the texts that stand today. @throws Fault where the archive cannot be read */
export async function* todaysSentences(archive: string): AsyncGenerator<PlacedSentence> {
	const repository = await openVersions(archive);
	const { versions } = await readHistory(repository);
	const standing = [...versions.values()]
		.map((all) => all.at(-1))
		.filter((last): last is Version & { readonly blob: string } => typeof last?.blob === 'string');
	const blobs = readBlobs(
		repository.directory,
		standing.map(({ blob }) => blob),
	);
	let at = 0;
	for await (const bytes of blobs) {
		const { path: file, commit } = standing[at++] as Version;
		for (const read of sentencesIn(bytes))
			yield { ...read, archive: path.basename(path.resolve(archive)), path: file, commit };
	}
}

/** Sentences of a recorded text; null for each that this archive does not hold. */
export async function* recordedSentences(
	archive: string,
	texts: readonly { readonly commit: string; readonly path: string }[],
): AsyncGenerator<readonly ReadSentence[] | null> {
	const { directory, prefix } = await openVersions(archive);
	const names = texts.map(({ commit, path }) => `${commit}:${prefix}${path}`);
	for await (const bytes of readObjects(directory, names)) yield bytes === null ? null : sentencesIn(bytes);
}

/** As versions are compared by them: of each clause, without its number. Headings say nothing. */
export function sentencesIn(bytes: Uint8Array): ReadSentence[] {
	const { ledger } = buildLedger([{ name: 'text', bytes }]);
	const { texts } = ledger;
	const state = ledger.states[0] as State;
	const language = languageOf(ledger, state);
	const leads = leadPlaces(texts, state);
	const found: ReadSentence[] = [];
	let title = '';
	for (const [place, id] of state.texts.entries()) {
		const text = texts[id] as ClauseText;
		if (isHeading(text)) title = text.visible;
		if (isHeading(text) || text.linkOnly || text.words === 0) continue;
		const over = leads[place] as number;
		const lead = over === -1 ? title : (texts[state.texts[over] as number] as ClauseText).visible;
		for (const { start, end } of sentencesOf(texts, id)) {
			const sentence = cellsApart(text, text.visible.slice(start, end).trim());
			const own = languageWithin(language, sentence);
			found.push({ lead, sentence, language: own, hash: hashOf(sentence) });
		}
	}
	return found;
}

/** As topics are judged: the cells of a row beside each other, without their table. */
function cellsApart({ kind }: ClauseText, words: string): string {
	return kind === 'row' ? words.replaceAll('|', '·') : words;
}
