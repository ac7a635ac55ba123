/** Words that name the law they stand on: "Whoever objects must be left alone. [gdpr, Article 21(3)]" */
import { z } from 'zod';

/** A `Regulation.id` and the part of it: `[gdpr, Article 21(1)]`. */
const citation = /\[([a-z0-9-]+), ([^\]]+)\]/g;

/** What only somebody who knows the law can say. */
const legalWords =
	/\b(?:[Bb]y law|[Tt]he law|[Ll]aws|[Ll]awful\w*|[Uu]nlawful\w*|[Ii]llegal\w*|[Ss]tatut\w+|[Uu]nenforceable|[Vv]oid|Directive|Regulation|Act)\b/;

/** A part of a text: words, or the place of a law that the words before it stand on. */
export type CitedPart =
	| { readonly words: string }
	| { readonly regulation: string; readonly citation: string };

export function citedParts(text: string): CitedPart[] {
	const parts: CitedPart[] = [];
	let from = 0;
	for (const found of text.matchAll(citation)) {
		parts.push({ words: text.slice(from, found.index) });
		parts.push({ regulation: found[1] as string, citation: found[2] as string });
		from = found.index + found[0].length;
	}
	parts.push({ words: text.slice(from) });
	return parts.filter((part) => !('words' in part) || part.words !== '');
}

/** Sentences that say what the law is and name no place of it. A citation may stand before the stop of its sentence or right after it. */
export function unsourced(text: string): string[] {
	return text
		.trim()
		.split(/(?<=[.!?](?:\s*\[[^\]]*\])*)\s+(?=[^\s[])/)
		.filter(
			(sentence) => legalWords.test(sentence.replace(citation, '')) && !/\[[a-z0-9-]+, /.test(sentence),
		);
}

export const citedSchema = z
	.string()
	.regex(/\S/, 'say it in words')
	.superRefine((text, context) => {
		for (const sentence of unsourced(text))
			context.addIssue(
				`“${sentence}” speaks of law and names no source: write one behind it, such as [gdpr, Article 21(1)]`,
			);
	});
