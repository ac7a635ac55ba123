/** Finds in the archive the clauses that a quote is of, as they stood on one day. */
import path from 'node:path';
import { refusalComplaint } from '../analysis/editorial/complaints.ts';
import { anchorQuote, type Quote, type QuoteRefusal } from '../analysis/quotes/anchor-quote.ts';
import type { NamedPlace } from '../analysis/quotes/surroundings.ts';
import { readCollection, readDeclarations } from '../archive/collection.ts';
import { openRepository } from '../archive/repository.ts';
import { readJoinedHistory } from '../load/joined-history.ts';
import { readAgreements } from '../load/load-archive.ts';
import type { Agreement } from '../model/archive.ts';
import { Fault } from '../model/fault.ts';
import type { ClauseText, State } from '../model/ledger.ts';
import type { QuoteHistory } from '../model/quote-history.ts';
import { shortened } from '../text/cut-text.ts';
import { recordedNames, refuseUnknown } from './recorded-names.ts';

export interface QuotedClause {
	readonly platform: string;
	readonly agreement: string;
	readonly quote: Quote;
	/** `YYYY-MM-DD`: the quote must stand in the text of this day. */
	readonly reviewed: string;
}

export interface FoundClause {
	readonly agreement: Agreement;
	readonly history: QuoteHistory;
	/** What people read of each clause, as it stood on that day; several where the quote runs over several. */
	readonly clauses: readonly string[];
}

/**
 * @param directory of the collection
 * @throws Fault where the quote, or what is named, is not there
 */
export async function findClause(directory: string, quoted: QuotedClause): Promise<FoundClause> {
	const agreement = await readAgreement(directory, quoted);
	const anchored = anchorQuote(agreement, quoted.quote, quoted.reviewed);
	if (anchored.kind === 'refused') throw refusalFault(anchored.refusal, quoted, agreement);
	const { history } = anchored;
	return { agreement, history, clauses: clausesOf(agreement, history) };
}

async function readAgreement(directory: string, { platform, agreement }: QuotedClause): Promise<Agreement> {
	const { versions } = await readCollection(directory);
	const repository = await openRepository(path.join(directory, versions));
	const history = await readJoinedHistory(repository, await readDeclarations(directory));
	const names = recordedNames(history);
	refuseUnknown('npm run new-provision', 'platform', platform, [...names.keys()]);
	refuseUnknown('npm run new-provision', 'agreement', agreement, names.get(platform) ?? []);
	const files = new Set([`${platform}/${agreement}.md`]);
	const [found] = await readAgreements(repository.directory, history, files);
	return found?.agreements[0] as Agreement;
}

function refusalFault(
	refusal: QuoteRefusal,
	{ quote, reviewed, platform, agreement: title }: QuotedClause,
	{ versions }: Agreement,
): Fault {
	const { what, remedy } = refusalComplaint(refusal, quote, reviewed, versions);
	const where = `${platform} › ${title}`;
	if (!('places' in refusal)) return new Fault(what, where, remedy);
	const places = refusal.places.map(placeInWords).join('\n');
	return new Fault(what, where, `Say which is meant by --prefix or --suffix. They stand here:\n${places}`);
}

function placeInWords({ prefix, suffix, section }: NamedPlace): string {
	return `    ${section === '' ? '' : `in “${shortened(section)}”: `}… ${prefix} [the quote] ${suffix} …`;
}

function clausesOf({ ledger }: Agreement, { readIn, verified }: QuoteHistory): readonly string[] {
	const state = ledger.states[verified] as State;
	return readIn.map((clause) => {
		const text = state.texts[state.clauses.indexOf(clause)] as number;
		return (ledger.texts[text] as ClauseText).visible;
	});
}
