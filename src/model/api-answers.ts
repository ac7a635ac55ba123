/**
 * The answers of the API as schemas: they type what is written, prove it in tests, and become the OpenAPI document. Within a version of the
 * API fields may come and none goes or alters its meaning; a program passes over those that it does not know.
 */
import { z } from 'zod';
import { changeClasses } from './change.ts';
import { datedKinds } from './dated.ts';

const address = z.url();
const moment = z.iso.datetime().describe('When the page was fetched, UTC.');
const day = z.iso.date();
const commit = z.string().regex(/^[0-9a-f]{40,64}$/);

export const named = z.object({
	id: z.string().describe('As addresses name it.'),
	name: z.string().describe('As the archive names it.'),
});

export const feeds = z.object({ rss: address, json: address.describe('JSON Feed 1.1.') });

/** Whose, and which: the same two fields wherever an agreement is spoken of. */
const ofAgreement = { platform: named, agreement: named };

const inRepository = {
	path: z.string().describe('File of the agreement in the git repository.'),
	repository: address.nullable().describe('The git repository; null where the collection names none.'),
};

export const monthRef = z.object({
	month: z.string().regex(/^\d{4}-\d\d$/),
	changes: z.int().describe('How many its answer lists.'),
	api: address,
});

export const apiIndex = z.object({
	api: z.literal('1'),
	name: z.string(),
	tagline: z.string(),
	site: address.describe('The home page.'),
	repository: inRepository.repository,
	commit: commit.nullable().describe('Commit of the archive that all answers tell of.'),
	latest: moment.nullable().describe('When the newest version was fetched.'),
	engine: z.string().describe('Name and version of the program.'),
	counts: z.object({
		platforms: z.int(),
		agreements: z.int(),
		versions: z.int(),
		clauses: z.int().describe('Of the texts of today.'),
		provisions: z.int(),
	}),
	addresses: z
		.object({
			openapi: address,
			lookup: address,
			provisions: address,
			status: address,
			data: address.describe('Page of the data set.'),
			platform: z.string().describe('Template (RFC 6570): {platform} is an id.'),
			agreement: z.string().describe('Template: {platform}, {agreement}.'),
			clauses: z.string().describe('Template: {platform}, {agreement}.'),
			month: z.string().describe('Template: {month} is YYYY-MM.'),
			topic: z.string().describe('Template: {topic} is an id.'),
		})
		.describe('Where the other answers are.'),
	platforms: z.array(
		named.extend({
			agreements: z.int(),
			latest: moment.nullable(),
			address,
			api: address,
		}),
	),
	topics: z.array(named.extend({ address, api: address })),
	months: z.array(monthRef).describe('Newest first; months without a change that has a page are left out.'),
});

/** Words of an agreement with all that proves them. */
export const quote = z.object({
	text: z
		.string()
		.describe(
			'Word for word, without markup; an ellipsis stands where it was cut, a dot (·) between the cells of a row, where clauses have a bar.',
		),
	marks: z
		.array(z.tuple([z.int(), z.int()]))
		.describe('Decisive words: start and end in `text`, in UTF-16 code units.'),
	...ofAgreement,
	language: z.string().describe('BCP 47; und where it cannot be told.'),
	clause: z.string().describe('Name of the clause, lasting; in an address it stands after #.'),
	number: z.string().describe('Number of the clause as written; may be empty.'),
	section: z.string().describe('Heading above it, without number; may be empty.'),
	path: inRepository.path,
	commit: commit.describe('A commit whose text holds the words: the newest such version.'),
	fetched: moment.describe('When that version was fetched.'),
	address: address.describe('Where the clause is to be read, or what tells of its end.'),
	since: day.describe('Day of the version with which the clause began to say so.'),
	reworded: day.nullable().describe('Day of the version that last reworded it since.'),
	until: day.nullable().describe('Day of the version without it; null while it stands.'),
});

export const stance = z.object({
	id: z.string(),
	name: z.string().describe('Beside the name of the topic: "unless you opt out".'),
	says: z.string().describe('After the name of a platform: "trains on what you write".'),
	side: z
		.enum(['affirms', 'denies', 'forbids'])
		.describe('Whether it affirms what the topic’s name says, denies it, or forbids it to the person.'),
});

const takenStance = z
	.string()
	.nullable()
	.describe('Id of the stance; null where the words take no side that is proven.');

