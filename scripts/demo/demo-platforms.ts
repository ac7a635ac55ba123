/** Reads `texts/`: every invented platform, its agreements and what became of them from revision to revision. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { changeClasses } from '../../src/model/change.ts';
import { Fault } from '../../src/model/fault.ts';
import { validate } from '../../src/model/validation.ts';
import { numberClauses } from './clause-numbers.ts';
import { applyEdits, editSchema } from './text-edits.ts';
import { parseUnits, type Units } from './text-units.ts';

const textsDirectory = join(import.meta.dirname, 'texts');

/** What a page may answer instead of the agreement, for one day. `gone` is a 404; `cut-short` the page with its first section alone. */
export const pageFaults = ['empty', 'bot-wall', 'unavailable', 'gone', 'cut-short'] as const;

const revisionSchema = z
	.strictObject({
		/** First day (UTC) that the page is like this. */
		on: z.iso.date(),
		/** For people: what this revision is there to show. */
		why: z.string().min(1),
		/** Class that Clausetrail should give the change; `none` where nothing may be recorded. */
		class: z.enum([...changeClasses, 'none']),
		/** A whole new text: a file beside the history. */
		text: z.string().optional(),
		edits: z.array(editSchema).optional(),
		/** Day of the revision whose text comes back. */
		restore: z.iso.date().optional(),
		/** Day that the page claims to be last updated on; otherwise the day of the last new text. */
		dated: z.iso.date().optional(),
		/** Day from which the page claims to hold; one that claims it goes on doing so. */
		holds: z.iso.date().optional(),
		/** Words of an entry that the site's menu gains on this day. */
		menu: z.string().optional(),
		fault: z.enum(pageFaults).optional(),
	})
	.refine(
		(revision) =>
			[revision.text, revision.edits, revision.restore, revision.dated, revision.menu, revision.fault].some(
				(field) => field !== undefined,
			),
		'needs one of text, edits, restore, dated, menu, fault',
	);

const agreementSchema = z.strictObject({
	name: z.string().min(1),
	address: z.url({ protocol: /^http$/ }),
	/** An address that the page moved away from and redirects. The declaration still names it. */
	formerly: z.url({ protocol: /^http$/ }).optional(),
	numbering: z.enum(['decimal', 'paragraph']).default('decimal'),
	/** Where "Last updated" stands: in the text that is captured, or above it. */
	updated: z.enum(['inside', 'outside']),
	history: z.array(revisionSchema).min(1),
});

const platformSchema = z.strictObject({
	name: z.string().min(1),
	language: z.enum(['en', 'de']),
	/** The company behind it, as the footer names it. */
	company: z.string().min(1),
	/** Which of the page designs the site uses. */
	design: z.enum(['app', 'press', 'portal']),
	charset: z.enum(['utf-8', 'iso-8859-1']).default('utf-8'),
	/** Whether the site sets the quotes of its texts as typographers do; the texts here are written with straight ones. */
	quotes: z.enum(['straight', 'curly']).default('curly'),
	menu: z.array(z.string().min(1)),
});

export type PageFault = (typeof pageFaults)[number];
export type DemoPlatform = z.infer<typeof platformSchema> & { readonly agreements: readonly DemoAgreement[] };
export type DemoAgreement = Omit<z.infer<typeof agreementSchema>, 'history'> & {
	/** Oldest first; at most one a day. */
	readonly revisions: readonly Revision[];
};

/** The state of one page from one day on. */
export interface Revision {
	readonly on: string;
	readonly why: string;
	readonly class: z.infer<typeof revisionSchema>['class'];
	/** As people wrote it: with marks instead of clause numbers. */
	readonly units: Units;
	/** Day in the page's "Last updated" line. */
	readonly dated: string;
	/** Day behind "Effective" in that line; null on a page that says none. */
	readonly holds: string | null;
	/** Entries that the menu has gained so far. */
	readonly menu: readonly string[];
	/** Answered on the day of the revision alone. */
	readonly fault: PageFault | null;
}

/** @throws Fault when a file is malformed, an edit misses its place or a clause label does not resolve */
export function loadDemoPlatforms(directory = textsDirectory): readonly DemoPlatform[] {
	return folders(directory).map((folder) => {
		const file = join(directory, folder, 'platform.yml');
		const platform = readYaml(file, platformSchema);
		const agreements = folders(join(directory, folder)).map((each) =>
			loadAgreement(join(directory, folder, each)),
		);
		return { ...platform, agreements };
	});
}

function loadAgreement(directory: string): DemoAgreement {
	const file = join(directory, 'history.yml');
	const { history, ...agreement } = readYaml(file, agreementSchema);
	const revisions: Revision[] = [];
	for (const entry of history) {
		const where = `${file} ${entry.on}`;
		const revision = nextRevision(revisions, entry, directory, where);
		numberClauses(revision.units, agreement.numbering, where);
		revisions.push(revision);
	}
	return { ...agreement, revisions };
}

function nextRevision(
	earlier: readonly Revision[],
	entry: z.infer<typeof revisionSchema>,
	directory: string,
	where: string,
): Revision {
	const last = earlier.at(-1);
	if (last && last.on >= entry.on) throw historyFault('stands before an earlier day', where);
	const restored = earlier.find((revision) => revision.on === entry.restore);
	if (entry.restore && !restored) throw historyFault(`no revision of ${entry.restore} to restore`, where);
	const from = restored ?? last;
	const units = entry.text ? parseUnits(readFileSync(join(directory, entry.text), 'utf8')) : from?.units;
	if (!units) throw historyFault('the first revision has no text', where);
	const isNew = entry.text !== undefined || entry.edits !== undefined;
	return {
		on: entry.on,
		why: entry.why,
		class: entry.class,
		units: applyEdits(units, entry.edits ?? [], where),
		dated: entry.dated ?? (isNew || !from ? entry.on : from.dated),
		holds: entry.holds ?? from?.holds ?? null,
		menu: [...(last?.menu ?? []), ...(entry.menu ? [entry.menu] : [])],
		fault: entry.fault ?? null,
	};
}

/** What the page is like on a day (`YYYY-MM-DD`, UTC); null before its first revision. */
export function revisionOn(agreement: DemoAgreement, day: string): Revision | null {
	const revision = agreement.revisions.findLast((each) => each.on <= day);
	if (!revision) return null;
	return revision.fault === null || revision.on === day ? revision : { ...revision, fault: null };
}

function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
	return validate(schema, parse(readFileSync(file, 'utf8')), file, 'Correct the named fields.');
}

function folders(directory: string): readonly string[] {
	const entries = readdirSync(directory, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

function historyFault(what: string, where: string): Fault {
	return new Fault(what, where, 'Revisions stand oldest first, one a day, and the first has a text.');
}
