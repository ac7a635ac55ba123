/** A draft as MDX: a head that is whole but for the field by which a person signs it, and below each proven sentence the words that carry it. */
import { stringify } from 'yaml';
import type { Prose } from './ask-for-prose.ts';

/** What to do where the file of a draft is there. */
export const goOn = 'Go on with that one, or remove it.';

/** @param fields in their order; null is written as nothing: it is for a person to fill */
export function draftedPage(
	fields: Readonly<Record<string, unknown>>,
	remarks: readonly string[],
	prose: Prose | null,
): string {
	const head = stringify(fields, { lineWidth: 100, nullStr: '' });
	const said = [...remarks, ...proofs(prose)].map((line) => `# ${line.replace(/\s+/g, ' ')}\n`);
	return `---\n${said.join('')}${head}---\n`;
}

function proofs(prose: Prose | null): string[] {
	return Object.entries(prose?.kept ?? {}).flatMap(([field, claims]) =>
		claims.map(({ sentence, quote }) => `${field}: “${sentence}” stands on “${quote}”`),
	);
}

/** The sentences of a field, as one text. */
export function proseOf(prose: Prose | null, field: string): string | null {
	const claims = prose?.kept[field];
	return claims === undefined ? null : claims.map(({ sentence }) => sentence.trim()).join(' ');
}
