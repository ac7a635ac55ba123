/** What is said of a quote beside it. The words and the clause that holds them have each their own age: each is told by its name. */
import type { Provision } from '../../model/archive.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import type { ClauseTime } from './clause-through-time.ts';
import { type QuoteStanding, removalOf } from './quote-standing.ts';

export function foundInWords(times: number): string {
	return times === 1 ? 'found exactly once' : `found ${timesInWords(times)}`;
}

/** `since 3 May 2024, at first in another clause`: of the quoted words, wherever they stood. */
export function wordsStood(provision: Provision, { ended, returned, stands }: QuoteStanding): string {
	const { agreement, history } = provision;
	const [first, end] = [
		dayAt(provision, history.inTheseWordsSince),
		dayInWords(ended?.version.fetched ?? ''),
	];
	if (!stands) return `from ${first} until ${end}`;
	if (returned !== null && returned.index > history.inTheseWordsSince)
		return `from ${first} until ${end}, again since ${dayInWords(returned.version.fetched)}`;
	const older = agreement.ledger.states[history.inTheseWordsSince]?.clauses ?? [];
	const moved = history.clauses.some((clause) => !older.includes(clause));
	return `since ${first}${moved ? ', at first in another clause' : ''}`;
}

/** `since 3 May 2024, never reworded`: of the clause that has the lasting address, as the page of its agreement says it. */
export function clauseStood(provision: Provision, { since, rewordings }: ClauseTime): string {
	const first = dayAt(provision, since);
	const gone = removalOf(provision);
	const stood = gone === null ? `since ${first}` : `from ${first} until ${dayInWords(gone.version.fetched)}`;
	return `${stood}, ${rewordings === 0 ? 'never reworded' : `reworded ${timesInWords(rewordings)}`}`;
}

function dayAt({ agreement }: Provision, version: number): string {
	return dayInWords(agreement.versions[version]?.fetched ?? '');
}

function timesInWords(times: number): string {
	return ['', 'once', 'twice'][times] || `${times} times`;
}

/** The end of an address, which is what tells it: `…/terms-of-service/#c-7q2m` */
export function lastingAddress(address: string): string {
	return `…/${address.split('/').slice(-2).join('/')}`;
}
