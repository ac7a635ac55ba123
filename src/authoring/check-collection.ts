/** Everything that is wrong with a collection, found at once: each fault with its file, its line and what to do. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ZodError } from 'zod';
import { type Declarations, readCollection, readDeclarations } from '../archive/collection.ts';
import { fieldLines, lineOfField, lineOfIssue } from '../archive/yaml-file.ts';
import { closeSelector } from '../capture/selection/close-selector.ts';
import { forgivenSelectors, selectorFaults } from '../capture/selection/selection.ts';
import type { Collection } from '../model/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { isLooseMoment } from '../model/declaration-history.ts';
import { Fault, orFault } from '../model/fault.ts';

export interface CollectionCheck {
	/** Null where `collection.yml` cannot be used. */
	readonly collection: Collection | null;
	readonly declarations: readonly DeclaredAgreement[];
	readonly faults: readonly Fault[];
	/** What is no fault and should be known. */
	readonly remarks: readonly string[];
}

/** @throws what is no fault of the collection: a file that cannot be read is one, an error of the program is not */
export async function checkCollection(directory: string): Promise<CollectionCheck> {
	const collection = await orFault(readCollection(directory));
	const read = await readDeclarations(directory);
	const { declarations } = read;
	const broken = await Promise.all([...read.faults, ...read.pastFaults].map(inLines));
	const dubious = [...declarations.flatMap(selectorFaults), ...lookalikes(read)];
	const placed = await Promise.all(dubious.map((fault) => withLine(fault, directory)));
	const faults = [...broken.flat(), ...placed];
	const remarks = [...doubles(read), ...forgiven(read), ...(await looseMoments(read, directory))];
	if (collection instanceof Fault)
		return { collection: null, declarations, faults: [collection, ...faults], remarks };
	return { collection, declarations, faults, remarks };
}

/** One fault for each wrong field, by the line of the field or of what should hold it. */
async function inLines(fault: Fault): Promise<Fault[]> {
	const { cause, where, remedy } = fault;
	if (!(cause instanceof ZodError)) return [fault];
	const lines = fieldLines(await readFile(where, 'utf8'));
	return cause.issues.map((issue) => {
		const field = issue.path.map(String).join(' › ') || '(whole file)';
		const place = `${where}:${lineOfIssue(issue, lines) ?? 1}`;
		return new Fault(`${field}: ${issue.message}`, place, remedy, cause);
	});
}

/** Selectors and addresses are quoted in what is said of them: the line that holds the quotation is meant. */
async function withLine(fault: Fault, directory: string): Promise<Fault> {
	const [file = '', agreement = ''] = fault.where.split(': ');
	const text = await readFile(path.join(directory, file), 'utf8').catch(() => '');
	const from = lineOfField(['terms', agreement], fieldLines(text)) ?? 1;
	const quoted = /"(?:[^"\\]|\\.)*"/.exec(fault.what)?.[0] ?? '""';
	const at = text.split('\n').findIndex((line, index) => index + 1 >= from && line.includes(quoted));
	const place = `${path.join(directory, file)}:${at < 0 ? from : at + 1}: ${agreement}`;
	return new Fault(fault.what, place, fault.remedy, fault.cause);
}

/**
 * Two agreements of one platform that are the same part of the same page are the same text twice: seldom meant, and no harm. Platforms
 * of one company do share their terms.
 */
function doubles({ declarations }: Declarations): string[] {
	const seen = new Map<string, DeclaredAgreement>();
	return declarations.flatMap((each) => {
		const key = JSON.stringify([each.platform, each.sources]);
		const before = seen.get(key);
		if (before === undefined) {
			seen.set(key, each);
			return [];
		}
		const address = JSON.stringify(each.sources[0]?.address);
		return [
			`${placeOf(each)}: ${address} is read as ${before.platform} › ${before.agreement} already, by the same rules`,
		];
	});
}

function forgiven({ declarations, past }: Declarations): string[] {
	const told = [...declarations, ...past].flatMap((each) =>
		forgivenSelectors(each).map(
			(selector) =>
				`${placeOf(each)}: the selector ${JSON.stringify(selector)} ends too early; it is read as browsers do, as ${JSON.stringify(closeSelector(selector))}`,
		),
	);
	return [...new Set(told)];
}

/** Where a history file writes a time as no standard does, though everybody reads it alike. */
async function looseMoments({ past }: Declarations, directory: string): Promise<string[]> {
	const told: string[] = [];
	for (const platform of new Set(past.map((each) => each.platform))) {
		const file = `declarations/${platform}.history.json`;
		const text = await readFile(path.join(directory, file), 'utf8');
		for (const [at, line] of text.split('\n').entries()) {
			const moments = [...line.matchAll(/"validUntil"\s*:\s*"([^"]{0,60})"/g)].map(
				([, moment = '']) => moment,
			);
			for (const moment of moments.filter(isLooseMoment))
				told.push(`${file}:${at + 1}: ${moment} is read as ${new Date(moment).toISOString()}`);
		}
	}
	return told;
}

/** On many computers two files whose names differ in case alone are one. */
function lookalikes({ declarations }: Declarations): Fault[] {
	const seen = new Map<string, DeclaredAgreement>();
	return declarations.flatMap((each) => {
		const name = `${each.platform}/${each.agreement}`;
		const key = name.normalize('NFC').toLowerCase();
		const before = seen.get(key);
		seen.set(key, before ?? each);
		if (before === undefined) return [];
		const what = `the name differs from ${before.platform} › ${before.agreement} in capitals alone`;
		return [new Fault(what, placeOf(each), 'Rename one: Windows and macOS take the two files for one.')];
	});
}

function placeOf({ platform, agreement }: DeclaredAgreement): string {
	return `declarations/${platform}.json: ${agreement}`;
}
