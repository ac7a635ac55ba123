/** What a maintainer's hand slips at, and what the check says of it: one mistake a file, in a copy of the demonstration's collection, told in one list. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { type ArchiveCheck, checkArchive } from '../../src/authoring/check-archive.ts';
import { temporaryFolder, writeFiles } from '../../src/samples/temporary-folder.ts';
import { writeDemoArchive } from './written-archive.ts';

interface Mistake {
	readonly name: string;
	/** The sound file that is copied, below the collection. */
	readonly of: string;
	/** Where the copy goes, if not beside it. */
	readonly to?: string;
	readonly edit: (text: string) => string;
	/** What the line begins with that is named, blanks aside; a number where that says it better. */
	readonly on: string | number;
	/** What is wrong, and what to do. */
	readonly what: RegExp;
	readonly remedy: RegExp;
}

const provision = 'provisions/Ostlery/commission-ceiling.mdx';
const post = 'posts/arbitration-at-four-platforms.mdx';
const note = 'notes/gannetry-eight-days.mdx';
const page = 'pages/imprint.mdx';
const topic = 'topics/commission.yml';
const law = 'regulations/platform-work-directive.yml';
const declaration = 'declarations/Pellmell.json';

/** In place of the line of a field. */
function field(name: string, lines: string) {
	return (text: string) => text.replace(new RegExp(`^${name}:.*$`, 'm'), lines);
}

/** Below the head. */
function body(text: string) {
	return (file: string) => `${file}\n${text}\n`;
}

const title = (line: string) => field('title', line);
const quote = (words: string) => field('quote', `quote: ${words}`);

