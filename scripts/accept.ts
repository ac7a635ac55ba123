/** `npm run accept -- --platform name --agreement name [--note words] [--archive dir]`: believes a text that was held back. */
import { parseArgs } from 'node:util';
import { acceptHeld } from '../src/ingest/accept-held.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { Fault } from '../src/model/fault.ts';
import { run } from './run.ts';

await run(async () => {
	const { values } = parseArgs({
		options: {
			archive: { type: 'string', default: archiveDirectory() },
			platform: { type: 'string' },
			agreement: { type: 'string' },
			note: { type: 'string' },
		},
	});
	const { archive: directory, platform, agreement, note } = values;
	if (platform === undefined || agreement === undefined)
		throw new Fault(
			'which agreement is meant is not said',
			'npm run accept',
			'npm run accept -- --platform "Name" --agreement "Terms of Service" --note "why"',
		);
	const { reason, since } = await acceptHeld({ directory, platform, agreement, note, now: new Date() });
	console.log(`Accepted: ${platform} › ${agreement}, held since ${since} (${reason}).`);
	console.log('The next capture that meets this very text records it.');
});
