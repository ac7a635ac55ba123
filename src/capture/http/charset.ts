/** Which characters the bytes of a page stand for: byte order mark, then header, then the page's own word, then UTF-8. */
import { ResultType, Sniffer } from 'encoding-sniffer/sniffer';
import { parseContentType } from './content-type.ts';
import { namingTags } from './naming-tags.ts';

export interface DecodedPage {
	readonly html: string;
	/** Sentences for people; none where the page said how it is to be read. */
	readonly warnings: readonly string[];
}

const guessed =
	'the page does not say in which characters it is written, and it is not UTF-8: it was read as windows-1252, which is wrong for most languages outside Western Europe';

/**
 * Decodes a page. Never fails: bytes that make no sense become U+FFFD.
 * @param contentType value of the header, or empty
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodePage(bytes: Buffer, contentType: string): DecodedPage {
	const outer = decoderOf(outerLabel(bytes, contentType));
	if (outer !== undefined) return { html: outer.decode(bytes), warnings: [] };
	const { ahead, late } = ownLabels(bytes);
	const html = decoderOf(ahead)?.decode(bytes) ?? decodeUtf8(bytes) ?? decoderOf(late)?.decode(bytes);
	if (html !== undefined) return { html, warnings: [] };
	return { html: new TextDecoder('windows-1252').decode(bytes), warnings: [guessed] };
}

/** Undefined for a label that no decoder knows. */
function decoderOf(label: string | undefined): TextDecoder | undefined {
	if (label === undefined) return undefined;
	try {
		return new TextDecoder(label);
	} catch {
		return undefined;
	}
}

/** Undefined where the bytes are something else. */
function decodeUtf8(bytes: Buffer): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Longest of a byte order mark and of what tells UTF-16 by its first characters. */
const markLength = 6;

/** What can be told before the page is read. */
function outerLabel(bytes: Buffer, contentType: string): string | undefined {
	const { charset } = parseContentType(contentType);
	return sniffed(
		bytes.subarray(0, markLength),
		charset === null ? {} : { transportLayerEncodingLabel: charset },
	);
}

interface OwnLabels {
	/** Found where browsers look for it. */
	readonly ahead?: string | undefined;
	/** Found in the body alone, where no browser looks: better than a guess, but no more. */
	readonly late?: string;
}

function ownLabels(bytes: Buffer): OwnLabels {
	let declared: string | undefined;
	for (const { tag, isAhead } of namingTags(bytes.toString('latin1'))) {
		const label = sniffed(Buffer.from(tag.slice(0, longestTag), 'latin1'));
		if (label === undefined) continue;
		if (tag.startsWith('<?')) declared = label;
		else return isAhead ? { ahead: label } : { ahead: declared, late: label };
	}
	return { ahead: declared };
}

/** A longer one names nothing, and the sniffer would take its value apart into as many arguments. */
const longestTag = 1024;

function sniffed(bytes: Buffer, options: ConstructorParameters<typeof Sniffer>[0] = {}): string | undefined {
	const sniffer = new Sniffer({ ...options, maxBytes: bytes.byteLength });
	sniffer.write(bytes);
	return sniffer.resultType === ResultType.DEFAULT ? undefined : sniffer.encoding;
}
