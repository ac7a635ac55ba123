/** The pieces of text of a PDF, each with its place on its page, as pdf.js reads them. */
import { getDocumentProxy } from 'unpdf';
import { type FormField, formItems } from './pdf-fields.ts';
import { openForPictures, type PictureFinder } from './pdf-pictures.ts';
import { withoutSpacing } from './wide-letters.ts';

/** Lengths in points, from the upper left corner of the page, turned so that its letters stand upright. */
export interface PdfItem {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	/** Of the line that the letters stand on. */
	readonly baseline: number;
	/** Of the letters. */
	readonly size: number;
	readonly rightToLeft: boolean;
	/** A blank was drawn before it, however narrow. */
	readonly afterBlank: boolean;
	/** Its place among the items of its sheet, in the order in which they are drawn. */
	readonly order: number;
}

/** What of a page runs in one direction: all of most pages; a table laid sideways or a stamp in the margin is one of its own. */
export interface PdfSheet {
	/** From 0. */
	readonly page: number;
	/** Degrees, clockwise. */
	readonly angle: number;
	/** In the order in which the document draws them. */
	readonly items: readonly PdfItem[];
}

export interface PdfContent {
	readonly pages: number;
	/** In the order of the pages; of one page the one with the most letters first. */
	readonly sheets: readonly PdfSheet[];
	/** Pages with little text, from 0, that paint a picture or a drawing. */
	readonly painted: readonly number[];
}

/** The longest of the PDFs in a large collection has 70 pages; the bound keeps a book from being read for an agreement. */
const mostPages = 400;
/** Letters; a page that has more is not looked at for pictures, which takes longer than its text. */
const littleText = 400;

export async function readPdfItems(bytes: Uint8Array): Promise<PdfContent> {
	// Opening a document takes its bytes over.
	const copy = new Uint8Array(bytes);
	let findPicture: PictureFinder | null = null;
	// An error inside a page would lose the rest of it: half a text must not pass for the whole.
	const pdf = await getDocumentProxy(bytes, { stopAtErrors: true, verbosity: 0 });
	if (pdf.numPages > mostPages) throw new RangeError(`it has ${pdf.numPages} pages, more than ${mostPages}`);
	const sheets: PdfSheet[] = [];
	const painted: number[] = [];
	for (let at = 0; at < pdf.numPages; at++) {
		const page = await pdf.getPage(at + 1);
		const { transform } = page.getViewport({ scale: 1 });
		const { items, styles } = await page.getTextContent();
		const fields = formItems((await page.getAnnotations()) as FormField[]);
		const texts = [...withoutSpacing(items.filter((item) => 'str' in item)), ...fields];
		const placed = placedOn(texts, transform, (name) => styles[name]?.vertical === true);
		const letters = placed.reduce((sum, { item }) => sum + item.text.length, 0);
		if (letters < littleText) {
			findPicture ??= await openForPictures(copy);
			if (await findPicture(at + 1)) painted.push(at);
		}
		sheets.push(...sheetsOf(placed, at));
		page.cleanup();
	}
	return { pages: pdf.numPages, sheets, painted };
}

/** A piece of text in the page's own measure, as pdf.js gives it. */
export interface TextItem {
	readonly str: string;
	readonly dir: string;
	readonly transform: readonly number[];
	readonly width: number;
	readonly height: number;
	readonly fontName: string;
}

interface Placed {
	readonly angle: number;
	readonly item: PdfItem;
}

/** Pieces of blanks are left out: the gap between their neighbours says as much. */
function placedOn(
	items: readonly TextItem[],
	view: readonly number[],
	isVertical: (font: string) => boolean,
): Placed[] {
	return items.flatMap((item, at) => {
		if (item.str.trim() === '') return [];
		const before = items[at - 1]?.str ?? '';
		const isAfterBlank = before !== '' && before.trim() === '';
		return [placed(item, view, isVertical(item.fontName), isAfterBlank)];
	});
}

/** Letters that lean or stand askew by so little, in degrees, stand upright. */
const upright = 3;

function placed(item: TextItem, view: readonly number[], isVertical: boolean, afterBlank: boolean): Placed {
	const { str, dir, transform, width, height } = item;
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
	const [along = 1, up = 0, tilt = 0, rise = 1, x = 0, y = 0] = transform;
	const degrees = (Math.atan2(b * along + d * up, a * along + c * up) * 180) / Math.PI;
	// Lines of a vertical script run downwards, the next one stands to the left: as if a page of rows were turned.
	const turned = Math.round(degrees + (isVertical ? 90 : 0) + 360) % 360;
	const quarter = Math.round(turned / 90) * 90;
	const angle = Math.abs(turned - quarter) <= upright ? quarter % 360 : turned;
	const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
	const [shownX, shownY] = [a * x + c * y + e, b * x + d * y + f];
	const left = shownX * cos + shownY * sin;
	const size = (isVertical ? width : height) || Math.hypot(tilt, rise);
	return {
		angle,
		item: {
			text: str,
			left,
			right: left + (isVertical ? height : width),
			baseline: shownY * cos - shownX * sin,
			size,
			rightToLeft: dir === 'rtl',
			afterBlank,
			order: 0,
		},
	};
}

function sheetsOf(placed: readonly Placed[], page: number): PdfSheet[] {
	const byAngle = Map.groupBy(placed, ({ angle }) => angle);
	const letters = (sheet: PdfSheet) => sheet.items.reduce((sum, { text }) => sum + text.length, 0);
	return [...byAngle]
		.map(([angle, group]) => ({ page, angle, items: inOrder(group) }))
		.toSorted((one, other) => letters(other) - letters(one));
}

function inOrder(group: readonly Placed[]): PdfItem[] {
	return onceEach(group.map(({ item }) => item)).map((item, order) => ({ ...item, order }));
}

/**
 * Text that is drawn again almost where it stands, to look bold or to cast a shadow, is one text. Letters that follow each other are a
 * whole width apart, so that a third of it and a quarter of the height tell them from copies.
 */
function onceEach(items: readonly PdfItem[]): PdfItem[] {
	const drawn = new Map<string, PdfItem>();
	return items.filter((item) => {
		const [wide, high] = [Math.max(0.01, (item.right - item.left) / 3), Math.max(0.01, item.size / 4)];
		const cell = (column: number, row: number) =>
			`${Math.floor(item.left / wide) + column} ${Math.floor(item.baseline / high) + row} ${item.text}`;
		for (const column of [0, -1, 1])
			for (const row of [0, -1, 1]) {
				const other = drawn.get(cell(column, row));
				const isCopy =
					other !== undefined &&
					Math.abs(other.left - item.left) < wide &&
					Math.abs(other.baseline - item.baseline) < high;
				if (isCopy) return false;
			}
		drawn.set(cell(0, 0), item);
		return true;
	});
}
