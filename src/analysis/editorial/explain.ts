/** Brings what people wrote together with the archive: every quote proven, every name known, every fault found at once. */
import type { Agreement, Platform, Provision } from '../../model/archive.ts';
import { hasPage } from '../../model/change.ts';
import type { Draft, Note, OwnPage, Post, ProvisionText, Written } from '../../model/editorial.ts';
import type { Regulation } from '../../model/regulation.ts';
import type { Topic } from '../../model/topic.ts';
import { type Anchor, quoteAnchor } from '../quotes/anchor-quote.ts';
import { type Complaint, refusalComplaint, unknownName } from './complaints.ts';
import { bodyComplaints } from './editorial-body.ts';

export interface EditorialTexts {
	readonly provisions: readonly ProvisionText[];
	readonly posts: readonly Post[];
	readonly notes: readonly Note[];
	readonly pages: readonly OwnPage[];
	/** That are published nowhere yet. */
	readonly drafts: readonly Draft[];
}

/** What the texts speak of. */
export interface Spoken {
	/** Null where there is no history to prove them by: then no quote and no change is looked for. */
	readonly platforms: readonly Platform[] | null;
	/** Platform → its agreements, where `platforms` holds only the agreements that are spoken of. */
	readonly names?: ReadonlyMap<string, readonly string[]>;
	readonly topics: readonly Pick<Topic, 'id'>[];
	readonly regulations: readonly Pick<Regulation, 'id'>[];
}

export interface EditorialComplaint extends Omit<Complaint, 'field'> {
	/** Path below the collection. */
	readonly file: string;
	/** Line of the file that is meant; left out where all of it is. */
	readonly line?: number;
}

export interface Explained {
	/** By platform, then by title. */
	readonly provisions: readonly Provision[];
	readonly complaints: readonly EditorialComplaint[];
}

export function explain(texts: EditorialTexts, spoken: Spoken): Explained {
	const anchorIn = anchors();
	const results = texts.provisions.map((text) => provisionOf(text, spoken, anchorIn));
	const provisions = results.flatMap((result) => ('history' in result ? [result] : []));
	const complaints = [
		...results.flatMap((result) => ('history' in result ? [] : result.complaints)),
		...sharedAddresses(texts.provisions, ({ platform, slug }) => `${platform}/${slug}`),
		...sharedAddresses(texts.posts, ({ slug }) => slug),
		...sharedAddresses(texts.pages, ({ slug }) => slug),
		...texts.posts.flatMap((post) => postComplaints(post, texts, spoken)),
		...texts.notes.flatMap((note) => noteComplaints(note, spoken)),
		...[...texts.provisions, ...texts.posts, ...texts.notes, ...texts.pages].flatMap(bodyFaults),
	];
	return { provisions: provisions.sort(byPlatformAndTitle), complaints };
}

function byPlatformAndTitle(one: Provision, other: Provision): number {
	const compare = (left: string, right: string) => left.localeCompare(right, 'en');
	return compare(one.platform.name, other.platform.name) || compare(one.title, other.title);
}

function provisionOf(
	text: ProvisionText,
	spoken: Spoken,
	anchorIn: (agreement: Agreement) => Anchor,
): Provision | { readonly complaints: readonly EditorialComplaint[] } {
	const said = (complaint: Complaint) => inHead(text, complaint);
	const complaints = [
		...known('topic', [text.topic], spoken.topics),
		...known(
			'regulations',
			text.regulations.map(({ regulation }) => regulation),
			spoken.regulations,
		),
	].map(said);
	const place = placeOf(text, spoken);
	if (place === null) return { complaints };
	if ('what' in place) return { complaints: [...complaints, said(place)] };
	const day = text.quotedAsOf ?? text.reviewed;
	const anchored = anchorIn(place.agreement)(text.quote, { quoted: day, reviewed: text.reviewed });
	if (anchored.kind === 'refused') {
		const complaint = refusalComplaint(anchored.refusal, text.quote, day, place.agreement.versions);
		return { complaints: [...complaints, said(complaint)] };
	}
	if (complaints.length > 0) return { complaints };
	return { ...text, ...place, history: anchored.history };
}

/** An agreement with several provisions is read once: its ledger may lie on disk. */
function anchors(): (agreement: Agreement) => Anchor {
	const known = new Map<Agreement, Anchor>();
	return (agreement) => {
		const anchor = known.get(agreement) ?? quoteAnchor(agreement);
		known.set(agreement, anchor);
		return anchor;
	};
}

