/** What became of a draft, in words: what a model is sent, what of its answer was cut and why, and what a person has to do. */
import type { Draft } from '../../src/authoring/drafting/draft-provision.ts';

export function formatDraft({ file, prose }: Draft): string {
	const cut = prose?.cut ?? [];
	const kept = Object.values(prose?.kept ?? {}).flat().length;
	return [
		...(prose === null ? [] : [`kept     ${kept} of ${kept + cut.length} sentences`]),
		...cut.map(({ field, sentence, quote, why }) => `cut      ${field}: “${sentence}” (“${quote}”): ${why}`),
		...(file === null
			? []
			: [
					`written  ${file}`,
					'to do    read it, correct it, and sign it; until then it is published nowhere',
				]),
	].join('\n');
}

/** Before it goes out; the key is no part of it. */
export function tellRequest(request: object): void {
	console.log(`for the model\n${JSON.stringify(request, null, '\t')}`);
}
