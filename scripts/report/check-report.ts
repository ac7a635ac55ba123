/** What the check of an archive came to, in words. */
import type { ArchiveCheck } from '../../src/authoring/check-archive.ts';
import { counted } from '../../src/text/counts-in-words.ts';

export function formatCheck({ agreements, platforms, texts, faults, remarks }: ArchiveCheck): string {
	const written = texts === 0 ? '' : `, ${counted(texts, 'written text')}`;
	return [
		...faults.map(({ message }) => `${message}\n`),
		`${counted(agreements, 'agreement')} of ${counted(platforms, 'platform')}${written}, ${counted(faults.length, 'fault')}`,
		...remarks.map((remark) => `Note: ${remark}`),
	].join('\n');
}
