/** Words of a clause with what proves them: commit, address, and since when. */
import { changeAt, type Found } from '../../analysis/topics/findings-index.ts';
import type { Quote } from '../../model/api-answers.ts';
import type { Agreement } from '../../model/archive.ts';
import type { Version } from '../../model/version.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';
import { absolute } from '../addresses/urls.ts';
import { standingClauseHref } from '../redline/clauses-on-page.ts';
import { nameOf, type Recorded } from './names.ts';

export function quoteOf({ prefix }: Pick<Recorded, 'prefix'>, found: Found): Quote {
	const { platform, agreement, finding } = found;
	const { quote, marks, anchor, number, section, since, reworded, until } = finding;
	const dayAt = (index: number): string => dayOf(changeAt(agreement, index).version.fetched);
	const { commit, fetched, path } = holdingVersion(agreement, until);
	const href =
		until === null
			? standingClauseHref(platform, agreement, anchor)
			: changeHref(platform, agreement, changeAt(agreement, until));
	return {
		text: quote,
		marks: marks.map(([start, end]) => [start, end]),
		platform: nameOf(platform),
		agreement: nameOf(agreement),
		language: agreement.language,
		clause: anchor,
		number,
		section,
		path: prefix + path,
		commit,
		fetched,
		address: absolute(href),
		since: dayAt(since),
		reworded: reworded === null ? null : dayAt(reworded),
		until: until === null ? null : dayAt(until),
	};
}

/** The newest version with a clause that stands, or that ended with a change: captures that lost most of the text are passed over. */
function holdingVersion({ changes, versions }: Agreement, until: number | null): Version {
	let at = (until ?? versions.length) - 1;
	while (at > 0 && isDoubtful(changes[at]?.class)) at--;
	return versions[at] as Version;
}

function isDoubtful(kind: Agreement['changes'][number]['class'] | undefined): boolean {
	return kind === 'lost' || kind === 'unfollowed';
}