export const platformAnswer = z.object({
	platform: named,
	address,
	feeds,
	former: z.array(named).describe('Names under which it, or what became part of it, was recorded before.'),
	agreements: z.array(
		named.extend({
			language: quote.shape.language,
			versions: z.int(),
			clauses: z.int().describe('Of the text of today.'),
			first: moment,
			latest: moment,
			address,
			api: address,
			clausesApi: address,
		}),
	),
	topics: z
		.array(
			z.object({
				topic: named,
				address: address.describe('Page of the platform on the topic; that of the topic where it has none.'),
				stance: takenStance.describe('Id of the side that the platform takes; null where none is proven.'),
				quotes: z
					.array(quote.extend({ stance: takenStance }))
					.describe('Every clause on it, of the texts of today; where there is none, the last that was.'),
			}),
		)
		.describe('Found by rule, not reviewed. Topics that no clause is or was on are left out.'),
});

export const textVersion = z.object({
	commit,
	fetched: moment,
	day: z
		.string()
		.describe('Last part of the address of its change: its day (UTC), with -2 for the second of a day.'),
	text: z
		.int()
		.nullable()
		.describe(
			'Number of its text; null where it is too long to be followed. Versions that read alike share one.',
		),
});

export const agreementVersion = textVersion.extend({
	base: z
		.int()
		.nullable()
		.describe('Version that it is compared with, by its place in `versions`; null for a first record.'),
	provenSince: moment
		.nullable()
		.describe('When a time-stamp authority (RFC 3161) proved its text to exist; null where none did.'),
	class: z.enum(changeClasses),
	rank: z.enum(['prominent', 'low', 'folded']),
	hindsight: z.string().nullable().describe('Why the rank differs from that of the class.'),
	sentence: z.string().describe('What changed, in a computed sentence.'),
	address: address.describe('Page of the change; where it has none, its row in the history.'),
});

export const agreementAnswer = z.object({
	...ofAgreement,
	language: quote.shape.language,
	...inRepository,
	address,
	history: address,
	feeds,
	clausesApi: address,
	sources: z.array(z.string()).describe('Where the page was fetched from, as its newest version says.'),
	former: z.array(z.object(ofAgreement)).describe('Names under which it was recorded before, oldest first.'),
	retired: z
		.object({ day, why: z.string().describe('Empty where nobody says.') })
		.nullable()
		.describe('The last day on which it was followed; null while it is.'),
	stated: z
		.object({ effective: day.nullable(), updated: day.nullable() })
		.describe('Days that the text of today gives itself.'),
	versions: z.array(agreementVersion).describe('Every recorded version, in the order of the commits.'),
});

export const clauseRow = z.object({
	clause: quote.shape.clause,
	kind: z.enum(['heading', 'paragraph', 'item', 'row']),
	depth: z.int().min(1).optional().describe('Level of a heading, depth of a list item; left out of others.'),
	number: z.string().min(1).optional().describe('As written; part of `text`; left out where it has none.'),
	text: z.string().describe('What a reader sees: no markup, no link targets.'),
	stands: z
		.array(z.tuple([z.int(), z.int()]))
		.describe('Runs of texts that it stands in, by their numbers, first and last included.'),
});

export const clausesAnswer = z.object({
	...ofAgreement,
	language: quote.shape.language,
	...inRepository,
	address: address.describe(
		'Page of the agreement; with # and the name of a clause, the place of that clause.',
	),
	versions: z.array(textVersion).describe('Every recorded version, in the order of the commits.'),
	rows: z
		.array(clauseRow)
		.describe('Every wording of every clause. Those that stand in a text, in this order, are that text.'),
});

export const wordEdit = z.object({
	kind: z.enum(['same', 'ins', 'del']),
	text: z.string(),
});

export const changeAnswer = z.object({
	...ofAgreement,
	path: inRepository.path,
	version: z.int().describe('Its place in `versions` of the agreement.'),
	base: agreementVersion.shape.base,
	commit: commit.describe('Of the version after.'),
	parent: commit.nullable().describe('Of the version before; null for a first record.'),
	fetched: moment,
	day: textVersion.shape.day,
	class: agreementVersion.shape.class,
	rank: agreementVersion.shape.rank,
	hindsight: agreementVersion.shape.hindsight,
	sentence: agreementVersion.shape.sentence,
	address: agreementVersion.shape.address,
	wordsIn: z.int(),
	wordsOut: z.int(),
	topics: z.array(z.string()).describe('Ids of topics of clauses that came in, went out or were reworded.'),
	turns: z
		.array(z.object({ topic: z.string(), before: takenStance, after: takenStance }))
		.describe('Sides that the agreement took, turned or gave up; of prominent changes alone.'),
	dated: z
		.object({
			kind: z.enum(datedKinds),
			says: z.enum(['effective', 'updated']),
			day,
			seen: day,
			days: z.int(),
		})
		.nullable()
		.describe('How the day that the page gives itself stands to the change; null where it gives none.'),
	passage: z
		.array(wordEdit)
		.describe('The most telling words, what went out before what came in; of prominent changes alone.'),
});

