/** `npm run draft -- <platform> <topic>` or `--change <address>` `[--model <address> --name <model> [--show]] [--archive dir]`: begins a provision or a note from what is computed. */
import { parseArgs } from 'node:util';
import type { ModelServer } from '../src/authoring/drafting/ask-model.ts';
import { draftNote } from '../src/authoring/drafting/draft-note.ts';
import { draftProvision } from '../src/authoring/drafting/draft-provision.ts';
import { Fault } from '../src/model/fault.ts';
import { archive, flag, needed, text } from './arguments.ts';
import { formatDraft, tellRequest } from './report/draft.ts';
import { run } from './run.ts';

const usage = 'npm run draft -- <platform> <topic>, or npm run draft -- --change <address of a change>';
const options = { archive, change: text, model: text, name: text, show: flag } as const;

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options });
	const { archive: directory, change: address } = values;
	const model = { server: serverOf(values.model, values.name), onlyShow: values.show, tell: tellRequest };
	if (values.show && model.server === null)
		throw new Fault('there is nothing to show', '--show', 'It shows what --model would be sent.');
	const named = (at: number): string => needed(positionals[at], 'platform and topic are needed', usage);
	const draft =
		address === undefined
			? await draftProvision(directory, { platform: named(0), topic: named(1), model })
			: await draftNote(directory, { address, model });
	console.log(formatDraft(draft));
});

/** The key is read from the environment alone, so that it stands in no history of commands. */
function serverOf(address: string | undefined, name = 'default'): ModelServer | null {
	return address === undefined ? null : { address, model: name, key: process.env.MODEL_KEY ?? '' };
}
