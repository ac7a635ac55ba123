/** Links in what people wrote that lead to no page of the site, or to no place on it, each with its line. */
import path from 'node:path';
import { type BodyLink, bodyLinks } from '../analysis/editorial/editorial-body.ts';
import type { Editorial } from '../archive/editorial.ts';
import { formerPlatforms, newestFirst, type PlaceSlugs, slugsOf } from '../load/collect-platforms.ts';
import { type JoinedHistory, namedFiles, todaysFile } from '../load/joined-history.ts';
import type { Platform } from '../model/archive.ts';
import type { ProvisionText, Written } from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import type { Regulation } from '../model/regulation.ts';
import type { Topic } from '../model/topic.ts';
import { placeFinder } from '../site/page-places.ts';

/** Lists over the whole archive: which of their pages there are, the history of every agreement decides. */
const overAll = /^\/(?:digest|changes)\/./;

/** The agreements whose changes and clauses a text leads to, as files of the history. */
export function linkedFiles(editorial: Editorial, history: JoinedHistory): readonly string[] {
	const files = [...history.versions.keys()];
	const addresses = textsOf(editorial).flatMap(({ links }) => links.map(({ address }) => address));
	if (addresses.some((address) => overAll.test(address))) return files;
	const named = new Set(addresses.map((address) => address.split(/[/#?]/).slice(1, 3).join('/')));
	const slugs = slugsOf(namedFiles(history));
	return files.filter((file) =>
		[file, ...(history.former.get(file) ?? [])].some((name) => {
			const { platform, agreement } = slugs.get(name) as PlaceSlugs;
			return named.has(`${platform}/${agreement}`);
		}),
	);
}

/** What there is to lead to. */
export interface LinkTargets {
	readonly history: JoinedHistory;
	/** With the agreements of {@link linkedFiles} at least. */
	readonly platforms: readonly Platform[];
	readonly topics: readonly Topic[];
	readonly regulations: readonly Regulation[];
}

export function deadLinks(directory: string, editorial: Editorial, targets: LinkTargets): readonly Fault[] {
	const { history, platforms, ...vocabulary } = targets;
	const slugs = slugsOf(namedFiles(history));
	const read = new Set(platforms.flatMap(({ agreements }) => agreements.map((agreement) => agreement.path)));
	const others = [...slugs]
		.filter(([file]) => history.versions.has(file) && !read.has(file))
		.map(([, { platform, agreement }]) => ({ platform: { slug: platform }, agreement: { slug: agreement } }));
	const ofFolder = new Map([...slugs].map(([file, { platform }]) => [path.posix.dirname(file), platform]));
	const platformOf = ({ platform, agreement }: Pick<ProvisionText, 'platform' | 'agreement'>): string =>
		slugs.get(todaysFile(history, `${platform}/${agreement}.md`))?.platform ?? ofFolder.get(platform) ?? '';
	const provisions = editorial.provisions.map((text) => ({
		platform: { slug: platformOf(text) },
		slug: text.slug,
	}));
	const entries = newestFirst(platforms);
	const find = placeFinder({
		...vocabulary,
		platforms,
		formerPlatforms: formerPlatforms(platforms),
		entries,
		posts: editorial.posts,
		provisions,
		others,
	});
	return textsOf(editorial, platformOf).flatMap(({ text, page, links }) =>
		links.flatMap(({ line, address }) => {
			const what = find(page, address);
			if (what === null) return [];
			const place = `${path.join(directory, text.file)}:${text.bodyLine + line - 1}`;
			return [new Fault(`a link leads to nothing: ${what}`, place, remedy)];
		}),
	);
}

const remedy = 'Copy the address from the page that is meant, from the slash after the name of the site on.';

interface LinkingText {
	readonly text: Written;
	/** Address of its page, from the home page on; empty for a note, which stands on pages of others. */
	readonly page: string;
	/** That lead into the site. */
	readonly links: readonly BodyLink[];
}

function textsOf(
	{ provisions, posts, notes }: Editorial,
	platformOf: (text: ProvisionText) => string = () => '',
): readonly LinkingText[] {
	const texts = [
		...provisions.map((text) => ({ text, page: `/${platformOf(text)}/provisions/${text.slug}/` })),
		...posts.map((text) => ({ text, page: `/posts/${text.slug}/` })),
		...notes.map((text) => ({ text, page: '' })),
	];
	return texts.map(({ text, page }) => {
		const links = bodyLinks(text.body).filter(({ address }) => /^(?:\/(?![/\\])|#)/.test(address));
		return { text, page, links };
	});
}
