/** By which rules the recorded text was read from which pages: only under the same rules may a page that did not change go unread. */
import { sha256 } from '../archive/hashes.ts';
import { pageHash, usableValidators } from '../capture/http/validators.ts';
import type { Page } from '../capture/page.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import type { AgreementStatus, Validators } from '../model/status.ts';
import type { AgreementCheck } from './capture-run.ts';
import { engine } from './engine.ts';
import type { PageReading } from './status-transitions.ts';

/** Which part of which pages is read, and by which engine: pages that did not change must be read again where these did. */
function rulesOf(declared: DeclaredAgreement): string {
	return `${declarationHash(declared)} ${engine}`;
}

function declarationHash({ sources }: DeclaredAgreement): string {
	return sha256(Buffer.from(JSON.stringify(sources))).slice(0, 16);
}

/** True where another declaration than today's led to what was read last. */
export function isDeclaredAnew(entry: AgreementStatus | undefined, declared: DeclaredAgreement): boolean {
	return entry?.rules !== undefined && entry.rules.split(' ')[0] !== declarationHash(declared);
}

/** Only where the archive still holds the text that the pages led to may a page be the same as before. */
export function validatorsFor({ entry, declared, recorder, now }: AgreementCheck): readonly Validators[] {
	const recorded = recorder.recordedBlob(declared.platform, declared.agreement);
	if (entry?.text === undefined || entry.text !== recorded) return [];
	return usableValidators(entry, declared, rulesOf(declared), now) ?? [];
}

/** Of pages that led to the text that is recorded now. */
export function readingOf({ declared, recorder, now }: AgreementCheck, pages: readonly Page[]): PageReading {
	const fetched = now.toISOString();
	return {
		validators: pages.map((page) => ({ ...page.validators, fetched, page: pageHash(page) })),
		rules: rulesOf(declared),
		text: recorder.recordedBlob(declared.platform, declared.agreement),
	};
}
