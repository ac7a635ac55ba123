/** Whether a page shows something that is no text: a picture, as scanners make them, or letters that are drawn as shapes. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** pdf.js's numbers of what a page may ask for, by their names. */
type Operations = Readonly<Record<string, number>>;

const filling = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const stroking = ['stroke', 'closeStroke'];
const white = '#ffffff';

/** Reading a picture takes a second and tens of megabytes where it is a scanned page: none is read. */
const withoutPictures = { verbosity: 0, maxImageSize: 0 };

/** Tells of a page's number, from 1, whether it paints a picture or a drawing. */
export type PictureFinder = (page: number) => Promise<boolean>;

/**
 * The document is opened twice: of what a page does, one reading leaves its pictures out and the other breaks off at the first, so that
 * the second is shorter where there is one.
 */
export async function openForPictures(bytes: Uint8Array): Promise<PictureFinder> {
	const { OPS } = await getResolvedPDFJS();
	const open = (stopAtErrors: boolean) =>
		getDocumentProxy(new Uint8Array(bytes), { ...withoutPictures, stopAtErrors });
	const [lenient, strict] = [await open(false), await open(true)];
	return async (number) => {
		const [page, broken] = [await lenient.getPage(number), await strict.getPage(number)];
		const whole = await page.getOperatorList();
		const part = await broken.getOperatorList().catch(() => null);
		const paints =
			part === null ||
			part.fnArray.length < whole.fnArray.length ||
			paintsShape(whole, OPS, page.getViewport({ scale: 1 }).viewBox);
		page.cleanup();
		broken.cleanup();
		return paints;
	};
}

interface OperatorList {
	readonly fnArray: readonly number[];
	readonly argsArray: readonly unknown[];
}

/** @param viewBox of the page, in its own measure */
function paintsShape(list: OperatorList, operations: Operations, viewBox: readonly number[]): boolean {
	const numbers = (names: readonly string[]) => new Set(names.map((name) => operations[name]));
	const [fills, strokes] = [numbers(filling), numbers(stroking)];
	let colour = '#000000';
	return list.fnArray.some((operation, at) => {
		const parts = list.argsArray[at] as readonly unknown[] | null;
		if (operation === operations.setFillRGBColor) colour = String(parts?.[0]);
		if (operation === operations.shadingFill) return true;
		if (operation !== operations.constructPath) return false;
		const painting = parts?.[0] as number;
		const isSeen = fills.has(painting) ? colour !== white : strokes.has(painting);
		return isSeen && isShape(parts?.[2], viewBox);
	});
}

/** Rules and underlines are no pictures: longer than broad by so much. */
const ruleLength = 15;

/** @param extent left, top, right and bottom of a path */
function isShape(extent: unknown, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): boolean {
	const [left = 0, top = 0, right = 0, bottom = 0] = Array.from((extent ?? []) as ArrayLike<number>);
	const [width, height] = [Math.abs(right - left), Math.abs(bottom - top)];
	if (![width, height].every(Number.isFinite)) return true;
	const [long, broad] = [Math.max(width, height), Math.min(width, height)];
	// A frame around the page is drawn as one path.
	const isFrame = width > Math.abs(x2 - x1) * 0.98 && height > Math.abs(y2 - y1) * 0.98;
	return broad > 0 && long / broad < ruleLength && !isFrame;
}
