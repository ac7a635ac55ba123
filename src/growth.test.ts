/**
 * Whatever meets words from outside takes time that grows with their number, not with its square: every stage of the way from a page to
 * the site, with every unit that attacks repeat. A stage that is new, or a pattern in one, belongs into one of these tables.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeEvents } from './analysis/changes/change-events.ts';
import { excerpt } from './analysis/changes/excerpt.ts';
import { isListReordered } from './analysis/changes/reordered-list.ts';
import { splitChunk } from './analysis/clauses/clause-splitter.ts';
import { clauseTextOf } from './analysis/clauses/clause-texts.ts';
import { isLabel } from './analysis/clauses/label.ts';
import { headingWords } from './analysis/clauses/sections.ts';
import { refusalComplaint } from './analysis/editorial/complaints.ts';
import { changedSentencesOf } from './analysis/headlines/changed-sentence.ts';
import { entryNews } from './analysis/headlines/entry-news.ts';
import { headlineOf } from './analysis/headlines/headline.ts';
import { sectionFates } from './analysis/headlines/section-fate.ts';
import { sentenceNews } from './analysis/headlines/sentence-news.ts';
import { titleNews } from './analysis/headlines/title-news.ts';
import { blame } from './analysis/history/blame.ts';
import { eventsBetween } from './analysis/ledger/neighbour-events.ts';
import { packLedger, unpackLedger } from './analysis/ledger/pack-ledger.ts';
import { anchorQuote } from './analysis/quotes/anchor-quote.ts';
import { redline } from './analysis/redline/redline.ts';
import { bareKey } from './analysis/sentences/set-aside.ts';
import { wordEdits } from './analysis/sentences/word-edits.ts';
import { topicDetector } from './analysis/topics/detector.ts';
import { bansBelow, judgedTogether, leadsIn } from './analysis/topics/lead.ts';
import { clauseQuote } from './analysis/topics/telling-quote.ts';
import { nameComplaint } from './archive/file-name.ts';
import { remedyFor } from './archive/git.ts';
import { formatMessage, parseMessage } from './archive/message.ts';
import { readVocabulary } from './archive/vocabulary.ts';
import { CaptureFault } from './capture/capture-fault.ts';
import { extractText } from './capture/extract/extract.ts';
import { textWarnings } from './capture/extract/text-warnings.ts';
import { decodePage } from './capture/http/charset.ts';
import { parseContentCodings } from './capture/http/content-encoding.ts';
import { parseContentType, plainContentType } from './capture/http/content-type.ts';
import { movingPageOf } from './capture/http/moving-page.ts';
import {
	linkedText,
	markedText,
	settleMarks,
	withOwnTildes,
	withoutOwnSigns,
} from './capture/markdown/inline-marks.ts';
import { targetOfRedirect } from './capture/markdown/redirect-links.ts';
import { breakSentences } from './capture/markdown/sentence-lines.ts';
import { withoutTracking } from './capture/markdown/tracking-parameters.ts';
import { numbersIn, signsOf, speaksOfTerms } from './capture/pdf/pdf-running-words.ts';
import { parseRetryAfter } from './capture/politeness/retry.ts';
import { isAllowed, parseRobots } from './capture/politeness/robots.ts';
import { proposeSelector } from './capture/selection/propose-selector.ts';
import { wallOf } from './capture/wall-pages.ts';
import {
	compareFetches,
	compareWithOthers,
	compareWithRecorded,
	differInLinksAlone,
	judgeFirst,
	shownText,
} from './ingest/compare-texts.ts';
import { turnedParts } from './ingest/link-parts.ts';
import { root } from './root.ts';
import {
	attackMarkup,
	attackUnits,
	clauseShapes,
	growsFaster,
	pageShapes,
	type Shape,
	textShapes,
} from './samples/growth.ts';
import { agreementOf, ledgerOf } from './samples/sample-agreement.ts';
import { viewDocument } from './site/agreement/document.ts';
import { underlineQuote } from './site/agreement/explained-marks.ts';
import { writeFeed } from './site/formats/rss.ts';
import { collapseTrivial } from './site/redline/collapse-trivial.ts';
import { feedRedline } from './site/redline/feed-redline.ts';
import { firstText } from './site/redline/first-text.ts';
import { redlineHtml } from './site/redline/redline-html.ts';
import { viewRedline } from './site/redline/redline-view.ts';
import { viewSource } from './site/redline/source-view.ts';
import { clauseHtml, rowCells } from './site/safe-html/clause-html.ts';
import { editorialHtml } from './site/safe-html/editorial-html.ts';
import { agreementRecords } from './site/search/search-records.ts';
import { indexedWords } from './site/search/search-terms.ts';
import { agreementEvidence } from './text/agreement-evidence.ts';
import { agreementSigns, namesAgreement } from './text/agreement-signs.ts';
import { codeBlock, codeSpan } from './text/code-span.ts';
import { cutEnd, shortened } from './text/cut-text.ts';
import { withoutEditionDay } from './text/date-line.ts';
import { withoutDates } from './text/dates-in-text.ts';
import { escapeHtml } from './text/escape.ts';
import { lettersKey, printsOf } from './text/fingerprint.ts';
import { languageOfTexts } from './text/language.ts';
import { invisibleSign, legibleLine, showInvisible } from './text/legible.ts';
import { meaningKeys } from './text/meaning-key.ts';
import { normaliseQuote, normaliseWithPlaces } from './text/normalise-quotes.ts';
import { sentenceStarts } from './text/sentence-words.ts';
import { assignSlugs } from './text/slugs.ts';
import { termsOf } from './text/tf-idf.ts';
import { visibleText } from './text/visible-text.ts';
import { countWords, tokens, wordHashes } from './text/words.ts';

type Stage = (text: string) => unknown;
type Stages = Readonly<Record<string, Stage>>;

const address = 'https://curlew.example/legal/terms.html';
const { topics } = await readVocabulary(`${root}/src/content`);
const detect = topicDetector(topics);

/** The same words in another order, with some more. */
function altered(text: string): string {
	const third = Math.floor(text.length / 3);
	return `${text.slice(third)} and more ${text.slice(0, third)}`;
}

