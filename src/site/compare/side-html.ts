/** What the compare page says of the version that a day stands for, as HTML. */
import { clock, dayInWords } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { commitUrl, fileUrl } from '../addresses/forge-links.ts';
import type { RecordedAgreement } from './ledger-json.ts';
import type { Side } from './side.ts';

/**
 * `1 June 2022: version of 12 May 2022, 04:12 UTC, commit 9f3c21e0b7d4`
 * @param of what is told, as HTML
 */
export function sideHtml(
	{ repository, path }: RecordedAgreement,
	{ day, version, note }: Side,
	of = dayInWords(day),
): string {
	const { fetched, commit } = version;
	const moment = `<time datetime="${fetched}">${dayInWords(fetched)}, ${clock(fetched)}</time>`;
	const proof = `commit <code>${linked(commitUrl(repository ?? undefined, commit), escapeHtml(commit))}</code>`;
	const file = fileUrl(repository ?? undefined, commit, path);
	const source = file === null ? '' : `, ${linked(file, 'its file')}`;
	return `<b>${of}:</b> version of ${moment}, ${proof}${source}.${note === '' ? '' : ` ${escapeHtml(note)}`}`;
}

function linked(address: string | null, html: string): string {
	return address === null ? html : `<a href="${escapeHtml(address)}">${html}</a>`;
}
