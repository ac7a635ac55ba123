/** `npm run accept [-- --platform name --agreement name --note words] [--archive dir]`: believes a text that was held back; without a name, lists what is held. */
import { parseArgs } from 'node:util';
import { acceptHeld, listHeld } from '../src/ingest/accept-held.ts';
import { archive, needed, text } from './arguments.ts';
import { formatHeld } from './report/held-list.ts';
import { run } from './run.ts';

const usage = 'npm run accept -- --platform "Name" --agreement "Terms of Service" --note "why"';

await run(async () => {
	const { values } = parseArgs({ options: { archive, platform: text, agreement: text, note: text } });
	if (values.platform === undefined && values.agreement === undefined) {
		console.log(formatHeld(await listHeld(values.archive), usage));
		return;
	}
	const platform = needed(values.platform, 'which agreement is meant is not said', usage);
	const agreement = needed(values.agreement, 'which agreement is meant is not said', usage);
	const request = { directory: values.archive, platform, agreement, note: values.note, now: new Date() };
	const { reason, since } = await acceptHeld(request);
	console.log(`Accepted: ${platform} › ${agreement}, held since ${since} (${reason}).`);
	console.log('The next capture that meets this very text records it.');
});
