/** What a language model is asked for a draft, and its answer once each sentence has passed the gate. */
import { z } from 'zod';
import { topicDetector } from '../../analysis/topics/detector.ts';
import { Fault } from '../../model/fault.ts';
import { askModel, type ChatRequest, type ModelServer, parseJson } from './ask-model.ts';
import type { Passage } from './clause-texts.ts';
import { type Claim, type CutClaim, type Evidence, proveSentences } from './prove-sentences.ts';

/** Field of a draft → what it shall say. */
export type Wanted = Readonly<Record<string, string>>;

/** What a language model has to do with a draft. */
export interface ModelUse {
	/** Null: nothing is sent anywhere. */
	readonly server: ModelServer | null;
	/** True: nothing is sent and nothing written. */
	readonly onlyShow: boolean;
	/** Is shown what will be sent, or would be, before it is. */
	readonly tell: (request: ChatRequest) => void;
}

export interface ProseTask {
	/** What it is about: "Vibe on refunds". */
	readonly subject: string;
	readonly wanted: Wanted;
	readonly passages: readonly Passage[];
}

export interface Prose {
	/** Field → sentences that are carried by words of the agreement; a field of which none is has no entry. */
	readonly kept: Readonly<Record<string, readonly Claim[]>>;
	readonly cut: readonly (CutClaim & { readonly field: string })[];
}

/** Characters of the passages together: what small models can hold beside their answer. */
const longestPassages = 24_000;

const instructions = [
	'You help to explain clauses of an agreement to people who are no lawyers.',
	'Use the given passages alone. Write plain British English, one statement a sentence, no advice.',
	'Answer with JSON alone: an object that has for each wanted field a list of {"sentence": …, "quote": …}.',
	'"quote" is copied word for word from a passage and carries the sentence by itself.',
	'A number that a sentence names stands in its quote. Leave out a field for which the passages say nothing.',
].join('\n');

/** The request as it goes out. */
function proseRequest({ subject, wanted, passages }: ProseTask, model: string): ChatRequest {
	const shown = withinLength(passages);
	return {
		model,
		temperature: 0,
		messages: [
			{ role: 'system', content: instructions },
			{ role: 'user', content: JSON.stringify({ subject, wanted, passages: shown }, null, '\t') },
		],
	};
}

function withinLength(passages: readonly Passage[]): readonly Passage[] {
	let length = 0;
	return passages.filter(({ text }) => {
		length += text.length;
		return length <= longestPassages;
	});
}

const claims = z.array(z.object({ sentence: z.string(), quote: z.string() }));

/**
 * Null where no model is named, or what it would be sent is only shown.
 * @throws Fault where the server fails, or what it says is not the asked JSON
 */
export async function proseFor(
	{ server, onlyShow, tell }: ModelUse,
	task: ProseTask,
	about: Pick<Evidence, 'platform' | 'language' | 'topics'>,
): Promise<Prose | null> {
	if (server === null) return null;
	tell(proseRequest(task, server.model));
	if (onlyShow) return null;
	const texts = task.passages.map(({ text }) => text);
	return askForProse(server, task, { ...about, texts, detect: topicDetector(about.topics) });
}

async function askForProse(server: ModelServer, task: ProseTask, evidence: Evidence): Promise<Prose> {
	const answer = await askModel(server, proseRequest(task, server.model));
	const parsed = z.record(z.string(), claims).safeParse(parseJson(withoutFence(answer)));
	if (!parsed.success)
		throw new Fault(
			'the model did not answer with the asked JSON',
			server.address,
			'Nothing was written. Ask again, or another model.',
			parsed.error,
		);
	const fields = Object.keys(task.wanted).map((field) => {
		const proven = proveSentences(parsed.data[field] ?? [], evidence);
		return { field, ...proven };
	});
	return {
		kept: Object.fromEntries(
			fields.filter(({ kept }) => kept.length > 0).map(({ field, kept }) => [field, kept]),
		),
		cut: fields.flatMap(({ field, cut }) => cut.map((claim) => ({ field, ...claim }))),
	};
}

/** Models like to put JSON between fences. */
function withoutFence(answer: string): string {
	const from = answer.indexOf('{');
	const to = answer.lastIndexOf('}');
	return from < 0 || to < from ? answer : answer.slice(from, to + 1);
}
