/** Asks in a terminal what a new collection is called and begins with; an empty answer takes what stands in brackets. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Layout } from '../../src/authoring/layout/begin-collection.ts';
import type { CollectionFacts } from '../../src/authoring/layout/collection-text.ts';
import { chooseExamples } from '../../src/authoring/layout/example-platforms.ts';
import { collectionSchema } from '../../src/model/collection.ts';
import { complaintWords } from '../../src/model/complaint-words.ts';
import { Fault } from '../../src/model/fault.ts';

interface Terminal {
	readonly input: Readable;
	readonly output: Writable;
}

/** @throws Fault where nobody can answer */
export function ownTerminal(): Terminal {
	if (process.stdin.isTTY) return { input: process.stdin, output: process.stdout };
	throw new Fault(
		'this is no terminal to ask in',
		'npm run init',
		'Add --yes: what no flag says is guessed.',
	);
}

interface Question {
	readonly field: keyof CollectionFacts;
	readonly words: string;
}

const questions: readonly Question[] = [
	{ field: 'name', words: 'Name of the archive, in the masthead' },
	{ field: 'tagline', words: 'One line under the name' },
	{ field: 'site', words: 'Public address of the site' },
	{ field: 'contact', words: 'Mail address or page where operators of fetched sites reach you' },
	{ field: 'repository', words: 'Public address of this repository' },
];

const nothingSaid: CollectionFacts = {
	name: null,
	tagline: null,
	site: null,
	contact: null,
	repository: null,
};

/** What holds where nobody says anything. */
const { name, tagline } = collectionSchema.parse({});
const usual: CollectionFacts = { ...nothingSaid, name, tagline };

/**
 * @param known what is said or guessed already, as answers that an empty line takes
 * @param examples all platforms to choose from
 * @throws Fault where the terminal is closed before the last answer
 */
export async function askLayout(
	{ input, output }: Terminal,
	known: Layout,
	examples: readonly string[],
): Promise<Layout> {
	const lines = createInterface({ input, output, terminal: false });
	const closed = new Promise<never>((_, reject) => lines.once('close', () => reject(brokenOff())));
	// Whoever answered all of it closes it as well.
	closed.catch(() => {});
	const ask = (words: string) => Promise.race([lines.question(words), closed]);
	try {
		const facts: Record<keyof CollectionFacts, string | null> = { ...nothingSaid };
		for (const { field, words } of questions)
			facts[field] = await answerTo(`${words}${inBrackets(known[field] ?? usual[field])}: `, (said) =>
				factOf(field, said || known[field]),
			);
		output.write(`\nExample platforms: ${examples.join(', ')}\n`);
		const chosen = known.examples.length === examples.length ? 'all' : known.examples.join(', ') || 'none';
		const taken = await answerTo(`Which to begin with: names, all, none${inBrackets(chosen)}: `, (said) =>
			chooseExamples(said || chosen, examples),
		);
		return { ...facts, examples: taken };
	} finally {
		lines.close();
	}

	/** Asks until the answer can be read. */
	async function answerTo<Answer>(words: string, read: (said: string) => Answer): Promise<Answer> {
		for (;;) {
			const said = (await ask(words)).trim();
			try {
				return read(said);
			} catch (error) {
				if (!(error instanceof Fault)) throw error;
				output.write(`${error.what}\n${error.remedy}\n`);
			}
		}
	}
}

function factOf(field: Question['field'], said: string | null): string | null {
	if (said === null) return null;
	const { error } = collectionSchema.shape[field].safeParse(said, { error: complaintWords });
	if (error === undefined) return said;
	throw new Fault(
		error.issues[0]?.message ?? 'this cannot be read',
		field,
		'An address begins with https://.',
	);
}

function inBrackets(value: string | null): string {
	return value === null ? '' : ` [${value}]`;
}

function brokenOff(): Fault {
	return new Fault(
		'the terminal was closed',
		'npm run init',
		'Nothing was written. Begin again, or say --yes.',
	);
}
