/** Which names may become files of an archive: a declaration is written by strangers and must not lead out of its folder. */
import { invisibleSign } from '../text/legible.ts';

const windowsDevice = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const unusable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff<>:"/\\|?*]/;
/** Most file systems end a name at 255 bytes; a few are left for `.html` and for ` #12`. */
const longestName = 240;

/** What is wrong with a platform's or an agreement's name as the name of a file; null where nothing is. */
export function nameComplaint(name: string): string | null {
	if (name.trim() === '') return 'it is empty';
	if (name !== name.trimStart()) return 'it begins with a space';
	if (name !== name.trimEnd()) return 'it ends with a space';
	if (name.endsWith('.')) return 'it ends with a full stop';
	if (name.startsWith('.')) return 'it begins with a full stop, as hidden files do';
	if (unusable.test(name) || !name.isWellFormed())
		return 'it holds a character that file names cannot have (one of < > : " / \\ | ? * or a control character)';
	const hidden = invisibleSign(name);
	if (hidden !== null)
		return `it holds a sign that nobody sees (${hidden}), so that it looks like another name, or reads in another order than it is written`;
	if (windowsDevice.test(name)) return 'Windows keeps this name for a device';
	if (Buffer.byteLength(name) > longestName) return `it is longer than ${longestName} bytes`;
	return null;
}
