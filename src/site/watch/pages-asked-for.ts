/** The pages that a question is answered by: what it names by the words that people have for it, then what it names by name. */
import type { Named } from '../search/search-names.ts';
import { type Choice, type Choices, pagesNamed } from './watch-choices.ts';

/**
 * Each once. A topic is told of the platform that the question names, where that takes a side on it; else of all.
 * @param typed the whole question
 * @param most of them
 */
export function pagesAskedFor(choices: Choices, typed: string, named: Named, most: number): Choice[] {
	const { byPath } = choices;
	const { platform, maybe, topics } = named;
	const onTopics = topics.map(
		({ id }) => (platform && byPath.get(`${platform.slug}/on/${id}`)) ?? byPath.get(`topics/${id}`),
	);
	const platforms = [...(platform === null ? maybe : [platform])].map(({ slug }) => byPath.get(slug));
	const pages = [...onTopics, ...pagesNamed(choices, typed, most), ...platforms];
	return [...new Set(pages.filter((page) => page !== undefined))].slice(0, most);
}
