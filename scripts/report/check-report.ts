/** What the check of an archive came to, in words. */
import type { ArchiveCheck } from '../../src/authoring/check-archive.ts';

export function formatCheck({ agreements, platforms, texts, faults, remarks }: ArchiveCheck): string {
	const written = texts === 0 ? '' : `, ${texts} written texts`;
	return [
		...faults.map(({ message }) => `${message}\n`),
		`${agreements} agreements of ${platforms} platforms${written}, ${faults.length} faults`,
		...remarks.map((remark) => `Note: ${remark}`),
	].join('\n');
}
