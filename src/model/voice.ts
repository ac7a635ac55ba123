/** What one platform says on a topic, as plain values: pages of other platforms show it. */
import type { TopicFinding } from './topic.ts';

interface Named {
	readonly name: string;
	readonly slug: string;
}

export interface Voice extends Pick<TopicFinding, 'quote' | 'marks' | 'anchor'> {
	/** `Stance.id` of the topic. */
	readonly stance: string;
	readonly platform: Named;
	readonly agreement: Named & { readonly language: string };
	/** Of the clause, without the mark at its end; empty where it has none. */
	readonly number: string;
	/** Day from which on the clause says so, `YYYY-MM-DD`. */
	readonly since: string;
}
