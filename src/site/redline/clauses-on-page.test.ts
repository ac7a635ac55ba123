/** No link names a clause that the page it leads to does not have, whatever went out, came back or stands twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { redline } from '../../analysis/redline/redline.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import { hasPage } from '../../model/change.ts';
import type { State } from '../../model/ledger.ts';
import { history } from '../../samples/invented-history.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { clausesOnPage } from './changed-clauses.ts';
import { changeAddress } from './clause-history-html.ts';
import { clauseHref, placesToday, standingClauseHref } from './clauses-on-page.ts';
import { collapseTrivial } from './collapse-trivial.ts';
import { formerWordsSince } from './former-words-since.ts';
import { redlineHtml } from './redline-html.ts';
import { viewRedline } from './redline-view.ts';
import { removedClauses } from './removed-clauses.ts';

interface Page {
	readonly anchors: ReadonlySet<string>;
	/** `2024-03-01/#c-…` */
	readonly links: readonly string[];
}

function recordOf(texts: readonly string[]): { platform: Platform; agreement: Agreement } {
	const [platform] = sampleArchive({ Tern: { Terms: texts } }).platforms;
	const agreement = platform?.agreements[0];
	assert.ok(platform && agreement);
	return { platform, agreement };
}

/** Day of a change → its page as it is drawn. */
function pagesOf(texts: readonly string[]): Map<string, Page> {
	const { platform, agreement } = recordOf(texts);
	const { ledger } = agreement;
	const drawn = agreement.changes
		.filter((change) => change.index > 0 && hasPage(change))
		.map((change): [string, Page] => {
			const [before, after] = [ledger.states[change.base], ledger.states[change.index]];
			const quiet = collapseTrivial(ledger, redline(ledger, before as State, after as State));
			const formerWords = formerWordsSince({ platform, agreement, change }, quiet.blocks);
			const anchorOf = (clause: number): string => ledger.clauses[clause]?.anchor ?? '';
			const frame = { own: {}, until: '', from: '', whole: '', anchorOf, formerWords };
			const html = redlineHtml(viewRedline(ledger, quiet), frame);
			const anchors = new Set([...html.matchAll(/ id="(c-[^"]+)"/g)].map(([, id]) => id as string));
			const links = [...html.matchAll(/href="[^"]*\/([\d-]+\/#[^"]+)"/g)].map(([, link]) => link as string);
			return [change.day, { anchors, links }];
		});
	return new Map(drawn);
}

function deadLinks(pages: ReadonlyMap<string, Page>, links: readonly string[]): string[] {
	return links.filter((link) => {
		const [day = '', anchor = ''] = link.split('/#');
		return !pages.get(day)?.anchors.has(anchor);
	});
}

const fee = 'You pay a fee of 20 euros for each month in which you use the service.';
const notice = 'We tell you of any change of the fees thirty days before it applies to you.';
const law = 'The law of the country in which you live applies to these terms.';

test('words that came in elsewhere, while the clause changed its look alone, lead to the page and to no clause that it folds', () => {
	const fees = (...later: readonly string[]) => ['# Terms', ...later].join('\n\n');
	const weekly = fee.replace('each month', 'each week');
	const quoted = fee.replace('service', '“service”');
	const pages = pagesOf([
		fees(fee, notice, law),
		fees(quoted, notice, law, weekly),
		fees(weekly, notice, law, weekly),
		fees(weekly.replace('20', '30'), notice, law, weekly),
	]);
	const { links } = pages.get('2024-04-01') as Page;
	assert.deepEqual(deadLinks(pages, links), []);
	assert.ok(pages.get('2024-02-01')?.anchors.size);
});

test('in any history, each link between the pages of changes finds its clause', () => {
	fc.assert(
		fc.property(history, (texts) => {
			const pages = pagesOf(texts);
			for (const { links } of pages.values()) assert.deepEqual(deadLinks(pages, links), []);
			const { agreement } = recordOf(texts);
			for (const change of agreement.changes) {
				const named = [...clausesOnPage(agreement, change)].map(
					(clause) => agreement.ledger.clauses[clause]?.anchor ?? '',
				);
				assert.deepEqual(new Set(named), pages.get(change.day)?.anchors ?? new Set());
			}
			const gone = removedClauses(agreement).departures.flatMap(({ change, clauses }) =>
				clauses.map(({ anchor }) => `${change.day}/#${anchor}`),
			);
			assert.deepEqual(deadLinks(pages, gone), []);
		}),
		{ numRuns: 150 },
	);
});

test('in any history, a clause is linked to where it stands: today, among those that went out, on the page of a change, or not at all', () => {
	fc.assert(
		fc.property(history, (texts) => {
			const { platform, agreement } = recordOf(texts);
			const pages = pagesOf(texts);
			const today = new Set(placesToday(agreement).map((anchor) => `#${anchor}`));
			const { ledger, changes } = agreement;
			const versions = changes.map((change) => ({
				day: change.day,
				fetched: '',
				page: hasPage(change),
				onYearPage: change.onYearPage,
				base: change.base,
			}));
			for (const [clause, { anchor, spans }] of ledger.clauses.entries()) {
				const link = clauseHref(platform, agreement, anchor).slice('/tern/terms/'.length);
				const isThere = link === '' || today.has(link) || deadLinks(pages, [link]).length === 0;
				assert.ok(isThere, link);
				const turns = spans.map(({ first }) => changeAddress({ ledger, versions }, first, clause));
				assert.deepEqual(
					deadLinks(
						pages,
						turns.filter((turn) => /\d\/#/.test(turn)),
					),
					[],
				);
			}
		}),
		{ numRuns: 100 },
	);
});

test('a clause of a text of which most may be a failed capture is linked to where it is listed or went out', () => {
	const many = Array.from({ length: 120 }, (_, at) => `${at}. ${fee.replace('20', `${at + 100}`)}`);
	const { platform, agreement } = recordOf([many.join('\n\n'), `${many[0]}\n`]);
	assert.equal(agreement.changes[1]?.class, 'lost');
	const today = new Set(placesToday(agreement));
	const links = agreement.ledger.clauses.map(({ anchor }) => standingClauseHref(platform, agreement, anchor));
	const onPage = links.filter((link) => link.startsWith('/tern/terms/#'));
	assert.ok(onPage.length < links.length && onPage.every((link) => today.has(link.split('#')[1] ?? '')));
	const elsewhere = links.filter((link) => !link.startsWith('/tern/terms/#'));
	assert.ok(elsewhere.every((link) => link.startsWith('/tern/terms/2024-02-01/#c-')));
});
