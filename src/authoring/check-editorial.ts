/** Everything that is wrong with what people wrote about agreements, and what they should read again since its wording moved on. */
import { type Editorial, readEditorial } from '../archive/editorial.ts';
import { checkCollectionVocabulary } from '../load/collection-vocabulary.ts';
import { type JoinedHistory, todaysFile } from '../load/joined-history.ts';
import { explained, readAgreements } from '../load/load-archive.ts';
import { firstOwnYear, withYearPages, yearPagesAfter } from '../load/year-pages.ts';
import type { Platform, Provision } from '../model/archive.ts';
import { type Collection, collectionSchema } from '../model/collection.ts';
import type { Draft } from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import type { Regulation } from '../model/regulation.ts';
import type { Topic } from '../model/topic.ts';
import { isToCome } from '../text/days-to-come.ts';
import { deadLinks, linkedFiles } from './dead-links.ts';
import { type RecordedArchive, readRecorded } from './recorded-archive.ts';
import { recordedNames } from './recorded-names.ts';
import { shownWeeks } from './shown-weeks.ts';

export interface EditorialCheck {
	/** Provisions, posts, notes and pages that could be read. */
	readonly texts: number;
	readonly faults: readonly Fault[];
	/** What is no fault and should be known: wordings that moved on, quotes that could not be checked. */
	readonly remarks: readonly string[];
}

/**
 * Reads the history of the archive once, and of its agreements those that a text names: as quick in a large archive as in a small one,
 * but for `git log`. Where nothing was written, git is not asked.
 * @param collection null where it cannot be read
 * @param read the history, where somebody read it already
 */
export async function checkEditorial(
	directory: string,
	collection: PlacedCollection | null,
	read?: RecordedArchive | Fault,
): Promise<EditorialCheck> {
	const editorial = await readEditorial(directory);
	const { provisions, posts, notes, pages, drafts } = editorial;
	const texts = provisions.length + posts.length + notes.length + pages.length;
	const { faults: misspoken, ...vocabulary } = await checkCollectionVocabulary(directory);
	const waiting = [
		...drafts.map(draftInWords),
		...editorial.remarks,
		...stillToCome(editorial),
		...checkedToCome(vocabulary.regulations),
	];
	if (texts === 0) return { texts, faults: [...misspoken, ...editorial.faults], remarks: waiting };
	const archive = read ?? (await readRecorded(directory, collection));
	const recorded =
		archive instanceof Fault ? archive : await spokenOf(archive, collection, editorial, vocabulary.topics);
	const known = recorded instanceof Fault ? { platforms: null } : recorded;
	const result = explained(directory, editorial, { ...vocabulary, ...known });
	const faults = [...misspoken, ...result.faults];
	if (!(recorded instanceof Fault)) {
		const dead = deadLinks(directory, editorial, {
			...vocabulary,
			...recorded,
			site: siteOf(collection),
			api: collection?.api !== false,
		});
		return {
			texts,
			faults: [...faults, ...dead],
			remarks: [...waiting, ...result.provisions.flatMap(movedOn)],
		};
	}
	const unproven = `quotes and links were not checked against the archive. ${recorded.message.replace('\n ', '.')}`;
	return { texts, faults, remarks: [...waiting, unproven] };
}

function draftInWords({ file, field }: Draft): string {
	return `${file}: a draft, published nowhere until somebody has read it and fills in ${field}`;
}

/** Where its versions are, which changes share a page, and whether an API is left out. */
type PlacedCollection = Pick<Collection, 'versions' | 'yearPagesAfter'> &
	Partial<Pick<Collection, 'api' | 'site'>>;

function siteOf(collection: PlacedCollection | null): string {
	return collection?.site ?? usualSite;
}

const { site: usualSite } = collectionSchema.parse({});

interface Spoken {
	readonly history: JoinedHistory;
	readonly platforms: readonly Platform[];
	/** Of all agreements: those that no text names may be what somebody meant. */
	readonly names: ReadonlyMap<string, readonly string[]>;
	/** Of those that texts lead to, the ones that have a digest. */
	readonly weeks: readonly string[];
}

/** What the texts speak of, and what they lead to. */
async function spokenOf(
	{ repository, history }: RecordedArchive,
	collection: PlacedCollection | null,
	editorial: Editorial,
	topics: readonly Topic[],
): Promise<Spoken> {
	const { files: linked, sided, weeks } = linkedFiles(editorial, history, siteOf(collection));
	const spoken = [...editorial.provisions, ...editorial.notes].map((text) =>
		todaysFile(history, `${text.platform}/${text.agreement}.md`),
	);
	const plain = new Set([...spoken, ...linked].filter((file) => !sided.has(file)));
	const read = [
		...(await readAgreements(repository.directory, history, plain)),
		...(sided.size === 0 ? [] : await readAgreements(repository.directory, history, sided, topics)),
	];
	const ownFrom = firstOwnYear(yearPagesAfter(collection ?? {}), newestVersion(history));
	return {
		history,
		platforms: withYearPages(together(read), ownFrom),
		names: recordedNames(history),
		weeks: await shownWeeks(repository, history, weeks),
	};
}

/** Each platform once, with all of its agreements that were read. */
function together(platforms: readonly Platform[]): readonly Platform[] {
	return [...Map.groupBy(platforms, ({ slug }) => slug).values()].map((parts) => ({
		...(parts[0] as Platform),
		agreements: parts.flatMap(({ agreements }) => agreements),
	}));
}

/** Days of other texts than provisions that are still to come: they are shown all the same. */
function stillToCome({ posts, notes, pages, provisions }: Editorial): readonly string[] {
	const days = [
		...posts.map((text) => ({ text, field: 'published', day: text.published })),
		...notes.map((text) => ({ text, field: 'written', day: text.written })),
		...pages.map((text) => ({ text, field: 'updated', day: text.updated })),
		...provisions.map((text) => ({ text, field: 'quotedAsOf', day: text.quotedAsOf ?? '' })),
	];
	return days
		.filter(({ day }) => isToCome(day))
		.map(
			({ text, field, day }) =>
				`${text.file}:${text.fieldLines[field] ?? 1}: ${field}: ${day} is still to come, and it is shown already`,
		);
}

function checkedToCome(regulations: readonly Regulation[]): readonly string[] {
	return regulations
		.filter(({ checked }) => isToCome(checked.on))
		.map(({ id, checked }) => `regulations/${id}.yml: checked › on: ${checked.on} is still to come`);
}

function newestVersion({ versions }: JoinedHistory): string | null {
	const moments = [...versions.values()].flatMap((own) => own.map(({ fetched }) => fetched));
	return moments.reduce<string | null>(
		(newest, each) => (newest !== null && newest > each ? newest : each),
		null,
	);
}

/** Whoever reviewed a quote of a former text knew that it was gone: only what happened after the review is news. */
function movedOn({ file, reviewed, agreement, history }: Provision): readonly string[] {
	const change = history.movedOn === null ? undefined : agreement.changes[history.movedOn];
	const day = change?.version.fetched.slice(0, 10) ?? '';
	if (change === undefined || day <= reviewed) return [];
	const since = `its words were reviewed on ${reviewed} and moved on on ${day}`;
	return [`${file}: ${since} (change ${change.day} of ${agreement.path}); today: ${history.state}`];
}
