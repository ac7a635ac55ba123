/** What was laid out for a new collection, and what comes next, in words. */
import path from 'node:path';
import type { BegunCollection } from '../../src/authoring/layout/begin-collection.ts';
import { counted } from '../../src/text/counts-in-words.ts';

export function formatBegunCollection(directory: string, { written, kept }: BegunCollection): string {
	const platforms = written.length - 1;
	const [file = ''] = written;
	return [
		`Begun: ${path.join(directory, file)}, with ${counted(platforms, 'example platform')}.`,
		...kept.map((name) => `Left as it was: ${path.join(directory, name)}`),
		platforms + kept.length === 0 ? 'Declare a platform: npm run try -- <address>, see CONTRIBUTING.md.' : '',
		'Next: read collection.yml through, then npm run check.',
	]
		.filter(Boolean)
		.join('\n');
}
