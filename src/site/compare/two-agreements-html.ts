/** What the page of two agreements says of them, as HTML. Runs in the browser; every archived word passes through `escapeHtml`. */
import { unbroken } from '../../text/counts-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { compareFilesCommand } from '../addresses/git-commands.ts';
import type { RecordedAgreement } from './ledger-json.ts';
import { sideHtml } from './side-html.ts';
import type { ComparedAgreements } from './two-agreements.ts';

/** An agreement as the page names it. */
export interface NamedAgreement {
	/** "Pellmell Privacy Policy" */
	readonly name: string;
	/** As much of it as tells it from the other: "Privacy Policy" */
	readonly short: string;
	readonly address: string;
}

type Two<Value> = readonly [Value, Value];

export const legendOfAgreements =
	'<span><ins>underlined</ins> words stand in the second alone</span> <span><del>struck</del> words in the first alone</span>';

/** The computed sentence, and which texts are compared. */
export function agreementsHeadHtml(
	agreements: Two<RecordedAgreement>,
	{ sentence, differs, sides }: ComparedAgreements,
	named: Two<NamedAgreement>,
): string {
	const words = differs ? '<p class="small" data-balance>&nbsp;</p>' : '';
	const told = named.map(({ name, address }, at) => {
		const of = `<a href="${escapeHtml(address)}"><bdi>${escapeHtml(name)}</bdi></a>`;
		return `<li>${sideHtml(agreements[at as 0 | 1], sides[at as 0 | 1], of)}</li>`;
	});
	return `<div class="margin"></div><div class="col stack"><h2 class="sentence">${escapeHtml(unbroken(sentence))}</h2>${words}<ul class="sides small">${told.join('')}</ul></div>`;
}

export function agreementsProofHtml(
	agreements: Two<RecordedAgreement>,
	{ sides }: ComparedAgreements,
): string {
	const [one, other] = agreements.map(({ path }, at) => ({
		commit: sides[at as 0 | 1].version.commit,
		path,
	})) as [{ commit: string; path: string }, { commit: string; path: string }];
	return `<p class="small">In a clone of the archive: <code>${escapeHtml(compareFilesCommand(one, other))}</code></p>`;
}
