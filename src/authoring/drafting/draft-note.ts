/** Begins a note on one change from its headline, and from the words that came in and went out. */
import path from 'node:path';
import { sentence } from '../../analysis/changes/change-summary.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import { unwritten } from '../../model/editorial.ts';
import { Fault } from '../../model/fault.ts';
import { refuseUnknown } from '../recorded-names.ts';
import { writeNewFile } from '../write-new-file.ts';
import { type ModelUse, type ProseTask, proseFor } from './ask-for-prose.ts';
import { changedPassages } from './clause-texts.ts';
import type { Draft } from './draft-provision.ts';
import { draftedPage, goOn, proseOf } from './drafted-page.ts';
import { readPlatform } from './read-platform.ts';

export interface NoteDraftRequest {
	/** Of its page, from the name of the platform on or whole: `/tern/terms-of-service/2026-06-16/`. */
	readonly address: string;
	readonly model: ModelUse;
}

/**
 * @param directory of the collection
 * @throws Fault where there is no such change, where the model fails, and where the file is there
 */
export async function draftNote(directory: string, asked: NoteDraftRequest): Promise<Draft> {
	const [slug, agreementSlug, day] = partsOf(asked.address);
	const read = await readPlatform(directory, slug);
	const { agreement, change } = changeAt(read.platform, agreementSlug, day, asked.address);
	const { before, after } = changedPassages(agreement, change);
	const task: ProseTask = {
		subject: `What changed in ${read.platform.name} ${agreement.name} on ${change.day}: ${sentence(change)}`,
		wanted: {
			summary:
				'Two to four sentences: what is different now, for whom. Passages of the earlier day went out.',
		},
		passages: [...after, ...before],
	};
	const prose = await proseFor(asked.model, task, {
		platform: read.platform.name,
		language: agreement.language,
		topics: read.topics,
	});
	if (asked.model.onlyShow) return { file: null, prose };
	const file = path.join(directory, 'notes', `${slug}-${agreementSlug}-${day}.mdx`);
	const head = {
		platform: read.folder,
		agreement: path.posix.basename(agreement.path, '.md'),
		change: change.day,
		author: `${unwritten}: your name`,
		written: null,
		summary: proseOf(prose, 'summary') ?? sentence(change),
	};
	await writeNewFile(file, draftedPage(head, remarks, prose), goOn);
	return { file, prose };
}

const remarks = [
	'A draft. Write what the change means to people; the page shows what differs.',
	'Fill in author and written (the day, such as 2026-06-16) when every line is yours: until then nothing of it is published.',
];

/** @throws Fault where the address is not that of a change */
function partsOf(address: string): readonly [platform: string, agreement: string, day: string] {
	const { pathname = '', hash = '' } = URL.parse(address, 'https://host.invalid/') ?? {};
	// On the page of its year a change is a place.
	const path = /\/\d{4}\/$/.test(pathname) ? pathname.replace(/\d{4}\/$/, hash.slice(1)) : pathname;
	const parts = path
		.split('/')
		.filter((part) => part !== '')
		.slice(-3);
	const [platform, agreement, day = ''] = parts;
	if (platform !== undefined && agreement !== undefined && /^\d{4}-\d\d-\d\d(?:-\d+)?$/.test(day))
		return [platform, agreement, day];
	throw new Fault('this is no address of a change', address, 'Copy it from the page of the change.');
}

function changeAt(
	{ agreements }: Platform,
	slug: string,
	day: string,
	address: string,
): { readonly agreement: Agreement; readonly change: Change } {
	refuseUnknown(
		'npm run draft',
		'agreement',
		slug,
		agreements.map((each) => each.slug),
	);
	const agreement = agreements.find((each) => each.slug === slug) as Agreement;
	const change = agreement.changes.find((each) => each.day === day);
	if (change !== undefined && change.base >= 0) return { agreement, change };
	throw new Fault('no change of this day is recorded', address, 'Its history page lists every version.');
}
