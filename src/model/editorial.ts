/** What people write about agreements: the heads of the MDX files under `provisions/`, `posts/` and `notes/` of a collection. */
import { z } from 'zod';
import { day } from './calendar-day.ts';

const said = z.string().regex(/\S/, 'say it in words');
/** What a page that was begun says where people should write: until they did it is not ready for readers. */
export const unwritten = 'TODO';
const written = said.regex(new RegExp(`^(?!${unwritten}\\b)`), `it still says ${unwritten}: write it`);
const anchorText = z.strictObject({
	exact: said,
	/** What stands right before and after it; needed where the same words stand twice. */
	prefix: z.string().optional(),
	suffix: z.string().optional(),
});

/** `provisions/<platform>/<slug>.mdx`: one clause, explained. Only the first eight fields are required. */
export const provisionSchema = z.strictObject({
	/** Names as in the archive's folders. */
	platform: said,
	agreement: said,
	title: written,
	/** `Topic.id` */
	topic: said,
	/** Word for word, white space and typographic quotes aside (W3C TextQuoteSelector); a plain text is the exact part alone. */
	quote: z.union([said.transform((exact) => ({ exact })), anchorText], {
		error: 'words of the clause are expected, or exact with prefix or suffix',
	}),
	/** The day on which a person last read the clause and what is written here of it. */
	reviewed: day,
	/** One sentence in plain language. */
	lead: written,
	whyItMatters: written,
	/** Who wrote it. */
	author: said.optional(),
	/** The day as of whose text the clause is quoted, where that is not the day of the review: for clauses that are gone. */
	quotedAsOf: day.optional(),
	/** What the text leaves open. */
	leavesOpen: said.optional(),
	affected: z.strictObject({ people: said.optional(), organisations: said.optional() }).optional(),
	exposure: z.strictObject({ level: z.enum(['low', 'medium', 'high']), reason: said }).optional(),
	/** `Regulation.id`, the articles that it touches, and how. */
	regulations: z.array(z.strictObject({ regulation: said, citation: said, touches: said })).default([]),
	jurisdictions: z.array(z.strictObject({ place: said, differs: said })).default([]),
	enforcement: said.optional(),
	/** What it means for contracts, and for those who buy from the platform or sell to it. */
	vendors: said.optional(),
	compliance: z.array(said).default([]),
	/** Steps that somebody who relies on the platform should take. */
	diligence: z.array(said).default([]),
	questions: z.array(z.strictObject({ question: said, answer: said })).default([]),
});

/** `posts/<slug>.mdx` */
export const postSchema = z.strictObject({
	title: said,
	published: day,
	author: said,
	/** One or two sentences, shown in lists and feeds. */
	lead: said,
	/** `<platform folder>/<slug>` of provisions that it speaks of. */
	provisions: z.array(said).default([]),
	/** `Topic.id` */
	topics: z.array(said).default([]),
});

/** `pages/<slug>.mdx`: what the maintainer has to say of the site itself, such as an imprint. */
export const pageSchema = z.strictObject({
	/** Names it in the foot of every page. */
	title: said,
	/** One or two sentences on what it says, for search engines and previews. */
	lead: said,
	/** The day on which somebody last went over it. */
	updated: day,
	/** Where it stands among the others in the foot; those without a place come last, by title. */
	place: z.int().min(1).optional(),
});

/** `notes/<name>.mdx`: a person's summary of one change. */
export const noteSchema = z.strictObject({
	platform: said,
	agreement: said,
	/** Last part of the change's address: `2026-06-16` or `2026-06-16-2`. */
	change: z
		.union([z.string(), z.date()])
		.transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
		.refine((text) => /^\d{4}-\d\d-\d\d(-\d+)?$/.test(text), {
			error: 'the last part of a change’s address is expected, such as 2026-06-16',
		}),
	author: said,
	written: day,
	/** What it means, in a few sentences: stands on the page of the change and in feeds. */
	summary: said,
});

/** Field of the head that a person fills in when they have read what stands there: without it, the file is a draft. */
export const signedBy = { provisions: 'reviewed', notes: 'written' } as const;

/** A provision or note that nobody has signed: it is published nowhere, and stops nothing. */
export interface Draft {
	/** Path below the collection. */
	readonly file: string;
	/** Field that a person has to fill. */
	readonly field: 'reviewed' | 'written';
}

export interface Written {
	/** Path below the collection: `provisions/Tallybird/arbitration.mdx`. */
	readonly file: string;
	/** MDX below the head; may be empty. */
	readonly body: string;
	/** Line of the file at which the body begins. */
	readonly bodyLine: number;
	/** Field of the head → its line: `regulations.1` → 12. */
	readonly fieldLines: Readonly<Record<string, number>>;
}

export type ProvisionText = z.infer<typeof provisionSchema> & Written & { readonly slug: string };
export type Post = z.infer<typeof postSchema> & Written & { readonly slug: string };
export type OwnPage = z.infer<typeof pageSchema> & Written & { readonly slug: string };
export type Note = z.infer<typeof noteSchema> & Written;