/** Platform and agreement by their names in the archive; null where nothing is known of it. */
function placeOf(
	{ platform: name, agreement: title }: { readonly platform: string; readonly agreement: string },
	{ platforms, names = namesOf(platforms ?? []) }: Spoken,
): { platform: Platform; agreement: Agreement } | Complaint | null {
	if (platforms === null) return null;
	const renamed = formerlyAt(platforms, `${name}/${title}.md`);
	if (renamed !== null) return renamed;
	const titles = names.get(name);
	if (titles === undefined) return unknownName('platform', name, [...names.keys()]);
	const platform = platforms.find((each) => each.name === name);
	const agreement = platform?.agreements.find((each) => each.name === title);
	if (platform === undefined || agreement === undefined) return unknownName('agreement', title, titles);
	return { platform, agreement };
}

/** Whoever wrote under a former name need not write it anew. */
function formerlyAt(
	platforms: readonly Platform[],
	file: string,
): { platform: Platform; agreement: Agreement } | null {
	for (const platform of platforms)
		for (const agreement of platform.agreements)
			if (agreement.former.some((name) => name.path === file)) return { platform, agreement };
	return null;
}

function namesOf(platforms: readonly Platform[]): ReadonlyMap<string, readonly string[]> {
	return new Map(platforms.map(({ name, agreements }) => [name, agreements.map((each) => each.name)]));
}

function known(
	field: string,
	ids: readonly string[],
	there: readonly { readonly id: string }[],
): readonly Complaint[] {
	const names = there.map(({ id }) => id);
	return ids.flatMap((id, at) => (names.includes(id) ? [] : [unknownName(`${field}.${at}`, id, names)]));
}

/** With the line of its field, or of what should hold it. */
function inHead({ file, fieldLines }: Written, { field, ...said }: Complaint): EditorialComplaint {
	const line = fieldLines[field] ?? fieldLines[field.replace(/\..*/, '')];
	return { file, ...said, ...(line === undefined ? {} : { line }) };
}

/** The folder plays no part in an address: two files of one name may ask for the same. */
function sharedAddresses<Text extends Written>(
	texts: readonly Text[],
	addressOf: (text: Text) => string,
): readonly EditorialComplaint[] {
	const seen = new Map<string, Text>();
	return texts.flatMap((each) => {
		const address = addressOf(each);
		const before = seen.get(address);
		seen.set(address, before ?? each);
		if (before === undefined) return [];
		const what = `its address is that of ${before.file} already`;
		return [{ file: each.file, what, remedy: 'Rename one of the two files.' }];
	});
}

function postComplaints(
	post: Post,
	{ provisions, drafts }: EditorialTexts,
	{ topics }: Spoken,
): readonly EditorialComplaint[] {
	const there = provisions.map(({ file }) => ({ id: nameOfProvision(file) }));
	const waiting = new Map(drafts.map((draft) => [nameOfProvision(draft.file), draft]));
	const drafted = post.provisions.flatMap((name, at) => {
		const draft = waiting.get(name);
		return draft === undefined ? [] : [stillDraft(`provisions.${at}`, draft)];
	});
	const complaints = [
		...known('topics', post.topics, topics),
		...known('provisions', post.provisions, [...there, ...[...waiting.keys()].map((id) => ({ id }))]),
		...drafted,
	];
	return complaints.map((complaint) => inHead(post, complaint));
}

function nameOfProvision(file: string): string {
	return file.slice('provisions/'.length, -'.mdx'.length);
}

function stillDraft(field: string, { file, field: signature }: Draft): Complaint {
	return {
		field,
		what: `${field.replace(/\.\d+$/, '')}: ${file} is a draft, and published nowhere`,
		remedy: `Fill in ${signature} there once somebody has read it, or leave it out here.`,
	};
}

function noteComplaints(note: Note, spoken: Spoken): readonly EditorialComplaint[] {
	const place = placeOf(note, spoken);
	if (place === null) return [];
	if ('what' in place) return [inHead(note, place)];
	const { changes } = place.agreement;
	// A change may lose its page when a rule is improved. What was written of it then stands on its row of the history.
	if (changes.some(({ day }) => day === note.change)) return [];
	return [
		inHead(
			note,
			unknownName(
				'change',
				note.change,
				changes.filter(hasPage).map(({ day }) => day),
			),
		),
	];
}

function bodyFaults({ file, body, bodyLine }: Written): readonly EditorialComplaint[] {
	const markdown = 'Write it in Markdown: editorial pages are text, and nothing in them runs.';
	return bodyComplaints(body).map(({ line, what, remedy = markdown }) => ({
		file,
		line: bodyLine + line - 1,
		what,
		remedy,
	}));
}
