/** Links in what people wrote that lead to no page of the site, or to no place on it, each with its line. */
import path from 'node:path';
import { type BodyLink, bodyLinks } from '../analysis/editorial/editorial-body.ts';
import type { Editorial } from '../archive/editorial.ts';
import { formerPlatforms, type PlaceSlugs, slugsOf } from '../load/collect-platforms.ts';
import { type JoinedHistory, namedFiles, todaysFile } from '../load/joined-history.ts';
import type { Platform } from '../model/archive.ts';
import type { ProvisionText, Written } from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import type { Regulation } from '../model/regulation.ts';
import type { Topic } from '../model/topic.ts';
import { platformUrl, provisionUrl } from '../site/addresses/urls.ts';
import { platformFiles } from '../site/file-places.ts';
import { placeFinder } from '../site/page-places.ts';
import { monthOf } from '../text/days-in-words.ts';

/** The changes of a week. */
const ofWeek = /^\/digest\/(\d{4}-W\d\d)(?:\/|$)/;

/** What a platform says on a topic: there is a page where its agreements take a side. */
const onTopic = /^\/([^/]+)\/on\/./;

/** What the pages of a platform say of their own days: there is such a list where one of its agreements does. */
const ofNotice = /^\/([^/]+)\/notice(?:[/?#]|$)/;

/** The further pages of that list over the whole archive: how many there are, all agreements decide. */
const overAll = /^\/notice\/\d/;

/** What has to be read for the links of texts to be proven. */
export interface LinkedFiles {
	/** Of the history: agreements whose changes and clauses a text leads to. */
	readonly files: readonly string[];
	/** Of these, those in which the sides that they take are looked for, too. */
	readonly sided: ReadonlySet<string>;
	/** Weeks that a text leads to, `2026-W25`. */
	readonly weeks: ReadonlySet<string>;
}

/** @param site its own address: a link that begins with it leads into it */
export function linkedFiles(editorial: Editorial, history: JoinedHistory, site: string): LinkedFiles {
	const addresses = textsOf(editorial, site).flatMap(({ links }) => links.map(({ address }) => address));
	const asked = (pattern: RegExp) =>
		new Set(addresses.flatMap((address) => pattern.exec(address)?.[1] ?? []));
	const [onTopics, noticed, weeks] = [asked(onTopic), asked(ofNotice), asked(ofWeek)];
	const all = addresses.some((address) => overAll.test(address));
	const named = new Set(addresses.map((address) => address.split(/[/#?]/).slice(1, 3).join('/')));
	const slugs = slugsOf(namedFiles(history));
	const namesOf = (file: string): readonly PlaceSlugs[] =>
		[file, ...(history.former.get(file) ?? [])].map((name) => slugs.get(name) as PlaceSlugs);
	const files = [...history.versions.keys()];
	const sided = files.filter((file) => namesOf(file).some(({ platform }) => onTopics.has(platform)));
	const linked = files.filter((file) =>
		namesOf(file).some(
			({ platform, agreement }) => named.has(`${platform}/${agreement}`) || noticed.has(platform),
		),
	);
	return { files: all ? files : [...new Set([...sided, ...linked])], sided: new Set(sided), weeks };
}

/** What there is to lead to. */
export interface LinkTargets {
	readonly history: JoinedHistory;
	/** Of those that texts lead to, the ones that have a digest. */
	readonly weeks: readonly string[];
	/** Its own address. */
	readonly site: string;
	/** Whether the site may have answers of the API. */
	readonly api: boolean;
	/** With the agreements of {@link linkedFiles} at least. */
	readonly platforms: readonly Platform[];
	readonly topics: readonly Topic[];
	readonly regulations: readonly Regulation[];
}

export function deadLinks(directory: string, editorial: Editorial, targets: LinkTargets): readonly Fault[] {
	const { history, weeks, site, api, platforms, ...vocabulary } = targets;
	const versions = [...history.versions.values()].flat();
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
	const find = placeFinder({
		...vocabulary,
		platforms,
		formerPlatforms: formerPlatforms(platforms),
		weeks,
		api,
		months: [...new Set(versions.map(({ fetched }) => monthOf(fetched)))],
		posts: editorial.posts,
		pages: editorial.pages,
		provisions,
		leadingOn: leadingOn(history, slugs, provisions),
		others,
	});
	return textsOf(editorial, site, platformOf).flatMap(({ text, page, links }) =>
		links.flatMap(({ line, address }) => {
			const what = find(page, address);
			if (what === null) return [];
			const place = `${path.join(directory, text.file)}:${text.bodyLine + line - 1}`;
			return [new Fault(`a link leads to nothing: ${what}`, place, remedy)];
		}),
	);
}

/** Pages and files of platforms that were renamed, and pages of the provisions that were written when they were called so. */
function leadingOn(
	{ versions, former }: JoinedHistory,
	slugs: ReadonlyMap<string, PlaceSlugs>,
	provisions: readonly { readonly platform: { readonly slug: string }; readonly slug: string }[],
): readonly string[] {
	const platformOf = (file: string): string => slugs.get(file)?.platform ?? '';
	const today = new Set([...versions.keys()].map(platformOf));
	return [...former].flatMap(([file, names]) =>
		names
			.map((name) => ({ slug: platformOf(name) }))
			.filter(({ slug }) => !today.has(slug))
			.flatMap((gone) => [
				platformUrl(gone),
				...platformFiles(gone),
				...provisions
					.filter(({ platform }) => platform.slug === platformOf(file))
					.map(({ slug }) => provisionUrl(gone, slug)),
			]),
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
	{ provisions, posts, notes, pages }: Editorial,
	site: string,
	platformOf: (text: ProvisionText) => string = () => '',
): readonly LinkingText[] {
	const texts = [
		...provisions.map((text) => ({ text, page: `/${platformOf(text)}/provisions/${text.slug}/` })),
		...posts.map((text) => ({ text, page: `/posts/${text.slug}/` })),
		...notes.map((text) => ({ text, page: '' })),
		...pages.map((text) => ({ text, page: `/pages/${text.slug}/` })),
	];
	return texts.map(({ text, page }) => {
		const links = bodyLinks(text.body)
			.map((link) => ({ ...link, address: below(link.address, site) }))
			.filter(({ address }) => /^(?:\/(?![/\\])|#)/.test(address));
		return { text, page, links };
	});
}

/** Of a page of the site, named with the site's own address, its path. */
function below(address: string, site: string): string {
	const home = site.endsWith('/') ? site : `${site}/`;
	return address.startsWith(home) ? address.slice(home.length - 1) : address;
}