function asClause(text: string) {
	return clauseTextOf({ kind: 'paragraph', depth: 0 }, () => text);
}

function urlWith(text: string): URL {
	return new URL(`/a?b=${text.replace(/[\s#]/g, '+')}`, address);
}

/** A page of some thousand elements in each other ends as a named fault, when the stack is used up. */
function textOrFault(html: string): string {
	const source = { address, select: ['body'], remove: [], filters: [] };
	try {
		return extractText({ html, address, contentType: 'text/html' }, source);
	} catch (error) {
		if (error instanceof CaptureFault || error instanceof RangeError) return '';
		throw error;
	}
}

/** A history of three texts. */
function historyOf(text: string) {
	return agreementOf(['2024-01-01', 'Fees.'], ['2024-02-01', text], ['2024-03-01', altered(text)]);
}

const ground: Stages = {
	agreementEvidence: (text) => agreementEvidence(text, address),
	agreementSigns,
	namesAgreement,
	codeSpan,
	codeBlock: (text) => codeBlock(text.split('\n')),
	cutEnd: (text) => cutEnd(text, 300),
	shortened,
	withoutDates,
	escapeHtml,
	printsOf,
	lettersKey,
	languageOfTexts: (text) => languageOfTexts(text.split('\n')),
	invisibleSign,
	showInvisible,
	legibleLine,
	normaliseQuote,
	normaliseWithPlaces,
	sentenceStarts,
	'assignSlugs of one': (text) => assignSlugs([text]),
	'assignSlugs of many': (text) => assignSlugs(text.split('\n').map((line, at) => line + '-'.repeat(at % 3))),
	termsOf,
	visibleText,
	countWords,
	tokens,
	wordHashes,
};

