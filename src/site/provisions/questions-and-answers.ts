/** Questions and answers of a provision: what its author wrote, and one that every page answers. */
import type { Archive, Provision } from '../../model/archive.ts';

export interface Answer {
	readonly question: string;
	readonly answer: string;
}

/** The one on independence stands last. */
export function questionsOf(
	{ collection }: Pick<Archive, 'collection'>,
	{ platform, questions }: Pick<Provision, 'platform' | 'questions'>,
): readonly Answer[] {
	return [
		...questions,
		{
			question: `Is ${collection.name} connected with ${platform.name}?`,
			answer: `No. ${collection.name} records the agreements of ${platform.name} from outside, as anybody can read them. ${platform.name} neither pays for this page nor was asked about it, and nothing on it is legal advice.`,
		},
	];
}