const mistakes: readonly Mistake[] = [
	// YAML that is none.
	{
		name: 'a title that holds a colon',
		...{ of: provision, edit: title('title: Commission: at most 22 per cent'), on: 'title:' },
		what: /in the value of title, a colon with a blank after it begins another field/,
		remedy: /^Put a value that holds a colon in quotes: title: "Commission: at most 22 per cent"$/,
	},
	{
		name: 'an answer that holds a colon and quotes',
		...{ of: provision, edit: title('title: Say "no": in time'), on: 'title:' },
		what: /a colon with a blank/,
		remedy: /title: 'Say "no": in time'$/,
	},
	{
		name: 'a quote that is never closed',
		...{ of: provision, edit: title('title: "At most 22 per cent'), on: 'title:' },
		what: /the quote that begins here is never closed/,
		remedy: /Close it with "/,
	},
	{
		name: 'words behind a quote',
		...{ of: provision, edit: title('title: "At most" 22 per cent'), on: 'title:' },
		what: /the value of title goes on behind the quote that ends it/,
		remedy: /title: '"At most" 22 per cent'$/,
	},
	{
		name: 'an apostrophe between single quotes',
		...{ of: provision, edit: title("title: 'It's at most 22 per cent'"), on: 'title:' },
		what: /goes on behind the quote/,
		remedy: /title: "It's at most 22 per cent"$/,
	},
	{
		name: 'a value that begins with a sign',
		...{ of: provision, edit: title('title: @Ostlery keeps less'), on: 'title:' },
		what: /begins with @ is no text/,
		remedy: /title: "@Ostlery keeps less"$/,
	},
	{
		name: 'a value in bold',
		...{ of: provision, edit: title('title: **At most** 22'), on: 'title:' },
		what: /begins with \* is no text/,
		remedy: /quotes: title: "\*\*At most\*\* 22"/,
	},
	{
		name: 'a bracket that is never closed',
		...{ of: post, edit: field('topics', 'topics: [arbitration'), on: 'topics:' },
		what: /the \[ that begins the value of topics is never closed/,
		remedy: /Close it with \]/,
	},
	{
		name: 'a line that is indented with a tab',
		...{
			of: provision,
			edit: (text: string) => text.replace('  level: medium', '\tlevel: medium'),
			on: 'level:',
		},
		what: /indented with a tab/,
		remedy: /Indent with blanks/,
	},
	{
		name: 'a field that is there twice',
		...{ of: provision, edit: field('author', 'author: J. Corrie\ntitle: Again'), on: 'title: Again' },
		what: /the field title is there twice, first 5 lines above/,
		remedy: /Keep one/,
	},
	{
		name: 'no blank after a colon',
		...{ of: provision, edit: title('title:At most 22 per cent'), on: 'title:' },
		what: /a blank is missing after the colon of title/,
		remedy: /Put a blank after :/,
	},
	{
		name: 'a text that goes on at the edge of the page',
		...{
			of: provision,
			edit: field('lead', 'lead: Ostlery keeps a commission,\nand never more.'),
			on: 'and never',
		},
		what: /this line is no field with a value/,
		remedy: /begin the line with two blanks/,
	},
	{
		name: 'a field below one that has a value',
		...{ of: provision, edit: field('author', 'author: J. Corrie\n  reviewer: A. Other'), on: 'reviewer:' },
		what: /reviewer is indented below author, which has a value already/,
		remedy: /Begin the line where the others begin/,
	},
	{
		name: 'a head that never ends',
		...{ of: page, edit: (text: string) => text.replace(/\n---\n/, '\n'), on: 1 },
		what: /its head never ends/,
		remedy: /Put a line --- below the last field/,
	},
	// Heads that say what nobody understands.
	{
		name: 'a slip in the name of a field',
		...{ of: provision, edit: field('leavesOpen', 'leavesopn: Whether.'), on: 'leavesopn:' },
		what: /nobody knows a field "leavesopn" here; did you mean leavesOpen\?/,
		remedy: /Correct these fields/,
	},
	{
		name: 'a part that is not indented below its field',
		...{
			of: provision,
			edit: (text: string) => text.replace(/^ {2}(?=level:|reason:)/gm, ''),
			on: 'level:',
		},
		what: /a field "level" here; it belongs to exposure: indent it below that/,
		remedy: /Correct these fields/,
	},
	{
		name: 'a field that is missing',
		...{ of: provision, edit: (text: string) => text.replace(/^topic:.*\n/m, ''), on: 1 },
		what: /^topic: is missing/,
		remedy: /Correct these fields/,
	},
	{
		name: 'a number in the place of a text',
		...{ of: provision, edit: title('title: 2026'), on: 'title:' },
		what: /^title: a text is expected: put 2026 in quotes/,
		remedy: /Correct these fields/,
	},
	{
		name: 'a field of which nothing was written yet',
		...{ of: provision, edit: field('lead', 'lead: TODO'), on: 'lead:' },
		what: /^lead: it still says TODO/,
		remedy: /Correct these fields/,
	},
	{
		name: 'a day that no calendar has',
		...{ of: provision, edit: field('reviewed', 'reviewed: 2026-02-30'), on: 'reviewed:' },
		what: /^reviewed: a day such as 2026-06-16 is expected/,
		remedy: /Correct these fields/,
	},
	{
		name: 'a review that is still to come',
		...{ of: provision, edit: field('reviewed', 'reviewed: 2199-01-01'), on: 'reviewed:' },
		what: /^reviewed: 2199-01-01 is still to come/,
		remedy: /day on which somebody last read the clause/,
	},
	// Names of what there is not.
	{
		name: 'a platform that nobody recorded',
		...{ of: provision, edit: field('platform', 'platform: Ostlerry'), on: 'platform:' },
		what: /^platform: there is no "Ostlerry"/,
		remedy: /^Did you mean "Ostlery"/,
	},
	{
		name: 'an agreement that the platform has not',
		...{ of: provision, edit: field('agreement', 'agreement: Drivers Terms'), on: 'agreement:' },
		what: /^agreement: there is no "Drivers Terms"/,
		remedy: /^Did you mean "Driver Terms"/,
	},
	{
		name: 'a topic that there is not',
		...{ of: provision, edit: field('topic', 'topic: price-change'), on: 'topic:' },
		what: /^topic: there is no "price-change"/,
		remedy: /^Did you mean "price-changes"/,
	},
	{
		name: 'a provision that a post cannot mean',
		...{ of: post, edit: field('provisions', 'provisions: [Tallybird/arbitrations]'), on: 'provisions:' },
		what: /^provisions: there is no "Tallybird\/arbitrations"/,
		remedy: /^Did you mean "Tallybird\/arbitration"/,
	},
	{
		name: 'a change that no day has',
		...{ of: note, edit: field('change', 'change: 2024-01-17'), on: 'change:' },
		what: /^change: there is no "2024-01-17"/,
		remedy: /^Did you mean "2024-01-16"/,
	},
	// Quotes that do not stand.
	{
		name: 'a quote in another case',
		...{
			of: provision,
			edit: quote('We keep a commission of no more than 22 per cent of each Fare.'),
			on: 'quote:',
		},
		what: /nearest passage is .*; it differs in case: Commission against commission$/,
		remedy: /Quote this passage word for word/,
	},
	{
		name: 'a quote with another sign at its end',
		...{
			of: provision,
			edit: quote('We keep a Commission of no more than 22 per cent of each Fare;'),
			on: 'quote:',
		},
		what: /it differs in a sign: \. against ;$/,
		remedy: /Quote this passage/,
	},
	{
		name: 'a quote with other words',
		...{
			of: provision,
			edit: quote('We keep a Commission of no more than 21 per cent of each Fare.'),
			on: 'quote:',
		},
		what: /it differs: 22 against 21$/,
		remedy: /Quote this passage/,
	},
	{
		name: 'a quote of nothing',
		...{ of: provision, edit: quote('Zebras graze upon quiet meadows nightly.'), on: 'quote:' },
		what: /does not stand word for word/,
		remedy: /./,
	},
	// Texts below the head.
	{
		name: 'a link of a post to a page that there is not',
		...{ of: post, edit: body('[a](/tallybird/customer-agreement/2024-02-14/)'), on: '[a]' },
		what: /^a link leads to nothing: there is no page \/tallybird\/customer-agreement\/2024-02-14\/$/,
		remedy: /Copy the address/,
	},
	{
		name: 'a link of a provision without the slash at its end',
		...{ of: provision, edit: body('[a](/tallybird/provisions/arbitration)'), on: '[a]' },
		what: /but one .*with a slash at its end/,
		remedy: /Copy the address/,
	},
	{
		name: 'a link of a note to a place that its page has not',
		...{ of: note, edit: body('[a](/tallybird/customer-agreement/#c-none)'), on: '[a]' },
		what: /has no place #c-none to link to/,
		remedy: /Copy the address/,
	},
	{
		name: 'a link of a page to a week without a digest',
		...{ of: page, edit: body('[a](/digest/2019-W01/)'), on: '[a]' },
		what: /no page \/digest\/2019-W01\//,
		remedy: /Copy the address/,
	},
	{
		name: 'a page that would run a program',
		...{ of: page, edit: body('{process.env.HOME}'), on: '{process' },
		what: /an expression in braces runs a program/,
		remedy: /Write it in Markdown/,
	},
	{
		name: 'a tag that is never closed',
		...{ of: post, edit: body('One <q>two'), on: 'One' },
		what: /the tag <q> is never closed/,
		remedy: /Write &lt; for the sign itself/,
	},
	{
		name: 'a name of a file that makes no address',
		...{ of: post, to: 'posts/What Changed.mdx', edit: (text: string) => text, on: 0 },
		what: /its name becomes an address, and this one cannot/,
		remedy: /Name it with small letters/,
	},
	{
		name: 'two posts of one address',
		...{
			of: post,
			to: 'posts/drafts/arbitration-at-four-platforms.mdx',
			edit: (text: string) => text,
			on: 0,
		},
		what: /its address is that of posts\/\S+ already/,
		remedy: /Rename one/,
	},
	{
		name: 'a link to what a platform says on a topic on which it says nothing',
		...{ of: post, edit: body('[a](/tallybird/on/commission/)'), on: '[a]' },
		what: /no page \/tallybird\/on\/commission\//,
		remedy: /Copy the address/,
	},
	// The collection's own words.
	{
		name: 'a weight that no topic has',
		...{ of: topic, edit: field('weight', 'weight: 9'), on: 'weight:' },
		what: /^weight: /,
		remedy: /Correct these fields/,
	},
	{
		name: 'a pattern that nobody can read',
		...{
			of: topic,
			edit: (text: string) => text.replace('(rise | raise | increase) of', '(rise | raise | increase of'),
			on: '- (rise | raise | increase of',
		},
		what: /the pattern .* cannot be read/,
		remedy: /CONTRIBUTING\.md/,
	},
	{
		name: 'a law that touches a topic which there is not',
		...{
			of: law,
			edit: (text: string) => text.replace('topic: automated-decisions', 'topic: automatic-decisions'),
			on: '- topic:',
		},
		what: /automatic-decisions is no topic/,
		remedy: /^Name one of: .*automated-decisions/,
	},
	// Declarations.
	{
		name: 'a comma too many',
		...{ of: declaration, edit: (text: string) => text.replace(/"\n\t\t\}/, '",\n\t\t}'), on: 6 },
		what: /this is not JSON: nothing follows this comma/,
		remedy: /Take the comma out/,
	},
	{
		name: 'a comma too few',
		...{ of: declaration, edit: (text: string) => text.replace('"Pellmell",', '"Pellmell"'), on: '"name"' },
		what: /this is not JSON: a comma is missing at the end of this line/,
		remedy: /Put the comma there/,
	},
	{
		name: 'a file that breaks off',
		...{ of: declaration, edit: (text: string) => text.trimEnd().slice(0, -1), on: '}' },
		what: /this is not JSON: the file ends too early/,
		remedy: /Close every/,
	},
	{
		name: 'a slip in a declaration',
		...{ of: declaration, edit: (text: string) => text.replace('"select"', '"selct"'), on: '"selct"' },
		what: /nobody knows a field "selct" here; did you mean select\?/,
		remedy: /Open Terms Archive/,
	},
	{
		name: 'an address that is none',
		...{
			of: declaration,
			edit: (text: string) => text.replace(/"fetch": "[^"]*"/, '"fetch": "pellmell"'),
			on: '"fetch": "pellmell"',
		},
		what: /an address that begins with http/,
		remedy: /Open Terms Archive/,
	},
	{
		name: 'a selector that is none',
		...{
			of: declaration,
			edit: (text: string) => text.replace(/"select": \[?[^\n]*/, '"select": "main[["'),
			on: '"select": "main[["',
		},
		what: /main\[\[.*is no CSS selector/,
		remedy: /./,
	},
	{
		name: 'a day of its end that is still to come',
		...{
			of: declaration,
			edit: (text: string) => text.replace('"name"', '"retired": "2199-01-01",\n\t"name"'),
			on: '"retired"',
		},
		what: /retired: "2199-01-01" is still to come/,
		remedy: /Write the day since when/,
	},
];

/** Each copy has a name of its own, so that no mistake hides another. */
function placeOf({ of, to }: Mistake, at: number): string {
	if (to !== undefined) return to;
	const name = of.startsWith('declarations') ? `Mistake ${at}` : `mistake-${at}`;
	return path.posix.join(path.posix.dirname(of), `${name}${path.posix.extname(of)}`);
}

describe('a maintainer’s mistakes, all at once', () => {
	const directory = temporaryFolder();
	const texts = new Map<Mistake, string>();
	let archive: string;
	let check: ArchiveCheck;

	before(async () => {
		archive = await writeDemoArchive(directory);
		const sound = await checkArchive(archive);
		assert.deepEqual(
			sound.faults.map(({ message }) => message),
			[],
		);
		for (const [at, mistake] of mistakes.entries()) {
			const text = mistake.edit(readFileSync(path.join(archive, mistake.of), 'utf8'));
			texts.set(mistake, text);
			writeFiles(archive, { [placeOf(mistake, at)]: text });
		}
		check = await checkArchive(archive);
	});

	for (const [at, mistake] of mistakes.entries())
		it(mistake.name, () => {
			const file = path.join(archive, placeOf(mistake, at));
			const told = check.faults.filter(({ where }) => where === file || where.startsWith(`${file}:`));
			const lines = texts.get(mistake)?.split('\n') ?? [];
			const { on } = mistake;
			const line =
				typeof on === 'number' ? on : lines.findLastIndex((each) => each.trimStart().startsWith(on)) + 1;
			const place = line === 0 ? file : `${file}:${line}`;
			const [fault] = told.filter(({ what }) => mistake.what.test(what));
			assert.ok(fault, told.map(({ message }) => message).join('\n') || 'nothing is told');
			assert.equal(fault.where.replace(/(:\d+): .*$/, '$1'), place);
			assert.match(fault.remedy, mistake.remedy);
		});

	it('are told in one list, file by file and line by line, and nothing else is', () => {
		const files = new Set(mistakes.map((mistake, at) => placeOf(mistake, at)));
		const places = check.faults.map(({ where }) => {
			const [, file = where, line = '0'] = /^(.*?):(\d+)(?::|$)/.exec(where) ?? [];
			return { file: path.relative(archive, file), line: Number(line) };
		});
		assert.deepEqual(
			places.filter(({ file }) => !files.has(file)),
			[],
		);
		const ordered = places.toSorted(
			(one, other) => (one.file < other.file ? -1 : Number(one.file > other.file)) || one.line - other.line,
		);
		assert.deepEqual(places, ordered);
	});
});
