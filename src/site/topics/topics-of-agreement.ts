/** What the rules found in one agreement of a platform, from its `topics.json.gz`: stands for a platform where two are shown side by side. */
import type { NamedAgreement } from '../compare/two-agreements-html.ts';
import type { TopicsFile } from './topics-json.ts';

export interface AgreementTopicsFile extends TopicsFile {
	/** The one that the file is left with; `address` is its platform's. */
	/** The last day on which it was followed; null while it is. It was asked for, so its clauses count all the same. */
	readonly followedUntil: string | null;
	readonly agreement: {
		readonly platform: string;
		readonly name: string;
		readonly language: string;
		readonly address: string;
	};
}

/**
 * A clause that went out is told where its agreement has it alone in the file; else nothing is said of it.
 * @param slug of the agreement
 * @returns null where the file has no such agreement
 */
export function topicsOfAgreement(file: TopicsFile, slug: string): AgreementTopicsFile | null {
	const agreement = file.agreements[slug];
	if (agreement === undefined) return null;
	const { name, unread } = agreement;
	const unreadable = new Set(unread);
	const topics = Object.entries(file.topics).map(([id, said]) => {
		const found = said.found.filter((clause) => clause.agreement === name);
		const gone = said.gone?.agreement === name ? said.gone : null;
		return [id, { name: said.name, readable: !unreadable.has(id), found, gone }] as const;
	});
	return {
		...file,
		platform: `${file.platform} ${name}`,
		followedUntil: agreement.retired ?? null,
		agreement: {
			platform: file.platform,
			name,
			language: agreement.language,
			address: `${file.address}${slug}/`,
		},
		agreements: { [slug]: agreement },
		topics: Object.fromEntries(topics),
	};
}

/** Two agreements, each with as much of its name as tells it from the other. */
export function tellApart(
	one: AgreementTopicsFile,
	other: AgreementTopicsFile,
): readonly [NamedAgreement, NamedAgreement] {
	const [own, another] = [one.agreement, other.agreement];
	const shortOf = ({ platform, agreement }: AgreementTopicsFile): string => {
		if (own.name === another.name) return agreement.platform;
		return own.platform === another.platform ? agreement.name : platform;
	};
	const named = (file: AgreementTopicsFile): NamedAgreement => ({
		name: file.platform,
		short: shortOf(file),
		address: file.agreement.address,
	});
	return [named(one), named(other)];
}
