/**
 * Writes `search/words.json`; its form is told in search-words.ts. The words are those of clauses on a topic, of titles above them, of names: all
 * stand in the search index, and they are what people look for. To read every text anew for it would cost a large archive minutes.
 */
import { gzipSync } from 'node:zlib';
import type { Archive } from '../../model/archive.ts';
import type { WordsFile } from './search-words.ts';

/** Bytes of the file as a host sends it. */
const heaviest = 30_000;
/** Words of the file at first; of them so many stand in the first tier, so many in the second, … */
const most = 12_000;
const tierEnds = [500, 2000, 5000, most] as const;
/** Left out at a time while it is too heavy. */
const step = 0.9;
/** A word that one agreement has alone may be a slip of its own; in a small archive it hardly is. */
const smallArchive = 30;

const counts = new WeakMap<Archive, ReadonlyMap<string, number>>();

/** Word in lower case → number of agreements with a clause that has it so. */
export function agreementsWithWord(archive: Archive): ReadonlyMap<string, number> {
	const known = counts.get(archive) ?? countWords(archive);
	counts.set(archive, known);
	return known;
}

function countWords({ platforms }: Archive): ReadonlyMap<string, number> {
	const counted = new Map<string, number>();
	for (const { topics, language } of platforms.flatMap(({ agreements }) => agreements)) {
		const own = new Set<string>();
		for (const { quote } of topics.findings)
			for (const word of lowerWords(language.startsWith('de') ? quote.toLowerCase() : quote)) own.add(word);
		for (const word of own) counted.set(word, (counted.get(word) ?? 0) + 1);
	}
	return counted;
}

/** Words that are written small: a name, or the first of a sentence, is none. German writes its nouns large. */
function lowerWords(text: string): readonly string[] {
	return text.match(/(?<![\p{L}\p{N}])\p{Ll}{4,20}(?![\p{L}\p{N}])/gu) ?? [];
}

/** Words of names and topics, as people ask for them. */
function namedWords({ platforms, topics }: Archive): Set<string> {
	const names = [
		...platforms.flatMap(({ name, agreements }) => [name, ...agreements.map((agreement) => agreement.name)]),
		...topics.flatMap(({ name, also }) => [name, ...Object.values(also ?? {}).flat()]),
	];
	return new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}{4,20}/gu) ?? []));
}

export function wordsFile(archive: Archive): WordsFile {
	const named = namedWords(archive);
	const agreements = archive.platforms.flatMap((platform) => platform.agreements).length;
	const fewest = agreements < smallArchive ? 1 : 2;
	const frequent = [...agreementsWithWord(archive)]
		.filter(([word, count]) => count >= fewest && !named.has(word))
		.sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1))
		.map(([word]) => word);
	let words = [...[...named].sort(), ...frequent].slice(0, most);
	let file = fileOf(words);
	while (gzipSync(JSON.stringify(file)).length > heaviest) {
		words = words.slice(0, Math.floor(words.length * step));
		file = fileOf(words);
	}
	return file;
}

function fileOf(words: readonly string[]): WordsFile {
	const tiers = tierEnds.map((end, tier) => words.slice(tierEnds[tier - 1] ?? 0, end).toSorted());
	return { format: 1, tiers: tiers.filter(({ length }) => length > 0).map((tier) => tier.join(' ')) };
}
