/** `src/content/topics/<id>.yml`, or `topics/<id>.yml` of a collection: what a clause can be about, and the rules by which clauses on it are found. */
import { z } from 'zod';
import { citedSchema } from './cited.ts';

const said = z.string().regex(/\S/, 'say it in words');

/** Kinds of potentially unfair clauses that the CLAUDETTE corpora mark, by their tags there. */
export const claudetteTags = ['a', 'ch', 'cr', 'j', 'law', 'ltd', 'pinc', 'ter', 'use'] as const;

/** Who acts in a sentence. A business customer is somebody who agrees, too: a rule about `you` is about it as well. */
export const actors = ['platform', 'you', 'business', 'third-party'] as const;

export type Actor = (typeof actors)[number];

const name = z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens are expected');

/** How a sentence takes a side: what it says is done, by whom, and whether that is denied. Of several rules the first that fits decides. */
const stanceRuleSchema = z.strictObject({
	/** `Stance.id` of the topic. */
	stance: name,
	/** Who does it; without, whoever does. */
	actor: z.enum(actors).optional(),
	/** Whether it is denied or forbidden; without, either. */
	denied: z.boolean().optional(),
	/** Patterns whose decisive words name the act; without, those of `acts`. */
	find: z.array(said).min(1).optional(),
	/** The sentence matches one of these as well: a condition. */
	with: z.array(said).min(1).optional(),
	/** … and none of these. */
	unless: z.array(said).default([]),
});

/** Patterns of one language; their form is that of `src/analysis/patterns/pattern-language.ts`. */
const ruleSchema = z.strictObject({
	/** A sentence that matches one of them is on the topic … */
	find: z.array(said).min(1),
	/** … unless it matches one of these as well. */
	unless: z.array(said).default([]),
	/** What is done, in the words of most sentences on the topic: shared by the stances. */
	acts: z.array(said).min(1).optional(),
	/** A side is told only of a sentence that `find` finds: for topics whose acts are words of other matters, too. */
	onlyFound: z.boolean().optional(),
	stances: z.array(stanceRuleSchema).default([]),
});

/** A side that a sentence can take. */
const stanceSchema = z.strictObject({
	id: name,
	/** Beside the topic's name: "unless you opt out". */
	name: said,
	/** After "4 platforms": "train on what you write", and after the name of one: "trains on what you write". */
	many: said,
	one: said,
	/** Whether it affirms what the topic's name says, denies it, or forbids it to the person. */
	side: z.enum(['affirms', 'denies', 'forbids']),
	/** False where headlines quote the sentence in place of claiming the side: too much that was claimed proved untrue when it was read. */
	claimed: z.boolean().default(true),
	/**
	 * One sentence in plain words, with `{platform}` for its name: "{platform} gives your money back[ within {period}]." What stands in square
	 * brackets is left out unless the clause states what they name: `{period}`, `{amount}` or `{age}`. Where several are told, the later ones
	 * say "It".
	 */
	lead: said
		.regex(/^\{platform\} .*\.$/, 'a sentence that begins with {platform} and ends with a stop is expected')
		.optional(),
	/** After "Until then it": "said that it did not train models on it". */
	before: said.optional(),
	/** How much hangs on a clause of this kind: a judgement about the kind, not about a platform. */
	exposure: z.strictObject({ level: z.enum(['low', 'medium', 'high']), reason: citedSchema }).optional(),
});

