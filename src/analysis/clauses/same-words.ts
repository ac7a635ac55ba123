/** What differs between two wordings of a clause where their letters or their letters and digits are the same. */
import type { ClauseText } from '../../model/ledger.ts';
import { withoutDates } from '../../text/dates-in-text.ts';
import { keyOf, printsOf } from '../../text/fingerprint.ts';

const amountSigns = /[\p{Sc}%‰]/gu;

/** True for two texts of the same letters and digits where "£500" became "€500". */
export function isOtherAmount(before: ClauseText, after: ClauseText): boolean {
	if (before.key !== after.key) return false;
	const [one, other] = [before, after].map(({ visible }) =>
		(visible.normalize('NFKC').match(amountSigns) ?? []).join(''),
	);
	return one !== other;
}

/** True where two texts are equal once their dates are left out. */
export function sameButDates(before: ClauseText, after: ClauseText): boolean {
	const [one, other] = [before, after].map(({ visible, number }) =>
		keyOf(printsOf(withoutDates(visible), number.length).whole),
	);
	return one === other;
}
