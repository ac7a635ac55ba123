/** The languages whose grammar is known. */
import { english } from './english-grammar.ts';
import { german } from './german-grammar.ts';
import type { Grammar } from './grammar.ts';

/** Where a language has rules and no grammar of its own, nobody's act is told from anybody's: its stances need patterns that say all. */
const unknown: Grammar = { actorOf: () => ({ actor: 'platform', word: -1 }), denialOf: () => -1 };

const grammars: Readonly<Record<string, Grammar>> = { en: english, de: german };

/** @param language without region: `en` */
export function grammarOf(language: string): Grammar {
	return grammars[language] ?? unknown;
}