const capture: Stages = {
	wallOf,
	textWarnings,
	breakSentences,
	settleMarks,
	markedText: (text) => markedText(text, '**'),
	linkedText: (text) => linkedText(text, text),
	withOwnTildes,
	withoutOwnSigns,
	decodePage: (text) => decodePage(Buffer.from(text), 'text/html'),
	'decodePage by header': (text) => decodePage(Buffer.from('a'), text),
	parseContentType,
	plainContentType,
	parseContentCodings,
	parseRetryAfter: (text) => parseRetryAfter(text, text, 0),
	'parseRobots of lines': (text) => parseRobots(text, 'clausetrail'),
	'isAllowed by a rule': (text) =>
		isAllowed(
			parseRobots(`User-agent: *\nDisallow: /${text.replaceAll('\n', '')}z`, 'a'),
			`${address}?${text}`,
		),
	'isAllowed by wildcards': (text) =>
		isAllowed(
			parseRobots(`User-agent: *\nDisallow: ${'/*a'.repeat(text.length / 100)}z`, 'a'),
			`${address}?${text}`,
		),
	movingPageOf: (html) => movingPageOf({ html, address }),
	targetOfRedirect: (text) => targetOfRedirect(urlWith(text)),
	withoutTracking: (text) => withoutTracking(urlWith(text)),
	'words of a PDF line': (text) => [signsOf(text), numbersIn(text), speaksOfTerms(text, text)],
};

const pages: Stages = {
	extractText: textOrFault,
	movingPageOf: (html) => movingPageOf({ html, address }),
	decodePage: (text) => decodePage(Buffer.from(text), 'text/html'),
	editorialHtml: (html) => editorialHtml(html, 2, '/'),
};

/**
 * Not with elements that lie in each other without end: each looks through all open ones in the parser, which is a library’s: such a page
 * is read in a thread with bounds, and proposed for by a person who tries it.
 */
const proposals: Stages = { proposeSelector };

const ingest: Stages = {
	'plain text as a page': (text) =>
		extractText(
			{ html: text, address, contentType: 'text/plain' },
			{ address, select: ['pre'], remove: [], filters: [] },
		),
	judgeFirst: (text) => judgeFirst(text, address),
	compareWithRecorded: (text) => compareWithRecorded(text, altered(text), address),
	compareWithOthers: (text) => compareWithOthers(text, [{ agreement: 'a', text: altered(text) }]),
	compareFetches: (text) => compareFetches(text, altered(text)),
	differInLinksAlone: (text) => differInLinksAlone(text, altered(text)),
	turnedParts: (text) => turnedParts(text, text.replaceAll('b', 'c')),
	shownText,
};

const analysis: Stages = {
	splitChunk,
	'a clause': (text) => {
		const { visible, number, key, lettersKey: letters, targetsKey, words } = asClause(text);
		return [
			visible,
			number,
			key,
			letters,
			targetsKey,
			words,
			isLabel(asClause(text)),
			headingWords(asClause(text)),
		];
	},
	'a ledger of one text': (text) => ledgerOf([text]),
	'packed ledger': (text) =>
		unpackLedger(JSON.parse(JSON.stringify(packLedger(ledgerOf([text, altered(text)]))))),
	wordEdits: (text) => wordEdits(text, altered(text)),
	meaningKeys: (text) => meaningKeys(text),
	withoutEditionDay,
	bareKey: (text) => bareKey(visibleText(text).text),
	isListReordered: (text) => isListReordered(visibleText(text).text, visibleText(altered(text)).text),
	changeEvents: (text) => changeEvents(ledgerOf([text, altered(text)]), 0, 1),
	topics: (text) => detect(text, 'en'),
	'topics in German': (text) => detect(text, 'de'),
	'a side': (text) => detect(`You may not: ${text} sell personal data, train models. ${text}`, 'en', 13),
	'words that lead in': (text) => [leadsIn(text), bansBelow(text), judgedTogether(text, text, () => [])],
	'a headline': (text) => {
		const ledger = ledgerOf([text, altered(text)]);
		const [before, after] = ledger.states;
		if (before === undefined || after === undefined) throw new Error('there are two');
		const events = eventsBetween(ledger, before, after);
		const changed = changedSentencesOf(ledger, events);
		return headlineOf([
			...titleNews(ledger, events, () => false, sectionFates(ledger, before, after, events)),
			...entryNews(ledger, events, () => text),
			...sentenceNews(changed, () => ({
				of: text,
				isOnTopic: true,
				isSaidAgain: () => false,
				isForbidden: false,
			})),
			...sentenceNews(
				[
					{
						event: events[0] as never,
						step: null as never,
						kind: 'edited',
						before: text,
						after: altered(text),
					},
				],
				() => ({ of: text, isOnTopic: false, isSaidAgain: () => false, isForbidden: false }),
			),
		]);
	},
	clauseQuote: (text) => clauseQuote(text, [[0, 1]]),
	'a quote': (text) =>
		anchorQuote(agreementOf(['2024-01-01', text]), { exact: text.slice(0, 300) }, '2024-02-01'),
	'a quote that is not there': (text) => {
		const agreement = agreementOf(['2024-01-01', text]);
		const exact = altered(text.slice(0, 300));
		const anchored = anchorQuote(agreement, { exact }, '2024-02-01');
		return (
			anchored.kind === 'refused' && refusalComplaint(anchored.refusal, { exact }, 'a', agreement.versions)
		);
	},
};

