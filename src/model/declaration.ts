/** `declarations/<platform>.json`: what to fetch for a platform and which part of each page is the agreement, in Open Terms Archive's format. */
import { z } from 'zod';
import { type Retirement, retirementSchema } from './retirement.ts';
import { publicText, webAddress } from './web-address.ts';

const cssSelector = z.string().regex(/\S/, 'a CSS selector is expected, this one is empty');

/** Everything between two elements, each named by a CSS selector, the element itself included or not. */
const rangeSelector = z
	.strictObject({
		startBefore: cssSelector.optional(),
		startAfter: cssSelector.optional(),
		endBefore: cssSelector.optional(),
		endAfter: cssSelector.optional(),
	})
	.refine(
		(range) => (range.startBefore === undefined) !== (range.startAfter === undefined),
		'a range begins at exactly one of startBefore and startAfter',
	)
	.refine(
		(range) => (range.endBefore === undefined) !== (range.endAfter === undefined),
		'a range ends at exactly one of endBefore and endAfter',
	);

const selector = z.union([cssSelector, rangeSelector], {
	error: (issue) => (issue.code === 'invalid_union' ? rangeComplaint(issue.errors[1]) : undefined),
});

/** Of the two complaints about a wrong selector, the one about the range says more wherever an object was written. */
function rangeComplaint(issues: readonly z.core.$ZodIssue[] | undefined): string {
	const first = issues?.[0];
	const wrongShape = first === undefined || (first.code === 'invalid_type' && first.path.length === 0);
	return wrongShape
		? 'a CSS selector or a range ({"startBefore": …, "endBefore": …}) is expected'
		: first.message;
}

const selectors = z.union([selector, z.array(selector).min(1, 'name at least one selector')], {
	error: 'a CSS selector, a range ({"startBefore": …, "endBefore": …}) or a list of these is expected',
});

/** Names of filters, or one name with its parameters: `{ "removeQueryParams": ["utm_source"] }`. */
const filter = z.array(z.union([z.string().min(1), z.record(z.string().min(1), z.unknown())])).min(1);

const address = webAddress('an address that begins with http:// or https:// is expected');

const rules = {
	select: selectors.optional(),
	remove: selectors.optional(),
	filter: filter.optional(),
	executeClientScripts: z.boolean().optional(),
};

/** Names that a platform or an agreement had before, newest or oldest first. */
const formerly = z.array(z.string().regex(/\S/, 'a former name is expected')).optional();

const sourceSchema = z.strictObject({ fetch: address, ...rules });

/** One agreement's rules, as they stand under its name in a declaration. */
export const agreementSchema = z
	.strictObject({
		fetch: address.optional(),
		combine: z.array(sourceSchema).min(1, 'name at least one page to combine').optional(),
		/** `Old agreement`, or `Old platform/Old agreement`. */
		formerly,
		/** It is captured no longer; the rest stays as it was. */
		retired: retirementSchema.optional(),
		...rules,
	})
	.superRefine((agreement, context) => {
		const complain = (path: PropertyKey[], message: string) =>
			context.addIssue({ code: 'custom', path, message });
		if ((agreement.fetch === undefined) === (agreement.combine === undefined)) {
			complain(['fetch'], 'exactly one of fetch (one page) and combine (several pages) is expected');
			return;
		}
		for (const [at, source] of (agreement.combine ?? []).entries()) {
			if (needsSelector(source.fetch, source.select ?? agreement.select))
				complain(['combine', at, 'select'], selectIsMissing);
		}
		if (agreement.fetch !== undefined && needsSelector(agreement.fetch, agreement.select))
			complain(['select'], selectIsMissing);
	});

const selectIsMissing = 'is missing: name the part of the page that is the agreement (only a PDF needs none)';

function needsSelector(fetch: string, select: unknown): boolean {
	return select === undefined && !isPdfAddress(fetch);
}

