/** What stands on a page without being drawn as its text: values of form fields, and notes that are written upon it. */
import type { TextItem } from './pdf-items.ts';

/** As pdf.js gives it; lengths in the page's own measure, from its lower left corner. */
export interface FormField {
	readonly subtype?: string;
	readonly fieldType?: string | null;
	readonly fieldValue?: unknown;
	readonly contentsObj?: { readonly str?: string };
	readonly rect?: readonly number[];
	readonly annotationFlags?: number;
	readonly hidden?: boolean;
	readonly defaultAppearanceData?: { readonly fontSize?: number };
}

/** Bits of the flags: hidden, and shown nowhere but on paper. */
const unseen = 2 | 32;
const usualSize = 10;
/** Of a letter, as a share of its size: most fonts' average. */
const usualWidth = 0.5;

export function formItems(fields: readonly FormField[]): TextItem[] {
	return fields.flatMap((field) => {
		const [left = 0, bottom = 0, , top = 0] = field.rect ?? [];
		const lines = textIn(field)
			.split(/\r\n?|\n/)
			.filter((line) => line.trim() !== '');
		const height = Math.abs(top - bottom);
		const size = Math.min(field.defaultAppearanceData?.fontSize || usualSize, height || usualSize);
		// One line stands in the middle of its field, several begin at its top.
		const first =
			lines.length === 1 ? Math.min(bottom, top) + (height - size) / 2 : Math.max(bottom, top) - size;
		return lines.map((line, at) => ({
			str: line,
			dir: 'ltr',
			transform: [size, 0, 0, size, Math.min(left, field.rect?.[2] ?? left), first + size * (0.2 - 1.2 * at)],
			width: line.length * usualWidth * size,
			height: size,
			fontName: '',
		}));
	});
}

function textIn({ subtype, fieldType, fieldValue, contentsObj, annotationFlags = 0, hidden }: FormField) {
	if (hidden === true || (annotationFlags & unseen) !== 0) return '';
	if (subtype === 'FreeText') return contentsObj?.str ?? '';
	if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch')) return '';
	const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
	return values.filter((value) => typeof value === 'string').join('\n');
}
