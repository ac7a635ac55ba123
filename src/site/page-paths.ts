/** Which pages there are of a kind: their addresses, what each is given, and the key by which a build takes it over from the last one. */
import { shownVersion } from '../analysis/history/shown-version.ts';
import { topicsWithPage } from '../analysis/topics/own-side.ts';
import type { Agreement, Archive, Platform } from '../model/archive.ts';
import type { Topic } from '../model/topic.ts';

interface PagePath<Params, Props> {
	readonly params: Params;
	readonly props: Props;
	/** By `page-keys.ts`: all that the page shows. Made when somebody asks: most who want to know which pages there are do not. */
	readonly cacheKey: string;
}

// Astro takes types of objects as what a page is given, and no interfaces.
export type OfPlatform = { readonly platform: Platform };
export type OfAgreement = { readonly platform: Platform; readonly agreement: Agreement };
export type OfTopic = { readonly topic: Topic };
export type OnTopic = { readonly platform: Platform; readonly topic: Topic };

export function platformPaths(
	archive: Archive,
	keyOf: (archive: Archive, platform: Platform) => string,
): PagePath<{ platform: string }, OfPlatform>[] {
	return archive.platforms.map((platform) => ({
		params: { platform: platform.slug },
		props: { platform },
		get cacheKey() {
			return keyOf(archive, platform);
		},
	}));
}

/** The files beside the pages of platforms, which programs know by their addresses: under former names too. */
export function platformFilePaths(
	...[archive, keyOf]: Parameters<typeof platformPaths>
): ReturnType<typeof platformPaths> {
	const own = platformPaths(archive, keyOf);
	const former = own.flatMap((path) =>
		archive.formerPlatforms
			.filter(({ now }) => now === path.params.platform)
			.map(({ former: { slug } }) => renamed(path, { platform: slug })),
	);
	return [...own, ...former];
}

/** The same of agreements. */
export function agreementFilePaths(
	...[archive, keyOf]: Parameters<typeof agreementPaths>
): ReturnType<typeof agreementPaths> {
	const own = agreementPaths(archive, keyOf);
	const former = own.flatMap((path) =>
		path.props.agreement.former.map(({ platform, agreement }) =>
			renamed(path, { platform: platform.slug, agreement: agreement.slug }),
		),
	);
	return [...own, ...former];
}

function renamed<Params, Props>(path: PagePath<Params, Props>, params: Params): PagePath<Params, Props> {
	return {
		params,
		props: path.props,
		get cacheKey() {
			return path.cacheKey;
		},
	};
}

export function agreementPaths(
	archive: Archive,
	keyOf: (archive: Archive, platform: Platform, agreement: Agreement) => string,
): PagePath<{ platform: string; agreement: string }, OfAgreement>[] {
	return archive.platforms.flatMap((platform) =>
		platform.agreements.map((agreement) => ({
			params: { platform: platform.slug, agreement: agreement.slug },
			props: { platform, agreement },
			get cacheKey() {
				return keyOf(archive, platform, agreement);
			},
		})),
	);
}

/** Agreements of which a text is followed: of the others there is nothing to compare. */
export function comparablePaths(
	...asked: Parameters<typeof agreementPaths>
): ReturnType<typeof agreementPaths> {
	return agreementPaths(...asked).filter(({ props }) => shownVersion(props.agreement.changes) >= 0);
}

export function topicPaths(
	archive: Archive,
	keyOf: (archive: Archive, topic: Topic) => string,
): PagePath<{ topic: string }, OfTopic>[] {
	return archive.topics.map((topic) => ({
		params: { topic: topic.id },
		props: { topic },
		get cacheKey() {
			return keyOf(archive, topic);
		},
	}));
}

/** Each platform and each topic on which it takes a side, or took one. */
export function onPaths(
	archive: Archive,
	keyOf: (archive: Archive, platform: Platform, topic: Topic) => string,
): PagePath<{ platform: string; topic: string }, OnTopic>[] {
	return archive.platforms.flatMap((platform) =>
		topicsPaged(archive, platform).map((topic) => ({
			params: { platform: platform.slug, topic: topic.id },
			props: { platform, topic },
			get cacheKey() {
				return keyOf(archive, platform, topic);
			},
		})),
	);
}

export function topicsPaged({ topics }: Pick<Archive, 'topics'>, platform: Platform): Topic[] {
	const paged = topicsWithPage(platform);
	return topics.filter(({ id }) => paged.has(id));
}