/** True where an address ends in `.pdf`, a query after it or even before it left aside: `…/terms.pdf?v=2`, `…/terms/?.pdf`. */
export function isPdfAddress(address: string): boolean {
	return /\.pdf(?:[?#].*)?$/i.test(address);
}

export const declarationSchema = z.strictObject({
	/** The platform's name as it writes it; the file's name is the one that addresses and folders use. */
	name: z.string().regex(/\S/, 'the name of the platform is expected'),
	terms: z.record(z.string(), agreementSchema),
	/** Names of the platform's file in the archive before it was renamed. */
	formerly,
	/** All of its agreements are captured no longer, also those that are not named here. */
	retired: retirementSchema.optional(),
	/** Where the declaration was taken from. */
	importedFrom: publicText().optional(),
});

export type Declaration = z.infer<typeof declarationSchema>;
export type RangeSelector = z.infer<typeof rangeSelector>;
export type Selector = z.infer<typeof selector>;
export type Filter = z.infer<typeof filter>[number];

/** One page that an agreement, or a part of it, is taken from. */
export interface Source {
	readonly address: string;
	/** In the order in which their parts make the text; empty for a PDF. */
	readonly select: readonly Selector[];
	readonly remove: readonly Selector[];
	readonly filters: readonly Filter[];
	/** True: a browser is needed. False: never. Left out: only where the plain fetch meets a bot wall. */
	readonly executeClientScripts?: boolean;
}

/** One agreement to capture, its factored rules worked out. */
export interface DeclaredAgreement {
	readonly platform: string;
	readonly agreement: string;
	/** At least one; more where several pages make one agreement. */
	readonly sources: readonly Source[];
	/** Only where the collection allows scripts and brings some for this platform. */
	readonly filterScripts?: FilterScripts;
	/** Only where it is captured no longer: itself, or all of its platform. */
	readonly retired?: Retirement;
}

/** Functions that a collection brings to filter the pages of a platform. */
export interface FilterScripts {
	/** File `<platform>.filters.js`, or null. */
	readonly current: string | null;
	/** File `<platform>.filters.history.js` with those of former days, or null. */
	readonly past: string | null;
	/** Left out: now. */
	readonly moment?: Date;
}

/** What a declaration says of former names. */
export interface FormerNames {
	readonly platform: string;
	/** Former names of the platform. */
	readonly platforms: readonly string[];
	/** Each agreement with one of its former names: `Old agreement`, or `Old platform/Old agreement`. */
	readonly agreements: readonly { readonly agreement: string; readonly name: string }[];
}

export function formerNames(platform: string, { formerly, terms }: Declaration): FormerNames {
	const agreements = Object.entries(terms).flatMap(([agreement, rules]) =>
		(rules.formerly ?? []).map((name) => ({ agreement, name })),
	);
	return { platform, platforms: formerly ?? [], agreements };
}

/** The agreements of a declaration in the order of the file; a page's own rules win over those of its agreement. */
export function declaredAgreements(platform: string, declaration: Declaration): DeclaredAgreement[] {
	return Object.entries(declaration.terms).map(([agreement, rules]) => {
		const declared = declaredAgreement(platform, agreement, rules);
		const retired = rules.retired ?? declaration.retired;
		return retired === undefined ? declared : { ...declared, retired };
	});
}

export function declaredAgreement(
	platform: string,
	agreement: string,
	rules: z.infer<typeof agreementSchema>,
): DeclaredAgreement {
	const pages = rules.combine ?? [{ fetch: rules.fetch as string }];
	return { platform, agreement, sources: pages.map((page) => sourceOf({ ...rules, ...page })) };
}

function sourceOf(rules: z.infer<typeof sourceSchema>): Source {
	const source = {
		address: rules.fetch,
		select: listOf(rules.select),
		remove: listOf(rules.remove),
		filters: rules.filter ?? [],
	};
	const scripts = rules.executeClientScripts;
	return scripts === undefined ? source : { ...source, executeClientScripts: scripts };
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
	if (value === undefined) return [];
	return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}
