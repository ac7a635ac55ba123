/** What the compare page says of two days, as HTML. Runs in the browser; every archived word passes through `escapeHtml`. */

import { counted, grouped, unbroken } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { changePath } from '../addresses/change-path.ts';
import { compareCommand } from '../addresses/git-commands.ts';
import { kindInWords } from '../addresses/glossary.ts';
import { barsHtml, legendOfTime, mapHtml, mapLinesHtml } from '../redline/change-map-html.ts';
import { type RedlineFrame, redlineHtml } from '../redline/redline-html.ts';
import type { ComparedTexts, Comparison, Surroundings } from './comparison.ts';
import type { RecordedAgreement, RecordedVersion } from './ledger-json.ts';
import { sideHtml } from './side-html.ts';

/** More changes than this are a list of their own: the history page is. */
const mostListed = 40;

/** The computed sentence, the versions compared, and the changes between them. */
export function comparisonHeadHtml(agreement: RecordedAgreement, comparison: Comparison): string {
	const { sentence, differs, before, after, between } = comparison;
	// The line keeps its place until it is filled: nothing is to jump under the reader's eyes.
	const words = differs ? '<p class="small" data-balance>&nbsp;</p>' : '';
	const sides = [before, after].map((side) => `<li>${sideHtml(agreement, side)}</li>`).join('');
	return `<div class="margin">${betweenHtml(between)}</div><div class="col stack"><h2 class="sentence">${escapeHtml(unbroken(sentence))}</h2>${words}<ul class="sides small">${sides}</ul></div>`;
}

/** The redline, and beside it the frame of its map. @param legend what its marks say, as HTML */
export function comparisonBodyHtml(
	{ view, differs }: Pick<ComparedTexts, 'view' | 'differs'>,
	frame: RedlineFrame,
	attributes: string,
	legend = legendOfTime,
): string {
	if (!differs) return '';
	const heads = `data-until="${escapeHtml(frame.until)}" data-from="${escapeHtml(frame.from)}"`;
	const text = `<article class="redline" ${heads}${attributes}>${redlineHtml(view, frame)}</article>`;
	return text + mapHtml('Where it differs', legend);
}

/** What {@link comparisonHeadHtml} and {@link comparisonBodyHtml} left open: place → its HTML. */
export function surroundingsHtml({
	balance,
	map,
	strip,
}: Surroundings): Record<'balance' | 'map' | 'strip', string> {
	return {
		balance: balance === '' ? '' : `<b>${balance}.</b>`,
		map: mapLinesHtml(map),
		strip: barsHtml(strip),
	};
}

export function proofHtml({ path }: RecordedAgreement, { before, after }: Comparison): string {
	const command = compareCommand(before.version.commit, after.version.commit, path);
	return `<p class="small">In a clone of the archive: <code>${escapeHtml(command)}</code></p>`;
}

function betweenHtml({ shown, rest }: Comparison['between']): string {
	const quiet =
		rest === 0 ? '' : `, <br /><a href="../history/#unchanged">${kindInWords('unchanged', rest)}</a>,`;
	const label = `<b>${counted(shown.length, 'change')}</b>`;
	const close = `${quiet} <br />between these days`;
	if (shown.length === 0) return `<p>${label}${close}</p>`;
	const listed = shown.slice(-mostListed).toReversed();
	const more =
		shown.length > listed.length
			? `<li><a href="../history/">${grouped(shown.length - listed.length)} earlier ones</a></li>`
			: '';
	return `<details class="between"><summary>${label}</summary><ul class="plain">${listed.map(changeLink).join('')}${more}</ul></details><p>${close.replace(/^, <br \/>/, '')}</p>`;
}

function changeLink(version: RecordedVersion): string {
	return `<li><a href="../${changePath(version)}">${dayInWords(version.fetched)}</a></li>`;
}
