/** Which clauses the page of a change can be entered at: a link from elsewhere names a clause only where that page has its anchor. */
import { shownVersion } from '../../analysis/history/shown-version.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import { agreementUrl, changeUrl, clauseUrl } from '../addresses/urls.ts';
import { clausesOnPage } from './changed-clauses.ts';
import { removedClauses } from './removed-clauses.ts';

/**
 * A clause where it can be read: in today's text or among those that went out, which the page of its agreement lists; else on the page of
 * the newest change that has it; else the agreement.
 */
export function clauseHref(platform: Platform, agreement: Agreement, anchor: string): string {
	if (anchorsToday(agreement).has(anchor)) return clauseUrl(platform, agreement, anchor);
	const { clauses } = agreement.ledger;
	const clause = clauses.findIndex((each) => each.anchor === anchor);
	const turns = (clauses[clause]?.spans ?? []).flatMap(({ first, last }) => [first, last + 1]);
	const change = turns
		.toReversed()
		.map((version) => agreement.changes[version])
		.find((each) => each !== undefined && clausesOnPage(agreement, each).has(clause));
	return change === undefined
		? agreementUrl(platform, agreement)
		: changeUrl(platform, agreement, change, anchor);
}

/** The same of a clause that is in force: it is in today's text, but where most of that may be a failed capture. */
export function standingClauseHref(platform: Platform, agreement: Agreement, anchor: string): string {
	const mayBeLost = agreement.changes.at(-1)?.class === 'lost';
	return mayBeLost ? clauseHref(platform, agreement, anchor) : clauseUrl(platform, agreement, anchor);
}

const today = new WeakMap<Agreement, ReadonlySet<string>>();

function anchorsToday(agreement: Agreement): ReadonlySet<string> {
	const known = today.get(agreement) ?? new Set(placesToday(agreement));
	today.set(agreement, known);
	return known;
}

/** The places of the page of an agreement: its clauses, and those of them that went out and are listed. */
export function placesToday(agreement: Agreement): readonly string[] {
	const { changes, ledger } = agreement;
	const standing = ledger.states[shownVersion(changes)]?.clauses ?? [];
	const gone = removedClauses(agreement).departures.flatMap(({ clauses }) => clauses);
	return [
		...Array.from(standing, (clause) => ledger.clauses[clause]?.anchor ?? ''),
		...gone.map(({ anchor }) => anchor),
	];
}
