/** The ledger file of the agreement that a page shows, fetched once, in the browser. */
import { type LedgerFile, type RecordedAgreement, readLedgerFile } from '../../site/compare/ledger-json.ts';
import { readPackedJson } from '../packed-json.ts';

let loading: Promise<RecordedAgreement> | undefined;

/** A failed load may be tried again. @param source element whose `data-ledger` names the file */
export function agreementArchive(source: HTMLElement): Promise<RecordedAgreement> {
	loading ??= load(source.dataset.ledger ?? 'ledger.json.gz').catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

async function load(address: string): Promise<RecordedAgreement> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`the archive answered ${answer.status}`);
	return readLedgerFile((await readPackedJson(answer)) as LedgerFile);
}
