/** Everything that is wrong with a collection, found at once: each fault with its file, its line and what to do. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
	type Declarations,
	readCollection,
	readDeclarations,
	withFilterScripts,
} from '../archive/collection.ts';
import { doubleNames } from '../archive/json-file.ts';
import { trustedRoots } from '../archive/proofs/trusted-roots.ts';
import { fieldLines, lineOfField } from '../archive/yaml-file.ts';
import { closeSelector } from '../capture/selection/close-selector.ts';
import { forgivenSelectors, selectorFaults } from '../capture/selection/selection.ts';
import type { Collection } from '../model/collection.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { isLooseMoment } from '../model/declaration-history.ts';
import { Fault, orFault, partsOf } from '../model/fault.ts';
import { isToCome } from '../text/days-to-come.ts';
import { missingFilters } from './missing-filters.ts';

export interface CollectionCheck {
	/** Null where `collection.yml` cannot be used. */
	readonly collection: Collection | null;
	readonly declarations: Declarations;
	readonly faults: readonly Fault[];
	/** What is no fault and should be known. */
	readonly remarks: readonly string[];
}

/** @throws what is no fault of the collection: a file that cannot be read is one, an error of the program is not */
export async function checkCollection(directory: string): Promise<CollectionCheck> {
	const collection = await orFault(readCollection(directory));
	const read = await readDeclarations(directory);
	const dubious = [...read.declarations.flatMap(selectorFaults), ...lookalikes(read), ...retiredToCome(read)];
	const placed = await Promise.all(dubious.map((fault) => withLine(fault, directory)));
	const faults = [...[...read.faults, ...read.pastFaults].flatMap(partsOf), ...placed];
	const remarks = [
		...doubles(read),
		...forgiven(read),
		...(await looseMoments(read, directory)),
		...(await lostNames(read, directory)),
	];
	if (collection instanceof Fault)
		return { collection: null, declarations: read, faults: [collection, ...faults], remarks };
	const settings = await settingFaults(directory, collection);
	const filters = await missingFilters(await withFilterScripts(directory, collection, read.declarations));
	return {
		collection,
		declarations: read,
		faults: [...settings, ...faults],
		remarks: [...remarks, ...filters],
	};
}

/** What settings name and is not there, with their lines. */
async function settingFaults(directory: string, collection: Collection): Promise<readonly Fault[]> {
	const root = await orFault(trustedRoots(directory, collection));
	if (!(root instanceof Fault)) return [];
	const file = path.join(directory, 'collection.yml');
	const line = lineOfField(['timestamps', 'root'], fieldLines(await readFile(file, 'utf8'))) ?? 1;
	const what = `timestamps › root: ${JSON.stringify(collection.timestamps?.root)}: ${root.what}`;
	return [new Fault(what, `${file}:${line}`, root.remedy, root)];
}

/** Selectors and addresses are quoted in what is said of them: the line that holds the quotation is meant. */
async function withLine(fault: Fault, directory: string): Promise<Fault> {
	const [file = '', agreement = ''] = fault.where.split(': ');
	const text = await readFile(path.join(directory, file), 'utf8').catch(() => '');
	const from = lineOfField(['terms', agreement], fieldLines(text)) ?? 1;
	const quoted = /"(?:[^"\\]|\\.)*"/.exec(fault.what)?.[0] ?? '""';
	const lines = text.split('\n');
	const own = lines.findIndex((line, index) => index + 1 >= from && line.includes(quoted));
	// What is said of a platform stands above its agreements.
	const at = own < 0 ? lines.findIndex((line) => line.includes(quoted)) : own;
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

/** Names that one declaration holds twice: JSON takes the last, and nobody sees that the other is gone. */
async function lostNames({ declarations }: Declarations, directory: string): Promise<string[]> {
	const files = [...new Set(declarations.map(({ platform }) => `declarations/${platform}.json`))];
	const told = await Promise.all(
		files.map(async (file) =>
			doubleNames(await readFile(path.join(directory, file), 'utf8')).map(
				({ name, line }) =>
					`${file}:${line}: ${JSON.stringify(name)} is there twice, and only this one counts`,
			),
		),
	);
	return told.flat();
}

/** Of a day that is still to come nobody knows that it was the last. Once for a platform that says so of all. */
function retiredToCome({ declarations, retired }: Declarations): Fault[] {
	const seen = new Set<string>();
	return declarations.flatMap((each) => {
		const { platform, retired: own } = each;
		if (own === undefined || !isToCome(own.day)) return [];
		if (retired.get(platform) === own && seen.has(platform)) return [];
		seen.add(platform);
		const what = `retired: "${own.day}" is still to come`;
		const remedy = 'Write the day since when it is followed no longer, or leave it out.';
		return [new Fault(what, placeOf(each), remedy)];
	});
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