/** What is to be said of clauses of this kind, whichever platform has them: interpretation, apart from all that is computed. */
const readingSchema = z.strictObject({
	whyItMatters: citedSchema,
	/** Words and numbers that make the difference between one such clause and another. */
	lookFor: z.array(citedSchema).min(2),
	/** What such clauses usually leave open. */
	leavesOpen: citedSchema,
	affected: z.strictObject({ people: citedSchema, organisations: citedSchema }),
	/** What differs where; each names its source. */
	jurisdictions: z
		.array(
			z.strictObject({
				place: said,
				differs: citedSchema.refine(
					(text) => /\[[a-z0-9-]+, /.test(text),
					'name its source: [gdpr, Article 22(1)]',
				),
			}),
		)
		.min(1),
	/** What it means for contracts, and for those who buy from the platform or sell to it. */
	vendors: citedSchema,
	compliance: z.array(citedSchema).min(1),
	/** Steps that somebody who relies on the platform should take. */
	diligence: z.array(citedSchema).min(1),
	questions: z.array(z.strictObject({ question: said, answer: citedSchema })).min(2),
});

export const topicSchema = z.strictObject({
	name: said,
	/** One or two sentences: what clauses on it do. */
	definition: said,
	/** What counts, and what looks alike and does not: one sentence each. */
	counts: z.array(said).min(1),
	countsNot: z.array(said).min(1),
	/**
	 * Language → words by which people ask for it, beside its name, each with the forms that they type: `de: [Erstattung, Rückerstattung]`. A
	 * search for one of them leads to the topic's page.
	 */
	also: z
		.record(z.string().regex(/^[a-z]{2,3}$/, 'a language such as en is expected'), z.array(said).min(1))
		.optional(),
	/** How much a change of such a clause weighs in a digest: 1 little, 3 much. */
	weight: z.int().min(1).max(3),
	/** What other vocabularies call it; empty where they have no word for it. */
	counterparts: z.strictObject({
		/** Tags of the CLAUDETTE corpora (Lippi et al. 2019, https://doi.org/10.1007/s10506-019-09243-2). */
		claudette: z.array(z.enum(claudetteTags)).default([]),
		/** Categories of OPP-115 (Wilson et al. 2016, https://usableprivacy.org/data). */
		opp115: z.array(said).default([]),
		/** Labels of CUAD (Hendrycks et al. 2021, https://arxiv.org/abs/2103.06268). */
		cuad: z.array(said).default([]),
	}),
	/** Whether a headline may claim a side on it: only where the rules were measured on fifty labelled sentences or more, and where what was claimed proved true when it was read. */
	claimed: z.boolean().default(false),
	/** In the order in which pages tell them: of several that a platform takes the first stands for it. Empty where nobody has read for it yet. */
	stances: z.array(stanceSchema).default([]),
	reading: readingSchema.optional(),
	/** Language, such as `en` → its rule. */
	rules: z.record(z.string().regex(/^[a-z]{2,3}$/, 'a language such as en is expected'), ruleSchema),
});

/** `src/content/word-lists/<language>.yml`: words that the patterns of many topics name as `<list>`. */
export const wordListsSchema = z.record(z.string().regex(/^[a-z][a-z-]*$/), z.array(said).min(1));

export type TopicWordLists = z.infer<typeof wordListsSchema>;
export type TopicRule = z.infer<typeof ruleSchema>;
export type StanceRule = z.infer<typeof stanceRuleSchema>;
export type Stance = z.infer<typeof stanceSchema>;
export type TopicReading = z.infer<typeof readingSchema>;

export interface Topic extends z.infer<typeof topicSchema> {
	/** Name of its file: `ai-training`. */
	readonly id: string;
	/** Of the program or of the collection: `src/content/topics/ai-training.yml`, `topics/loot-boxes.yml`. */
	readonly file: string;
	/** Language → the word lists that its patterns may name, shared by all topics: `src/content/word-lists`. */
	readonly lists?: Readonly<Record<string, TopicWordLists>>;
}

/** A clause that a rule found to be on a topic, as it stands today or as it last stood. Found by rule, not reviewed. */
export interface TopicFinding {
	/** `Topic.id` */
	readonly topic: string;
	/** `Stance.id` of the topic: the side that these words take; null where none is proven. */
	readonly stance: string | null;
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	readonly anchor: string;
	/** Leading number as written, or empty. */
	readonly number: string;
	/** Heading above it, without number; empty where it has none. */
	readonly section: string;
	/** The sentence or sentences that decide, as a reader sees them, without the clause's number; cut with an ellipsis where they are long. */
	readonly quote: string;
	/** Where in `quote` the decisive words stand: start and end of each run, in order. */
	readonly marks: readonly (readonly [start: number, end: number])[];
	/** Index of the change with which the clause began to say so, of the one that last reworded it, and of the one that ended it. */
	readonly since: number;
	readonly reworded: number | null;
	readonly until: number | null;
}

/** Time in which a clause was on a topic and took one side there, or none that is proven: versions, first and last included. */
export interface SideStay {
	/** `Stance.id` of the topic, or null. */
	readonly stance: string | null;
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	readonly first: number;
	readonly last: number;
	/** Whether its sentence, as it stood last, came to the point at once: of others the rules are less sure. */
	readonly plain: boolean;
}

/** What the rules found in one agreement through all its versions. */
export interface AgreementTopics {
	/** Every clause of today's text, in its order, once for each side that it takes; after them, for a topic that no clause of today is on, the last one that was. */
	readonly findings: readonly TopicFinding[];
	/** Topic → runs of versions, oldest first, in which any clause was on it; gaps of a failed capture are bridged. */
	readonly spans: Readonly<Record<string, readonly { readonly first: number; readonly last: number }[]>>;
	/** Topic → every clause that was ever on it, once for each side that it took, in the order in which they came in. Brief absences are bridged, brief stays left out. */
	readonly stays: Readonly<Record<string, readonly SideStay[]>>;
}
