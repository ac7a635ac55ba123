/** The ledger of the agreement that a page shows, fetched once, in the browser. */
import { type PackedLedger, unpackLedger } from '../analysis/ledger-file.ts';
import type { ClauseArchive } from './clause-history-html.ts';

interface LedgerFile {
	readonly versions: ClauseArchive['versions'];
	readonly ledger: PackedLedger;
}

let loading: Promise<ClauseArchive> | undefined;

/** A failed load may be tried again. */
export function agreementArchive(article: HTMLElement): Promise<ClauseArchive> {
	loading ??= load(article.dataset.ledger ?? 'ledger.json').catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

async function load(address: string): Promise<ClauseArchive> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`the archive answered ${answer.status}`);
	const { versions, ledger } = (await answer.json()) as LedgerFile;
	return { versions, ledger: unpackLedger(ledger) };
}
