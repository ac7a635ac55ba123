/** Everything that is wrong with what people wrote about agreements, and what they should read again since its wording moved on. */
import path from 'node:path';
import { readDeclarations } from '../archive/collection.ts';
import { type Editorial, readEditorial } from '../archive/editorial.ts';
import { openRepository } from '../archive/repository.ts';
import { readVocabulary } from '../archive/vocabulary.ts';
import { type JoinedHistory, readJoinedHistory, todaysFile } from '../load/joined-history.ts';
import { explained, readAgreements, vocabularyFolder } from '../load/load-archive.ts';
import type { Platform, Provision } from '../model/archive.ts';
import { Fault, orFault } from '../model/fault.ts';
import { deadLinks, linkedFiles } from './dead-links.ts';
import { recordedNames } from './recorded-names.ts';

export interface EditorialCheck {
	/** Provisions, posts and notes that could be read. */
	readonly texts: number;
	readonly faults: readonly Fault[];
	/** What is no fault and should be known: wordings that moved on, quotes that could not be checked. */
	readonly remarks: readonly string[];
}

/**
 * Reads the history of the archive once, and of its agreements those that a text names: as quick in a large archive as in a small one,
 * but for `git log`. Where nothing was written, git is not asked.
 * @param versions folder of versions below the collection; null where the collection cannot tell
 */
export async function checkEditorial(directory: string, versions: string | null): Promise<EditorialCheck> {
	const editorial = await readEditorial(directory);
	const { provisions, posts, notes } = editorial;
	const texts = provisions.length + posts.length + notes.length;
	if (texts === 0) return { texts, faults: editorial.faults, remarks: [] };
	const recorded = await recordedOf(directory, versions, editorial);
	const known = recorded instanceof Fault ? { platforms: null } : recorded;
	const vocabulary = await readVocabulary(vocabularyFolder());
	const result = explained(directory, editorial, { ...vocabulary, ...known });
	const { faults } = result;
	if (!(recorded instanceof Fault)) {
		const dead = deadLinks(directory, editorial, { ...vocabulary, ...recorded });
		return { texts, faults: [...faults, ...dead], remarks: result.provisions.flatMap(movedOn) };
	}
	const unproven = `quotes and links were not checked against the archive. ${recorded.message.replace('\n ', '.')}`;
	return { texts, faults, remarks: [unproven] };
}

interface Recorded {
	readonly history: JoinedHistory;
	readonly platforms: readonly Platform[];
	/** Of all agreements: those that no text names may be what somebody meant. */
	readonly names: ReadonlyMap<string, readonly string[]>;
}

/** What the texts speak of; the fault where there is no whole history. */
async function recordedOf(
	directory: string,
	versions: string | null,
	editorial: Editorial,
): Promise<Recorded | Fault> {
	if (versions === null)
		return new Fault('it does not say where the versions are', directory, 'Mend collection.yml first.');
	const repository = await orFault(openRepository(path.join(directory, versions)));
	if (repository instanceof Fault) return repository;
	const history = await readJoinedHistory(repository, await readDeclarations(directory));
	const spokenOf = [...editorial.provisions, ...editorial.notes];
	const files = new Set([
		...spokenOf.map((text) => todaysFile(history, `${text.platform}/${text.agreement}.md`)),
		...linkedFiles(editorial, history),
	]);
	const platforms = await readAgreements(repository.directory, history, files);
	return { history, platforms, names: recordedNames(history) };
}

/** Whoever reviewed a quote of a former text knew that it was gone: only what happened after the review is news. */
function movedOn({ file, reviewed, agreement, history }: Provision): readonly string[] {
	const change = history.movedOn === null ? undefined : agreement.changes[history.movedOn];
	const day = change?.version.fetched.slice(0, 10) ?? '';
	if (change === undefined || day <= reviewed) return [];
	const since = `its words were reviewed on ${reviewed} and moved on on ${day}`;
	return [`${file}: ${since} (change ${change.day} of ${agreement.path}); today: ${history.state}`];
}
