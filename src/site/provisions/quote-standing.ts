/** What became of the words that a provision explains: whether they stand as somebody read them, and what to say where they do not. */
import type { Provision } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { QuoteState } from '../../model/quote-history.ts';
import { dayInWords, dayOf } from '../../text/days-in-words.ts';

export interface QuoteStanding {
	readonly state: QuoteState;
	/** True where the quoted words are in today’s text. */
	readonly stands: boolean;
	/** The change that ended the quoted words, and the one that brought them back; null where none did. */
	readonly ended: Change | null;
	readonly returned: Change | null;
	/** True where the words moved on, or went and came back, after they were explained: the page must say so first of all. */
	readonly afterReview: boolean;
	/** A sentence or two, for the head of the page. */
	readonly sentence: string;
	/** The same as a few words, for lists; empty where the words stand as they were read. */
	readonly short: string;
}

export function quoteStanding(provision: Provision): QuoteStanding {
	const { state } = provision.history;
	const ended = endOf(provision);
	const returned = state === 'restored' ? returnOf(provision) : null;
	const telling = returned ?? ended;
	const afterReview = telling !== null && dayOf(telling.version.fetched) > provision.reviewed;
	const said = wordingOf(provision, { ended, returned, afterReview });
	const stands = state === 'current' || state === 'restored';
	return { state, stands, ended, returned, afterReview, ...said };
}

type Turn = Pick<QuoteStanding, 'ended' | 'returned' | 'afterReview'>;

function wordingOf(
	provision: Provision,
	{ ended, returned, afterReview }: Turn,
): Pick<QuoteStanding, 'sentence' | 'short'> {
	const end = whenOf(ended);
	const read = afterReview ? ', after this was written' : ', before this was written';
	switch (provision.history.state) {
		case 'current':
			return { sentence: 'The wording has not moved on since.', short: '' };
		case 'reworded':
			return { sentence: `The wording changed on ${end}${read}.`, short: `wording changed ${end}` };
		case 'restored': {
			const back = whenOf(returned);
			return {
				sentence: `These words went out on ${end} and came back on ${back}${read}.`,
				short: afterReview ? `went out ${end}, came back ${back}` : '',
			};
		}
		case 'removed': {
			const gone = removalOf(provision);
			const first = gone === ended ? '' : `The wording changed on ${end}. `;
			return {
				sentence: `${first}The clause was taken out on ${whenOf(gone)}${read}.`,
				short: `taken out ${whenOf(gone)}`,
			};
		}
	}
}

function whenOf(change: Change | null): string {
	return dayInWords(change?.version.fetched ?? '');
}

/** The change after which the words that the review saw no longer stood; for words read since they came back, that of their last absence. */
function endOf({ history, agreement }: Provision): Change | null {
	const { state, movedOn, fits, verified } = history;
	if (state === 'current') return null;
	const absences = fits.filter(({ fit, first }) => fit !== 'exact' && first > 0);
	const absence = absences.find(({ first }) => first > verified) ?? absences.at(-1);
	return agreement.changes[movedOn ?? absence?.first ?? -1] ?? null;
}

function returnOf({ history, agreement }: Provision): Change | null {
	return agreement.changes[history.fits.findLast(({ fit }) => fit === 'exact')?.first ?? -1] ?? null;
}

/** The change that took the clause itself out, which may have been reworded before; null while it stands. */
export function removalOf({ history, agreement }: Provision): Change | null {
	const last = history.fits.at(-1);
	return last?.fit === 'none' ? (agreement.changes[last.first] ?? null) : null;
}
