/** Writes small PDFs for tests: lines of text at places and sizes, pictures, fields, notes, and what can be wrong with a file. */

export interface SampleLine {
	readonly text: string;
	/** In points from the lower left corner. */
	readonly x: number;
	readonly y: number;
	readonly size?: number;
	/** Degrees, anticlockwise. */
	readonly angle?: number;
	/** Between the letters, in points. */
	readonly spacing?: number;
}

/** A grey picture of one point, drawn as large as this. */
export interface SamplePicture {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** What stands on a page without being drawn with it. */
export interface SampleAnnotation {
	/** A field that somebody fills in, one to choose from, a text laid upon the page, or a note that shows when it is opened. */
	readonly kind: 'field' | 'choice' | 'words' | 'note';
	readonly value: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** True where no reader of the page sees it. */
	readonly isHidden?: boolean;
}

export type SampleMark = SampleLine | SamplePicture | SampleAnnotation;

/** `trailer`: more entries of the trailer, such as an encryption. `letters`: what the font says of its letters, a CMap. */
export interface SampleOddity {
	readonly trailer?: string;
	readonly letters?: string;
}

/** One content stream a page. */
export function samplePdf(
	pages: readonly (readonly SampleMark[])[],
	{ trailer = '', letters }: SampleOddity = {},
): Buffer {
	const picture = 4 + 2 * pages.length;
	const toUnicode = letters === undefined ? '' : `/ToUnicode ${picture + 1} 0 R `;
	const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${toUnicode}>>`,
		...pages.flatMap((lines, at) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> /XObject << /P ${picture} 0 R >> >> /Annots [${annotationsOf(lines)}] /Contents ${5 + 2 * at} 0 R >>`,
			streamOf(drawn(lines)),
		]),
		streamOf(
			'\x80',
			'/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray ',
		),
		...(letters === undefined ? [] : [streamOf(letters)]),
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, at) => {
		const offset = file.length;
		file += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const size = objects.length + 1;
	const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
	file += `${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}

function drawn(marks: readonly SampleMark[]): string {
	return marks
		.filter((mark) => !('kind' in mark))
		.map((mark) => ('text' in mark ? drawnLine(mark) : drawnPicture(mark)))
		.join('\n');
}

const annotationKinds: Readonly<Record<SampleAnnotation['kind'], (value: string) => string>> = {
	field: (value) => `/Subtype /Widget /FT /Tx /T (F) /V ${value}`,
	choice: (value) => `/Subtype /Widget /FT /Ch /T (C) /Opt [${value}] /V ${value}`,
	words: (value) => `/Subtype /FreeText /DA (/F 10 Tf) /Contents ${value}`,
	note: (value) => `/Subtype /Text /Contents ${value}`,
};

function annotationsOf(marks: readonly SampleMark[]): string {
	return marks
		.filter((mark) => 'kind' in mark)
		.map(({ kind, value, x, y, width, height, isHidden }) => {
			const entries = annotationKinds[kind](`(${escapedText(value)})`);
			const place = `/Rect [${x} ${y} ${x + width} ${y + height}]`;
			return `<< /Type /Annot ${entries} ${place} /F ${isHidden ? 2 : 4} >>`;
		})
		.join(' ');
}

function escapedText(text: string): string {
	return text.replace(/[\\()]/g, '\\$&');
}

function drawnLine({ text, x, y, size = 10, angle = 0, spacing = 0 }: SampleLine): string {
	const letters = escapedText(text).replace(/•/g, '\x95');
	const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
	const matrix = [cos, sin, -sin, cos].map((value) => value.toFixed(4)).join(' ');
	return `BT /F ${size} Tf ${spacing} Tc ${matrix} ${x} ${y} Tm (${letters}) Tj ET`;
}

function drawnPicture({ x, y, width, height }: SamplePicture): string {
	return `q ${width} 0 0 ${height} ${x} ${y} cm /P Do Q`;
}

function streamOf(content: string, entries = ''): string {
	return `<< ${entries}/Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Says that a password is needed, and none of ours fits. */
export const encryption = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> `;

/** Says of every letter that it is one of private use, as fonts do whose letters nobody should copy. */
export const riddles = [
	'/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /R def',
	'1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <21> <7E> <E021> endbfrange',
	'endcmap end end',
].join('\n');
