/** A change as a newspaper tells it: who did what where, by the first part of its headline. Nothing is said that the headline does not say. */
import { eventSentence } from '../../analysis/changes/change-summary.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import type { Change, HeadlinePart, NewsKind } from '../../model/change.ts';

/** The parts of one sentence. */
export interface ToldInProse {
	readonly platform: string;
	readonly agreement: string;
	/** `did`: "Pellmell, in its Privacy Policy, …"; `in`: "In Pellmell’s Privacy Policy, …". */
	readonly form: 'did' | 'in';
	/** "no longer says “We never sell data”" */
	readonly words: string;
}

/** A run of words of such a sentence: a platform's name, what happened, or what joins them. */
export interface ProsePart {
	readonly what: 'name' | 'news' | 'joint';
	readonly words: string;
}

export function toldInProse({ topics }: Pick<Archive, 'topics'>, entry: Entry): ToldInProse {
	const { platform, agreement, change } = entry;
	const [first] = change.headline;
	const names = { platform: platform.name, agreement: agreement.name };
	if (first === undefined) return { ...names, form: 'in', words: eventSentence(change) };
	return {
		...names,
		form: formOf(first),
		words: first.kind === 'turned' ? turned(topics, change, first) : said(first),
	};
}

/** In order; without white space at the ends of the sentence. */
export function proseParts({ platform, agreement, form, words }: ToldInProse): ProsePart[] {
	const name = { what: 'name', words: platform } as const;
	const news = { what: 'news', words } as const;
	const joint = (words: string): ProsePart => ({ what: 'joint', words });
	if (form === 'did') return [name, joint(`, in its ${agreement}, `), news, joint(endOf(words))];
	return [
		joint('In '),
		name,
		joint(`${/s$/i.test(platform) ? '’' : '’s'} ${agreement}, `),
		news,
		joint(endOf(words)),
	];
}

/** A quote that was cut ends in a sign of its own, inside the quotes. */
function endOf(words: string): string {
	return /[.!?]$/.test(words) ? '' : '.';
}

/** Kinds that the platform does; the others happen to a text. */
const done: ReadonlySet<NewsKind> = new Set([
	'turned',
	'took',
	'gave-up',
	'topic-in',
	'topic-out',
	'promise-out',
	'section-in',
	'section-out',
	'entries-in',
	'entries-out',
	'sentence-in',
	'sentence-out',
	'sentence-reworded',
]);

function formOf({ kind, words }: HeadlinePart): ToldInProse['form'] {
	return done.has(kind) || /^(?:adds|drops|rewords) /.test(words) ? 'did' : 'in';
}

function said({ kind, words }: HeadlinePart): string {
	if (kind === 'topic-in') return `has its ${words}`;
	return kind === 'topic-out' ? `has ${words}` : words;
}

/** "now trains on what you write; until then it said that it did not", where the topic has words for what was. */
function turned(topics: Archive['topics'], { turns }: Change, { words }: HeadlinePart): string {
	for (const { topic: id, before, after } of turns) {
		const stances = topics.find((topic) => topic.id === id)?.stances ?? [];
		const [was, is] = [before, after].map((side) => stances.find((stance) => stance.id === side));
		if (is !== undefined && was?.before !== undefined && words.startsWith(`now ${is.one};`))
			return `now ${is.one}; until then it ${was.before}`;
	}
	return words;
}
