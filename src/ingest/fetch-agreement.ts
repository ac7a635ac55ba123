/** Fetches the pages of one agreement, and once more a moment later. What goes wrong with a page is a value here, and ends no run. */
import type { Finding } from '../archive/recorder.ts';
import {
	type Captured,
	captureAgreement,
	captureIfChanged,
	type Unchanged,
} from '../capture/capture-agreement.ts';
import type { DeclaredAgreement } from '../model/declaration.ts';
import { Fault } from '../model/fault.ts';
import { withoutCredentials } from '../model/web-address.ts';
import { legibleLine } from '../text/legible.ts';
import type { AgreementCheck } from './capture-run.ts';
import { engine } from './engine.ts';
import { validatorsFor } from './reading-rules.ts';

export function fetchIfChanged(check: AgreementCheck): Promise<Captured | Unchanged | Fault> {
	const { declared, client } = check;
	return attempt(declared, () => captureIfChanged(declared, client, validatorsFor(check)));
}

/** Pages that are the same byte by byte are not read again. */
export function fetchAgain(
	{ declared, client }: AgreementCheck,
	before: Captured,
): Promise<Captured | Fault> {
	return attempt(declared, () => captureAgreement(declared, client, before));
}

async function attempt<Result>(
	declared: DeclaredAgreement,
	capture: () => Promise<Result>,
): Promise<Result | Fault> {
	try {
		return await capture();
	} catch (error) {
		return error instanceof Fault ? error : unexpected(error, declared.sources[0]?.address ?? '');
	}
}

/** A page can be made so that a library fails on it; the other agreements must not pay for that. */
function unexpected(error: unknown, address: string): Fault {
	const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const remedy = 'This is an error of the program: please report it with the address.';
	const what = legibleLine(withoutCredentials(`the page could not be read (${said})`));
	return new Fault(what, address, remedy, error);
}

/** What was fetched, as it would be recorded. */
export function findingOf({ declared, now }: AgreementCheck, { text, pages, fetcher }: Captured): Finding {
	const { platform, agreement, sources } = declared;
	const evidence = {
		sources: sources.map((source) => source.address),
		...(sources.every((source, at) => source.address === pages[at]?.address)
			? {}
			: { locations: pages.map((page) => page.address) }),
		fetcher,
		status: pages[0]?.status ?? 200,
		contentType: pages[0]?.contentType ?? '',
		engine,
	};
	return { platform, agreement, text, snapshots: pages.map((page) => page.bytes), evidence, fetched: now };
}
