/**
 * The recorded versions of an agreement as a Memento TimeMap, so that whoever asks archives of the web for a page of the past finds them here too.
 * A static site has no gate that answers by date; the list is enough for that.
 * @see https://www.rfc-editor.org/rfc/rfc7089#section-5 and, for the format, RFC 6690
 */
import { shownVersion } from '../../analysis/history/shown-version.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';
import { absolute, agreementUrl, compareUrl, timeMapUrl } from '../addresses/urls.ts';
import { versionOn } from '../compare/compare-days.ts';

/** In `application/link-format`: the page that was fetched, this list, then each version that has a text, oldest fetch first. */
export function timeMap(platform: Platform, agreement: Agreement): string {
	const mementos = mementosOf(platform, agreement);
	const [first, last] = [mementos.at(0), mementos.at(-1)].map((each) => each?.datetime);
	const span = first === undefined ? '' : `;from="${first}";until="${last}"`;
	const self = `<${absolute(timeMapUrl(platform, agreement))}>;rel="self";type="application/link-format"${span}`;
	const links = mementos.map(({ address, datetime }, at) => {
		const ends = [at === 0 ? 'first ' : '', at === mementos.length - 1 ? 'last ' : ''].join('');
		return `<${address}>;rel="${ends}memento";datetime="${datetime}"`;
	});
	return `${[`<${originalOf(platform, agreement)}>;rel="original"`, self, ...links].join(',\n')}\n`;
}

interface Memento {
	readonly address: string;
	/** As HTTP writes it (RFC 9110, 5.6.7). */
	readonly datetime: string;
}

function mementosOf(platform: Platform, agreement: Agreement): readonly Memento[] {
	const recorded = agreement.changes.filter(({ version }) => version.blob !== null);
	return recorded
		.toSorted((one, other) =>
			one.version.fetched < other.version.fetched ? -1 : one.version.fetched > other.version.fetched ? 1 : 0,
		)
		.map((change) => ({
			address: absolute(wholeTextUrl(platform, agreement, change) ?? changeHref(platform, agreement, change)),
			datetime: new Date(change.version.fetched).toUTCString(),
		}));
}

/** Its whole text, where its day names it; else there is what it changed, or its row in the history. */
function wholeTextUrl(platform: Platform, agreement: Agreement, { index, version }: Change): string | null {
	const { versions, changes } = agreement;
	const day = dayOf(version.fetched);
	const at = shownVersion(changes) < 0 ? null : versionOn(versions, day);
	return at === index ? `${compareUrl(platform, agreement)}?at=${day}` : null;
}

/** Where the newest text that says so was fetched; of an archive that does not tell, the page that stands for it here. */
function originalOf(platform: Platform, agreement: Agreement): string {
	const sources = agreement.versions.toReversed().flatMap(({ evidence }) => evidence.sources);
	const told = sources.find((source) => /^https?:/.test(source) && URL.canParse(source));
	// Written anew by the URL standard: no sign in it can end the link.
	return told === undefined ? absolute(agreementUrl(platform, agreement)) : new URL(told).href;
}
