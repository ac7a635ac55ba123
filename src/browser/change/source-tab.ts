/** Draws the source view of a change page from the ledger file of its agreement. Runs in the browser, loaded when the tab is first opened. */
import { redline } from '../../analysis/redline/redline.ts';
import type { RecordedAgreement } from '../../site/compare/ledger-json.ts';
import { sourceHtml, viewSource } from '../../site/redline/source-view.ts';
import { agreementArchive } from '../clause/agreement-archive.ts';
import { part } from '../elements.ts';

/** @throws Error where the file cannot be had, or does not hold the version that the page is of */
export async function drawSource(place: HTMLElement): Promise<void> {
	const { ledger, versions } = await agreementArchive(place);
	const [before, after] = statesOf({ ledger, versions }, Number(place.dataset.version));
	const rest = part('a', place).getAttribute('href') ?? '';
	place.innerHTML = sourceHtml(viewSource(ledger, redline(ledger, before, after)), rest);
}

type States = RecordedAgreement['ledger']['states'];

function statesOf(
	{ ledger, versions }: Pick<RecordedAgreement, 'ledger' | 'versions'>,
	version: number,
): readonly [States[number], States[number]] {
	const before = ledger.states[versions[version]?.base ?? -1];
	const after = ledger.states[version];
	if (before === undefined || after === undefined)
		throw new Error('The page is older than its data: load it anew');
	return [before, after];
}