const site: Stages = {
	clauseHtml,
	rowCells,
	indexedWords,
	'the document': (text) => {
		const agreement = agreementOf(['2024-01-01', text]);
		return viewDocument(agreement, blame(agreement), '2024-02-01T00:00:00Z');
	},
	'a first record': (text) => firstText(ledgerOf([text]), 0),
	'a change': (text) => {
		const agreement = historyOf(text);
		const [, change] = agreement.changes;
		const { ledger } = agreement;
		const [, before, after] = ledger.states;
		if (before === undefined || after === undefined || change === undefined)
			throw new Error('there are three');
		const blocks = redline(ledger, before, after);
		const view = viewRedline(ledger, collapseTrivial(ledger, blocks));
		const frame = { own: {}, until: 'a', from: 'b', whole: '/', anchorOf: () => '', formerWords: new Map() };
		return [
			redlineHtml(view, frame),
			viewSource(ledger, blocks),
			feedRedline(ledger, blocks, 'en', '/'),
			excerpt(agreement, change),
			...agreementRecords({ name: 'a', slug: 'a', agreements: [] }, agreement, '2024-04-01'),
		];
	},
	underlineQuote: (text) => underlineQuote(clauseHtml(text), text.slice(0, 300)),
	'a feed': (text) =>
		writeFeed({ title: text, description: text, page: address, self: address, date: null } as never, []),
};

const archive: Stages = {
	parseMessage,
	'a trailer': (text) => parseMessage(`a\n\nX-fetcher: ${text}\nX-source-document-location: ${text}`),
	formatMessage: (text) =>
		formatMessage({
			kind: 'first',
			platform: text,
			agreement: text,
			evidence: { sources: [text], fetcher: text } as never,
		}),
	nameComplaint,
	remedyFor,
};

/** Shapes of text by their place in the list, for the message. */
function slowUnits(stage: Stage, units: readonly string[], shapes: readonly Shape[]): string[] {
	return units.flatMap((unit) =>
		shapes.flatMap((shape, at) => {
			const grown = growsFaster(stage, (length) => shape(unit, length));
			if (grown === null) return [];
			const times = `${Math.round(grown.half)} ms, then ${Math.round(grown.whole)} ms at ${grown.length} characters`;
			return [`${JSON.stringify(unit)} in shape ${at}: ${times}`];
		}),
	);
}

for (const [room, stages, units, shapes] of [
	['text', ground, attackUnits, textShapes],
	['capture', capture, attackUnits, textShapes],
	['pages', pages, attackMarkup, pageShapes],
	['pages of text', pages, attackUnits, pageShapes.slice(1)],
	['proposals', proposals, attackUnits, pageShapes.slice(1)],
	['ingest', ingest, attackUnits, clauseShapes],
	['analysis', analysis, attackUnits, clauseShapes],
	['site', site, attackUnits, clauseShapes],
	['archive', archive, attackUnits, textShapes],
] as const)
	for (const [name, stage] of Object.entries<Stage>(stages))
		test(`${room}: ${name} takes twice the time for twice the text`, () => {
			assert.deepEqual(slowUnits(stage, units, shapes), []);
		});