export const monthAnswer = z.object({
	month: monthRef.shape.month,
	address,
	recorded: z.int().describe('Recorded versions of the month, those without a page included.'),
	earlier: address.nullable(),
	later: address.nullable(),
	changes: z
		.array(changeAnswer)
		.describe('Those that have a page, newest first; the others stand in `versions` of their agreements.'),
});

export const topicAnswer = z.object({
	topic: named,
	address,
	feeds,
	definition: z.string(),
	counts: z.array(z.string()).describe('What counts as a clause on it.'),
	countsNot: z.array(z.string()),
	weight: z.int().min(1).max(3),
	stances: z
		.array(stance)
		.describe('Sides that a sentence can take on it, the one that stands for others first.'),
	found: z
		.object({ with: z.int(), of: z.int() })
		.describe('Platforms with such a clause, of those that can be read.'),
	platforms: z
		.array(
			z.object({
				platform: named,
				address: address.describe('Page of the platform on the topic; that of the topic where it has none.'),
				api: address,
				stance: takenStance,
				forbids: z.boolean().describe('Whether it forbids it to the person, too.'),
				clauses: z.int().describe('How many take that side; the answer of the platform quotes them all.'),
				quote: quote.describe('The one that shows it most plainly.'),
			}),
		)
		.describe('By name. Found by rule, not reviewed.'),
	changes: z.array(changeAnswer).describe('The newest fifty that matter.'),
});

export const provisionAnswer = z.object({
	id: z.string(),
	title: z.string(),
	topic: named,
	address,
	feeds,
	state: z
		.enum(['current', 'reworded', 'removed', 'restored'])
		.describe('How the quoted words stand to the text of today.'),
	quote,
	reviewed: day.describe('When a person last read the clause and what is written of it.'),
	author: z.string().nullable(),
	lead: z.string().describe('Written by a person, as what follows.'),
	whyItMatters: z.string(),
});

export const provisionsAnswer = z.object({ provisions: z.array(provisionAnswer) });

export const statusAnswer = z.object({
	updated: moment.nullable().describe('When the last capture ended; null where the archive does not say.'),
	agreements: z.array(
		z.object({
			platform: z.string(),
			agreement: z.string(),
			api: address.nullable().describe('Null where nothing is recorded yet.'),
			state: z
				.enum(['held', 'failing', 'never', 'overdue', 'ended', 'fine', 'unknown'])
				.describe(
					'`held` the page shows a text that is not believed; `failing` there was no text; `never` nothing recorded yet; `overdue` nobody looked for days; `ended` declared no longer, or taken out; `fine` the page shows the recorded text; `unknown` nothing says.',
				),
			checked: moment.nullable(),
			since: z.string().nullable().describe('Since when it is so.'),
			cause: z.string().describe('What is wrong; empty where nothing is.'),
		}),
	),
});

export const lookupAnswer = z.object({
	agreements: z.array(
		z.object({
			...ofAgreement,
			sources: z.array(z.string()).describe('Addresses that it is, or was, fetched from.'),
			former: z.array(z.object(ofAgreement)),
			address,
			api: address,
			clausesApi: address,
		}),
	),
	topics: z.array(
		named.extend({
			also: z.array(z.string()).describe('Other words by which people ask for it.'),
			address,
			api: address,
		}),
	),
	regulations: z.array(named.extend({ short: z.string(), topics: z.array(z.string()), address })),
	provisions: z.array(named.extend({ platform: z.string(), topic: z.string(), address })),
});

export type ApiIndex = z.infer<typeof apiIndex>;
export type Quote = z.infer<typeof quote>;
export type PlatformAnswer = z.infer<typeof platformAnswer>;
export type AgreementAnswer = z.infer<typeof agreementAnswer>;
export type ClausesAnswer = z.infer<typeof clausesAnswer>;
export type ClauseRow = z.infer<typeof clauseRow>;
export type ChangeAnswer = z.infer<typeof changeAnswer>;
export type MonthAnswer = z.infer<typeof monthAnswer>;
export type TopicAnswer = z.infer<typeof topicAnswer>;
export type ProvisionsAnswer = z.infer<typeof provisionsAnswer>;
export type StatusAnswer = z.infer<typeof statusAnswer>;
export type LookupAnswer = z.infer<typeof lookupAnswer>;
