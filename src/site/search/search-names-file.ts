/** Writes `search/names.json`; its form is told in search-names.ts. */
import type { Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { fillers } from '../../text/stop-words.ts';
import { keysOf, type NamedPlatform, type NamesFile, nameKey } from './search-names.ts';
import { agreementsWithWord } from './search-words-file.ts';

/** In lower case in the clauses of so many agreements a word has a meaning of its own. */
const fewestAsWord = 3;
/** Letters of a first word by which a platform is known. */
const shortestFirst = 4;

export function namesFile(archive: Archive): NamesFile {
	const { platforms, topics } = archive;
	const hasMeaning = (word: string): boolean =>
		fillers.has(word.toLowerCase()) ||
		(agreementsWithWord(archive).get(word.toLowerCase()) ?? 0) >= fewestAsWord;
	return {
		format: 1,
		platforms: platforms.map((platform) => namedPlatform(platform, hasMeaning)),
		topics: topics.map(namedTopic),
	};
}

/** Known by its name, by that without the end of a host name, and by a first word that means nothing else. */
function namedPlatform({ name, slug }: Platform, hasMeaning: (word: string) => boolean): NamedPlatform {
	const bare = name.replace(/\.(?:com|org|net|io|co|app|de|fr|eu|ai|tv|me|fm|gg|uk)$/i, '');
	const [first = ''] = bare.split(/\s+/);
	const isKnownByFirst = first !== bare && nameKey(first).length >= shortestFirst && !hasMeaning(first);
	return {
		name,
		slug,
		keys: keysOf([name, bare, ...(isKnownByFirst ? [first] : [])]),
		plain: hasMeaning(bare) || bare.length === 1,
	};
}

function namedTopic({ id, name, also }: Topic): NamesFile['topics'][number] {
	return { id, name, keys: keysOf([name, id, ...Object.values(also ?? {}).flat()]) };
}
