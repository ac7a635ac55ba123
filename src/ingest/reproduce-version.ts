/** Whether a recorded text comes out of its snapshots again, read by the rules of its day. */
import { type Declarations, parseDeclaration, withFilterScripts } from '../archive/collection.ts';
import type { RecordedVersion } from '../archive/records.ts';
import { joinParts, textOfPage } from '../capture/extract/page-text.ts';
import { pageOf } from '../capture/page.ts';
import type { Collection } from '../model/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { declaredOn } from '../model/declaration-history.ts';
import { Fault, orFault } from '../model/fault.ts';
import type { Evidence } from '../model/version.ts';
import { engine as ownEngine } from './engine.ts';

/**
 * `proved` the snapshots give the very text · `engine` they give another, but another release made it · `replaced` they give another,
 * and the next version is a technical one · `impossible` there is nothing to read it from, or by · `failed`
 */
export type Reproduction = 'proved' | 'engine' | 'replaced' | 'impossible' | 'failed';

/** What a collection says beside its history. */
export interface KnownCollection {
	readonly directory: string;
	readonly collection: Collection;
	readonly declared: Declarations;
}

export interface ReproductionResult {
	readonly result: Reproduction;
	/** Why it was not proved; empty where the archive keeps no snapshots at all. */
	readonly what: string;
	/** What came out instead. */
	readonly found: string;
}

/** The commit’s own declaration counts first; a collection whose declarations are kept elsewhere has history files. */
export async function reproduceVersion(
	record: RecordedVersion,
	known: KnownCollection,
): Promise<ReproductionResult> {
	const { text } = record;
	const pages = storedPages(record);
	if (text === null || pages.length === 0) {
		const isOwn = record.version.evidence.textHash !== undefined;
		return notProved('impossible', isOwn ? 'its commit names no snapshot: not reproduced' : '');
	}
	const rules = await rulesOfTheDay(record, known);
	if (rules.length === 0)
		return notProved('impossible', 'no declaration of that day fits its snapshots: not reproduced');
	const expected = text.toString('utf8');
	const attempts: string[] = [];
	for (const declared of rules) {
		const attempt = await readAgain(declared, pages, record.version.evidence);
		if (attempt === expected) return { result: 'proved', what: '', found: '' };
		attempts.push(attempt instanceof Fault ? attempt.what : firstDifference(attempt, expected));
	}
	return notReproduced(record, attempts[0] ?? '');
}

/** The pages that the version was read from, as far as the archive has them. */
export function storedPages({ snapshots }: RecordedVersion): readonly Buffer[] {
	return snapshots.filter((bytes) => bytes !== null);
}

function notProved(result: Reproduction, what: string, found = ''): ReproductionResult {
	return { result, what, found };
}

/** Only where nothing else explains it is it a failure. */
function notReproduced({ version, next }: RecordedVersion, found: string): ReproductionResult {
	const { engine = 'unknown' } = version.evidence;
	if (next?.origin === 'technical')
		return notProved('replaced', 'not reproduced; a technical version follows it', found);
	if (engine !== ownEngine)
		return notProved('engine', `made by engine ${engine}, not reproduced by ${ownEngine}`, found);
	return notProved('failed', 'its snapshots do not give this text again', found);
}

/** Those that have a page for each snapshot, the likeliest first. */
async function rulesOfTheDay(
	record: RecordedVersion,
	known: KnownCollection,
): Promise<readonly DeclaredAgreement[]> {
	const { platform, agreement, version, snapshots } = record;
	const { directory, collection, declared } = known;
	const moment = new Date(version.fetched);
	const byFile = declaredOn(moment, platform, agreement, declared.declarations, declared.past);
	const candidates = [declaredInCommit(record), byFile ?? null].filter((each) => each !== null);
	const fitting = candidates.filter(({ sources }) => sources.length === snapshots.length);
	return withFilterScripts(directory, collection, fitting, moment);
}

/** Null where the commit has no declaration of the agreement that this program can read. */
export function declaredInCommit(record: RecordedVersion): DeclaredAgreement | null {
	const { platform, agreement, declaration } = record;
	if (declaration === null) return null;
	try {
		const all = parseDeclaration(declaration.toString('utf8'), `${platform}.json`);
		return all.find((each) => each.agreement === agreement) ?? null;
	} catch (error) {
		if (error instanceof Fault) return null;
		throw error;
	}
}

/** The text of an agreement in its stored pages, or why there is none. */
export function readAgain(
	declared: DeclaredAgreement,
	snapshots: readonly Buffer[],
	evidence: Pick<Evidence, 'contentType' | 'locations'>,
): Promise<string | Fault> {
	return orFault(readPages(declared, snapshots, evidence));
}

async function readPages(
	{ sources, filterScripts }: DeclaredAgreement,
	snapshots: readonly Buffer[],
	{ contentType = '', locations = [] }: Pick<Evidence, 'contentType' | 'locations'>,
): Promise<string> {
	const texts: string[] = [];
	for (const [at, source] of sources.entries()) {
		const page = pageOf(snapshots[at] as Buffer, locations[at] ?? source.address, contentType);
		texts.push(await textOfPage(page, source, filterScripts));
	}
	return joinParts(texts);
}

/** `line 12: “…”` of the new text, or where it ends early. */
function firstDifference(found: string, expected: string): string {
	const [lines, others] = [found.split('\n'), expected.split('\n')];
	const at = lines.findIndex((line, index) => line !== others[index]);
	if (at < 0) return `a text that ends after line ${lines.length - 1} of ${others.length - 1}`;
	return `another text from line ${at + 1} on: ${JSON.stringify((lines[at] ?? '').slice(0, 80))}`;
}
