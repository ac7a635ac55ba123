/** What happened between two texts, in a sentence: by the rules that ship with the machine. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readVocabulary } from '../../archive/vocabulary.ts';
import type { Change } from '../../model/change.ts';
import { root } from '../../root.ts';
import { history } from '../../samples/invented-history.ts';
import { built, sampleVersion } from '../../samples/sample-agreement.ts';
import { sentence } from '../changes/change-summary.ts';
import { describeChanges } from '../changes/describe-changes.ts';
import { clauseTopics } from '../topics/clause-topics.ts';
import { topicDetector } from '../topics/detector.ts';
import { topicFindings } from '../topics/findings.ts';
import { tellChanges } from './tell-changes.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const detect = topicDetector(topics);

function changesOf(texts: readonly string[]): readonly Change[] {
	const versions = texts.map((_, at) => sampleVersion(`${2000 + at}-01-01`, at));
	const analysed = built(texts);
	const { ledger } = analysed;
	const judged = clauseTopics(ledger, 'en', detect);
	const found = topicFindings({ ledger, versions }, judged);
	const changes = describeChanges(versions, analysed, judged.ofEvents, topics);
	return tellChanges({ ledger, topics: found, changes }, judged, topics);
}

const frame = [
	'The ferry company runs boats between the islands on every day of the year.',
	'You keep your ticket until you have left the boat and the pier behind you.',
	'A boat that is late waits for those who come from another boat of ours.',
	'Dogs travel below deck, and bicycles travel where the crew puts them.',
	'The crew decides who boards first when the sea is rough or the boat is full.',
];

/** The change from one of these clauses to the other, among others that stay. */
function told(before: readonly string[], after: readonly string[]): string {
	const page = (clauses: readonly string[]): string =>
		[...frame.slice(0, 3), ...clauses, '## On board', ...frame.slice(3)].join('\n\n');
	return sentence(changesOf([page(before), page(after)])[1] as Change);
}

test('a side that turned is told first, by what it is now and what it was', () => {
	assert.equal(
		told(
			['## Machines', 'We never use your letters to train machine learning models.'],
			[
				'## Machines',
				'We use your letters to train machine learning models unless you opt out in the settings.',
			],
		),
		'Now trains models on what you write unless you opt out; before, does not',
	);
});

test('a side that was taken needs a sentence that came in, not one that was worded otherwise', () => {
	const known = 'We use your letters to train machine learning models and to answer them.';
	assert.match(told([], [known]), /^Now trains models on what you write or do/);
	assert.doesNotMatch(told([known], [known.replace('answer', 'reply to')]), /[Nn]ow trains|no longer/);
	assert.match(told([known], []), /^No longer says that it trains models on what you write or do/);
});

test('a sentence that comes late to its point is quoted, and turns no side', () => {
	const late =
		'Where a traveller has written to us in the course of a year and has left a letter in the box on the pier, we may use that letter to train machine learning models.';
	assert.match(told([], [late]), /^Adds “Where a traveller/);
	assert.match(told([late], []), /^Drops “Where a traveller/);
});

test('one sentence that names a topic and takes no side is quoted, and no topic that came in', () => {
	assert.match(
		told([], ['The law of the islands governs what a passenger and the crew owe each other in a storm.']),
		/“|law/,
	);
	assert.doesNotMatch(
		told([], ['Arbitration is a word that our crew has heard of in a bar on an island.']),
		/First words/,
	);
});

test('words that went in one place and came in another replace nothing', () => {
	const [before, after] = [
		'Please use the page to see our personal offers for crossings in the winter.',
		'Please use the page to see or buy our offers for crossings in the winter.',
	];
	assert.doesNotMatch(told([before as string], [after as string]), /becomes/);
});

test('a promise that went out is quoted', () => {
	assert.equal(
		told(['We will never show your picture to another traveller.'], []),
		'No longer says “We will never show your picture to another traveller”',
	);
	assert.doesNotMatch(
		told(['We are not responsible for the weather over the islands.'], []),
		/No longer says “/,
	);
});

test('a number that changed is told with its unit and its title', () => {
	const notice = (days: string) => `We tell you of new fares ${days} before they begin to hold.`;
	assert.equal(told(['## Fares', notice('30 days')], ['## Fares', notice('14 days')]), 'Fares: 30 → 14 days');
	assert.equal(told([notice('one month')], [notice('$20')]).includes('→'), false);
	const fare = (sum: string) => `A crossing costs ${sum} for each traveller and nothing for a child.`;
	assert.equal(told(['## Fares', fare('€4.50')], ['## Fares', fare('€5.00')]), 'Fares: €4.50 → €5.00');
});

test('a day or a number of a clause that changed is no measure', () => {
	const dated = (year: string) =>
		`What was agreed before May 2, ${year} holds as section 4.${year.at(-1)} says.`;
	assert.doesNotMatch(told([dated('2021')], [dated('2023')]), /→/);
});

test('an age that changed is told as one', () => {
	const age = (years: string) => `A child under the age of ${years} travels with somebody who is grown.`;
	assert.equal(
		told(['## Children', age('13')], ['## Children', age('16')]),
		'Children: 13 → 16 years of age',
	);
	const floor = (number: string) => `The bar under ${number} lamps is open while the boat lies at the pier.`;
	assert.doesNotMatch(told([floor('4 a.m.')], [floor('5 a.m.')]), /years of age/);
});

test('a word that binds, and says nothing by itself, is told with what stands beside it', () => {
	const crew = (word: string) =>
		`Whoever smokes on deck should know that the crew ${word} end the journey at the next pier.`;
	assert.match(
		told([crew('will')], [crew('may')]),
		/“the crew will end the journey at” becomes “the crew may end/,
	);
	const share = (word: string) =>
		`The company of the ferry does ${word}show your picture to those who travel with you.`;
	assert.match(told([share('not ')], [share('')]), /ferry does not show your/);
});

test('signs that moved, another spelling and a slip tell nothing', () => {
	const milk = (age: string) => `Milk is sold on board for children from ${age} months, and by the glass.`;
	assert.doesNotMatch(told([milk('thirty +')], [milk('+ thirty')]), /becomes/);
	const titled = (title: string) => [
		`## ${title}`,
		'What we know of you chooses the cabin that we offer you first.',
	];
	assert.doesNotMatch(
		told(titled('Personalisation of cabins'), titled('Personalization of cabins')),
		/is now/,
	);
});

test('what the company forbids is no promise of its own', () => {
	assert.doesNotMatch(told(['We do not allow fires on the deck of any of our boats.'], []), /No longer says/);
});

test('a side on what nearly every agreement speaks of is quoted, not claimed', () => {
	assert.match(told([], ['We are not liable for a delay of the boat.']), /^Adds “We are not liable/);
});

test('an entry that stands on inside another clause was not dropped, and a day names no row', () => {
	const list = (items: readonly string[]) => [
		'## Offices',
		'Write to one of these offices of ours:',
		items.map((item) => `- ${item}`).join('\n'),
	];
	const change = told(
		list(['Pier of Ardal', 'For all that is lost, the office is']),
		list(['For all that is lost, the office is the Pier of Ardal, which is open each day']),
	);
	assert.doesNotMatch(change, /[Dd]rops Pier of Ardal/);
	const rows = (...days: readonly string[]) => [
		['| Day | What was changed |', '| --- | --- |', ...days].join('\n'),
	];
	const old = '| 2 May 2023 | The fares of the winter were written down for the first time here. |';
	assert.doesNotMatch(
		told(rows(old), rows(old, '| 5 August 2024 | Dogs may travel on deck in the cabin of their owner. |')),
		/Adds 5 August 2024/,
	);
});

test('a sentence is quoted without the label before it', () => {
	assert.match(
		told([], ['Some examples of what falls under this rule: Fires that are lit on the deck of a boat.']),
		/^Adds “Fires that are lit/,
	);
});

test('a section that came in or went out is named by its title', () => {
	const lost = [
		'## Lost luggage',
		'Luggage that nobody asks for within a year belongs to the crew of the boat.',
	];
	assert.match(told([], lost), /^Adds “Lost luggage”/);
	assert.match(told(lost, []), /^Drops “Lost luggage”/);
});

test('entries of a list are named, the first two of many', () => {
	const list = (names: readonly string[]) => [
		'## Piers',
		'Our boats call at these piers on the days that the timetable tells:',
		names.map((name) => `- ${name}`).join('\n'),
	];
	const old = ['Ardal', 'Bremnes', 'Coll'];
	const change = changesOf([
		[...frame, ...list(old)].join('\n\n'),
		[
			...frame,
			...list([...old, 'Dunvik', 'Eigg', 'Fetlar', 'Gigha']),
			'The pier of Gigha is closed while storms blow from the north.',
		].join('\n\n'),
	])[1] as Change;
	assert.match(sentence(change), /Dunvik, Eigg and 2 more/);
});

test('a sentence of which many words changed is named by its beginning', () => {
	const [before, after] = [
		'The crew asks each traveller on board for a ticket, and shows the way to those who have none.',
		'The crew asks every guest on board for a pass, and shows the pier to those who hold none.',
	];
	assert.equal(
		told([before as string], [after as string]),
		'Rewords “The crew asks every guest on board for a pass, and shows …”',
	);
});

test('a page that holds another document is told by that alone, and turns no side', () => {
	const many = (sentence: (at: number) => string): string[] =>
		Array.from({ length: 40 }, (_, at) => sentence(at));
	const ferry = [
		'We never use your letters to train machine learning models.',
		...many((at) => `Cabin ${at} lies below deck beside the engine, and its door opens to the stairs.`),
	];
	const bakery = [
		'We use your letters to train machine learning models.',
		...many((at) => `Oven ${at} bakes rye loaves from noon until nobody buys any more of them.`),
	];
	const change = (before: readonly string[], after: readonly string[]): Change =>
		changesOf([before.join('\n\n'), after.join('\n\n')])[1] as Change;
	const another = change(ferry, bakery);
	assert.match(sentence(another), /^Another text stands in the place of the former/);
	assert.deepEqual(another.turns, []);
	const same = change(ferry, [bakery[0] as string, ...ferry.slice(1)]);
	assert.doesNotMatch(sentence(same), /Another text/);
	assert.equal(same.turns.length, 1);
});

test('what others change, and what is no change of weight, is not told as the platform’s right', () => {
	assert.doesNotMatch(
		told([], ['You acknowledge that retailers may update the prices on our shelves without notice.']),
		/[Nn]ow (?:may change|posts)/,
	);
	assert.doesNotMatch(
		told([], ['We may make non-material changes to these terms at any time without notice.']),
		/Now may change/,
	);
	assert.match(
		told([], ['We may change these terms at any time without notice.']),
		/^Now may change its terms or service without notice/,
	);
});

test('a title that changed over what stays is told as a title, and drops and adds nothing', () => {
	const rules = [
		'Whoever finds a bag on board hands it to the crew before the boat leaves the pier.',
		'The crew keeps a found bag in the office of the harbour until somebody asks for it.',
	];
	const titled = told(
		['## Lost bags', ...rules, 'A bag with fish in it goes overboard at once.'],
		['## What becomes of luggage', ...rules],
	);
	assert.match(titled, /“Lost bags” is now “What becomes of luggage”/);
	assert.doesNotMatch(titled, /[Dd]rops “Lost bags”|[Aa]dds “What becomes/);
	assert.match(told(['## Lost bags', ...rules], []), /^Drops “Lost bags”/);
});

test('a section that came in before words that stood there under another title, or none, is told by its own', () => {
	const lost = ['## Lost bags', 'A bag that nobody asks for within a year belongs to the crew of the boat.'];
	const saidOf = (before: readonly string[], after: readonly string[]): string =>
		sentence(changesOf([before.join('\n\n'), after.join('\n\n')])[1] as Change);
	for (const above of [[], ['## Timetable']]) {
		const [without, within] = [
			[...above, ...frame],
			[...above, ...frame.slice(0, 2), ...lost, ...frame.slice(2)],
		];
		assert.match(saidOf(without, within), /^Adds “Lost bags”/);
		assert.match(saidOf(within, without), /^Drops “Lost bags”/);
	}
});

test('a new section is shown by what it begins with', () => {
	const section = [
		'## Lost bags',
		'A bag that nobody asks for within a year belongs to the crew of the boat.',
		'It is kept dry.',
		'Whoever asks for a bag later than that, and can show the crew a paper on which the bag is drawn, its colour named and its weight told, may buy it back at the price of a crossing.',
	];
	const [before, after] = [[...frame], [...frame.slice(0, 2), ...section, ...frame.slice(2)]];
	const { passage } = changesOf([before.join('\n\n'), after.join('\n\n')])[1] as Change;
	assert.match(passage.map(({ text }) => text).join(''), /^A bag that nobody asks for/);
});

test('a section of a fuller title was not dropped', () => {
	const section = (title: string, words: string) => [`## ${title}`, words];
	const [old, fresh] = [
		'Whoever quarrels with the crew tells it first to the captain in writing.',
		'A letter to the office opens each procedure, and a mediator of the islands hears both.',
	];
	const change = told(
		section('Quarrels & Mediation', old as string),
		section('Quarrel Settlement & Mediation Procedure', fresh as string),
	);
	assert.doesNotMatch(change, /[Dd]rops “|[Aa]dds “Quarrel Settlement/);
	assert.match(
		told(section('Lost luggage', old as string), section('Found luggage', fresh as string)),
		/[Dd]rops “Lost luggage”/,
	);
});

test('words that a clause lost to a clause of their own were not dropped', () => {
	const [head, tail] = ['Harbour Office', 'The pier is where the boat of the morning lies.'];
	assert.doesNotMatch(told([`${head} ${tail}`], [head as string, tail as string]), /[Dd]rops “Harbour/);
	assert.match(told([`${head} ${tail}`], [tail as string]), /[Dd]rops “Harbour Office”/);
});

test('of several places that changed the one that says most is told, where all do the same', () => {
	assert.match(
		told(
			[
				'Harbour master, 4 Long Quay, Ardal in the North of the islands, box 1044, or by the bell on the pier',
			],
			[
				'Harbour master, 19 Fish Market, Ardal in the North of the islands, box 2077, or by the bell on the pier',
			],
		),
		/“4 Long Quay” becomes “19 Fish Market”/,
	);
	const boats = (last: string): string =>
		`The ticket holds on the boats Ardal, Coll, ${last}: whoever shows it to the crew may board them.`;
	assert.match(
		told([boats('and the Eigg Star')], [boats('the Eigg Star, and Fetlar of the North')]),
		/[Aa]dds “Fetlar of the North”/,
	);
	assert.doesNotMatch(
		told(
			[`Bread is on deck, and wine is in the cabin below for all who are on board with a ticket.`],
			[`Wine is on deck, and bread is in the cabin below for all who are on board with a ticket.`],
		),
		/[Aa]dds “|[Dd]rops “/,
	);
});

test('words that were cut askew are not quoted', () => {
	const offices = (before: string, behind: string): string =>
		`Our offices in ${before}islands of the North${behind} hear whoever has lost a bag on board.`;
	assert.doesNotMatch(
		told([offices('', '')], [offices('Norway and the ', ', all of them,')]),
		/[Aa]dds “Norway and the”/,
	);
});

test('an abbreviation says as much as a name, and millions are a measure', () => {
	const lives = (where: string): string =>
		`If you live in ${where} the captain of the mail boat is who you sail with.`;
	assert.match(
		told([lives('a country of Europe')], [lives('the UK')]),
		/“a country of Europe” becomes “the UK”/,
	);
	const guests = (many: string): string => `Our boats carried ${many} million guests in the past six months.`;
	assert.match(
		told(['## Guests', guests('1.2')], ['## Guests', guests('1.3')]),
		/^Guests: 1\.2 → 1\.3 million/,
	);
});

test('a paragraph that stands for a title takes what is below it from the title above', () => {
	const rows = (count: string): string[] => [
		'## Machines',
		'No letter that you send us is read by a machine of ours.',
		'Guests of the year (told in August)',
		`Our boats carried ${count} million guests in the past six months.`,
	];
	assert.match(told(rows('1.2'), rows('1.3')), /^1\.2 → 1\.3 million/);
});

test('two words that differ in how they end, or where a sentence begins, are told once or not', () => {
	const help = (word: string): string =>
		`The crew is at its place for ${word} those who board with a child in the rain.`;
	assert.doesNotMatch(told([help('supporting')], [help('support')]), /becomes/);
	const boats = (one: string, other: string): string[] => [
		`${one} boats lie at the pier of Ardal for the whole of the night.`,
		`Nobody sleeps on ${other} boats while they lie at a pier for repair.`,
	];
	assert.doesNotMatch(told(boats('Our own', 'our own'), boats('The grey', 'the grey')), /becomes.*becomes/);
});

test('words that stood twice in a row, and stand once, were not dropped', () => {
	const boarding = (words: string): string =>
		`${words} A guest with a child or a dog goes on board before all others do.`;
	assert.doesNotMatch(
		told([boarding('Early boarding Early boarding')], [boarding('Early boarding')]),
		/[Dd]rops/,
	);
	assert.doesNotMatch(
		told([boarding('Early boarding')], [boarding('Early boarding Early boarding')]),
		/[Aa]dds/,
	);
	const calls = (piers: string): string =>
		`The boat calls at ${piers} and Coll before it comes home to its own pier again.`;
	assert.match(
		told([calls('Ardal harbour, Eigg harbour')], [calls('Ardal harbour')]),
		/[Dd]rops “.*Eigg harbour/,
	);
});

test('a sentence whose words stand in another one was not dropped, nor is it new', () => {
	const [old, fresh] = [
		'Click here to read what else holds for guests from the northern islands under their own law of the sea.',
		'Whoever books on the mainland should know of the things that hold for guests from northern islands (read them here, and click to print), under the law that their sea has of its own, since it was written.',
	] as [string, string];
	const others = [
		'Bread and soup are sold in the saloon.',
		'The saloon sells bread, but no soup, from now on.',
	];
	const change = told([others[0] as string, old], [fresh, others[1] as string]);
	assert.doesNotMatch(change, /[Dd]rops “Click here/);
	assert.match(told([old], ['The saloon sells bread, but no soup, from now on.']), /[Dd]rops “Click here/);
});

test('a promise was dropped where the same words promise it no longer', () => {
	const promise = 'We will never show your picture, your name or your cabin to another guest.';
	assert.doesNotMatch(
		told(
			[promise],
			['Pictures, names, cabins: to another guest we will never show a picture of yours, a name or a cabin.'],
		),
		/No longer says/,
	);
	const desk = ['## Desk', 'The desk on the pier is open from dawn until the last boat has left.'];
	const shown =
		'Since guests like to know who sails with them, the crew shows to another guest, when that guest asks for it, a picture, a name or a cabin of whoever is on board.';
	assert.match(told([promise, ...desk], [...desk, shown]), /No longer says “We will never show/);
});

test('how changes to come are told is no summary of the page', () => {
	const below = (sentence: string): string =>
		told(['## Changes to this timetable'], ['## Changes to this timetable', sentence]);
	assert.match(
		below('Updated the fares to reflect the new boat that calls at Coll.'),
		/^The page says: “Updated the fares/,
	);
	assert.doesNotMatch(
		below('We will give thirty days of notice before a change of the fares holds.'),
		/The page says/,
	);
});

test('a column that came or went is told once, by its head', () => {
	const table = (rows: readonly (readonly string[])[]): string[] => [
		[rows[0], (rows[0] as string[]).map(() => '---'), ...rows.slice(1)]
			.map((cells) => `| ${(cells as string[]).join(' | ')} |`)
			.join('\n'),
	];
	const rows = [
		['Luggage', 'Kind under the law of the sea', 'Where it travels on board'],
		['Bicycles', 'Vehicles of light weight', 'On the open deck behind the funnel of the boat'],
		['Trunks', 'Goods in closed boxes', 'In the hold below the saloon, beside the mail'],
	];
	const without = rows.map(([name = '', , place = '']) => [name, place]);
	assert.doesNotMatch(told(table(rows), table(without)), /[Dd]rops “(?:Vehicles|Goods)/);
	assert.doesNotMatch(told(table(without), table(rows)), /[Aa]dds “(?:Vehicles|Goods)/);
});

test('a list that is new as a whole is told by the words above it', () => {
	const letter = [
		'Whoever has lost a bag writes to the harbour office of the island, and names in the letter what is needed:',
		'- The name of the guest\n- The day of the crossing\n- The colour of the bag',
	];
	assert.match(told([], letter), /^Adds “Whoever has lost a bag/);
	const shorter = [letter[0] as string, '- The name of the guest'];
	assert.match(
		told(shorter, [...letter, 'The harbour office of Gigha is closed while storms blow.']),
		/[Aa]dds “The day of the crossing” and “The colour of the bag”/,
	);
});

test('the same number of the same unit, written otherwise, did not change', () => {
	const notice = (days: string): string =>
		`You send the ticket back before the end of the ${days} in which you may change your mind.`;
	assert.doesNotMatch(told([notice('14 days')], [notice('14-day period')]), /→/);
	assert.match(told([notice('30 days')], [notice('14-day period')]), /30 → 14 days/);
	const guests = (age: string): string =>
		`Guests who are at least ${age} may sail alone on the boat of the night.`;
	assert.doesNotMatch(told([guests('18 years of age')], [guests('18 years old')]), /→/);
});

test('an entry of a list of what is not allowed is told as one', () => {
	const rows = (lead: string, ...entries: readonly string[]): string[] => [
		'## On deck',
		lead,
		entries.map((entry) => `- ${entry}`).join('\n'),
	];
	const [fires, birds] = [
		'Light a fire on deck.',
		'Use a picture of our boats to teach a machine how boats look.',
	] as const;
	assert.match(
		told(rows('On board you may not:', fires), rows('On board you may not:', fires, birds)),
		/^Forbids “Use a picture of our boats/,
	);
	const lettered = ['## On deck', '5.1 On board you may not:', '(a) light a fire on deck;'];
	assert.match(
		told(lettered, [...lettered, '(b) teach a machine how boats look, unless the captain has agreed to it.']),
		/^Forbids “teach a machine how boats look/,
	);
	assert.match(
		told(
			rows('What you do on board may include, but is not limited to:', fires),
			rows('What you do on board may include, but is not limited to:', fires, birds),
		),
		/^Adds “Use a picture/,
	);
});

test('a sentence of its own in a list of what is not allowed is not forbidden', () => {
	const list = (...entries: readonly string[]): string[] => [
		'## On deck',
		'On board you may not:',
		entries.map((entry) => `- ${entry}`).join('\n'),
	];
	for (const own of [
		'You also may not sell bread that you brought from the mainland.',
		'If the captain asks for it, a fire may be lit behind the funnel.',
		'Guests of the captain may light one behind the funnel.',
	])
		assert.match(told(list('Light a fire on deck.'), list('Light a fire on deck.', own)), /^Adds “/);
});

test('what is told alone is quoted at more length, without what joins it to the sentence before', () => {
	const sentence =
		'In addition, guests under twelve travel with somebody who is grown up and has a ticket for the whole way.';
	assert.equal(told([], [sentence]), 'Adds “guests under twelve travel with somebody who is grown …”');
	const remark =
		'Use a picture of our boats (including any drawing that is made of one) in a book that is sold on the mainland.';
	assert.match(told([], [remark]), /^Adds “Use a picture of our boats … in a book …”/);
	const late =
		'Pictures of our boats, of our piers, of the crew on deck and of guests (including any drawing that is made of one) are not sold.';
	assert.doesNotMatch(told([], [late]), /… …/);
});

test('a word or two that others replaced are told with what stands beside them, a name with a number without', () => {
	const seats = (word: string): string =>
		`Guests may sit wherever they ${word} on deck until the boat has left the pier of Ardal.`;
	assert.equal(
		told([seats('want')], [seats('choose')]),
		'“wherever they want on deck” becomes “wherever they choose on deck”',
	);
	const office = (quay: string): string =>
		`Letters go to the harbour office at ${quay}, Ardal, and are read there each day.`;
	assert.equal(
		told([office('4 Long Quay')], [office('9 Fish Market')]),
		'“4 Long Quay” becomes “9 Fish Market”',
	);
});

test('many words that came in, or went out, in one place are quoted', () => {
	const rule = (more: string): string =>
		`Guests who are under the age of sixteen travel on the lower deck${more}; the crew may ask for a paper that shows the age.`;
	const more = ', and their dogs have no right to a place in the saloon of the boat';
	assert.equal(told([rule('')], [rule(more)]), 'Adds “their dogs have no right to a place in the saloon …”');
	assert.equal(told([rule(more)], [rule('')]), 'Drops “their dogs have no right to a place in the saloon …”');
});

test('one word is told with what stands beside it, and not where words stand in no sentence', () => {
	const company = (name: string): string =>
		`This is what you and the company named Harbour ${name} agree upon for each crossing.`;
	assert.equal(
		told([company('Video Lines')], [company('Lines')]),
		'“named Harbour Video Lines agree” becomes “named Harbour Lines agree”',
	);
	const menu = (entry: string): string =>
		`Ardal Bremnes Coll ${entry}Dunvik Eigg Fetlar Gigha Harris Islay Jura Kerrera`;
	assert.doesNotMatch(told([menu('Post ')], [menu('')]), /Post/);
});

test('a word that says more, or most, is no slip, nor is a title that lost its article another one', () => {
	const cabin = (how: string): string =>
		`A guest who travels alone gets a cabin with a ${how} lock on its door at night.`;
	assert.match(told([cabin('strong')], [cabin('stronger')]), /strong lock.*becomes.*stronger lock/);
	const titled = (title: string): string[] => [
		`## ${title}`,
		'The crew helps whoever asks for it on the pier or on deck.',
	];
	const bread = 'Bread is sold in the saloon from dawn until the last boat has come home.';
	assert.doesNotMatch(
		told(titled('Helping a guest & the crew'), [...titled('Helping the guest and crew'), bread]),
		/is now/,
	);
});

test('a denial with an exception, or of one thing alone, is quoted', () => {
	assert.match(
		told([], ['We do not sell your personal data.']),
		/^Now says that it does not sell personal data/,
	);
	assert.match(
		told([], ['We do not sell your personal data except to those who sail with you.']),
		/^Adds “We do not sell/,
	);
	assert.match(told([], ['We will not sell Palm Data.']), /^Adds “We will not sell Palm Data”/);
});

test('the address behind an entry is no part of its name', () => {
	const list = (...entries: readonly string[]): string[] => [
		'## Where the pictures come from',
		'The pictures on our pages were taken by these:',
		entries.map((entry) => `- ${entry}`).join('\n'),
	];
	const old = ['Ardal Museum: https://ardal.example/pictures'];
	assert.match(
		told(list(...old), [
			...list(...old, 'Coll Archive: https://coll.example/pictures', 'Eigg Library'),
			'The harbour office of Gigha is closed while storms blow.',
		]),
		/[Aa]dds Coll Archive and Eigg Library/,
	);
});

test('a title that says nothing of what stands below it is no news', () => {
	const [one, other] = [
		'The saloon sells bread and soup to whoever has a ticket for the whole way.',
		'The harbour office is closed while storms blow from the north in winter.',
	];
	assert.doesNotMatch(told([], ['## Miscellaneous', one as string, other as string]), /Miscellaneous”/);
	assert.match(told([], ['## Bread and soup', one as string, other as string]), /^Adds “Bread and soup”/);
});

test('a side that is too often mistaken is quoted', () => {
	assert.match(
		told([], ['We may use, copy and show your letters and your pictures in any form and in any place.']),
		/^Adds “We may use, copy/,
	);
	assert.match(
		told(
			[],
			[
				'For the machines of the harbour we have disabled training of models on your letters, and do not turn it on.',
			],
		),
		/^Adds “For the machines/,
	);
	assert.match(told([], ['We use your letters to train machine learning models.']), /^Now trains models/);
});

test('what a program asks before it installs an update is no word on a change of terms', () => {
	assert.doesNotMatch(
		told(
			[],
			[
				'You can set the timetable app to install these updates at night or to notify you when it has to start again.',
			],
		),
		/Now tells people/,
	);
	assert.match(
		told([], ['We will notify you of any changes to these terms.']),
		/^Now tells people when it changes its terms or prices/,
	);
});

test('where no rule can tell what happened, it is counted', () => {
	assert.equal(
		told(
			['| Pier | 4 |\n| --- | --- |\n| Coll | 7 |'],
			['| Pier | 4 |\n| --- | --- |\n| Coll | 8 |'],
		).includes('“'),
		false,
	);
});

test('a headline has eighteen words at most, and quotes nothing that does not stand in one of the texts', () => {
	const plain = (text: string): string => text.replace(/[“”„"]/g, '').replace(/\s+/g, ' ');
	fc.assert(
		fc.property(history, (texts) => {
			for (const change of changesOf(texts)) {
				if (change.headline.length === 0) continue;
				const said = sentence(change);
				assert.ok(said.split(/\s+/).length <= 24, said);
				const known = plain(`${texts[change.base]} ${texts[change.index]}`);
				for (const [, quote = ''] of said.matchAll(/“([^”]*)”/g))
					assert.ok(known.includes(quote.replace(/ …$/, '')), `${quote} | ${said}`);
			}
		}),
		{ numRuns: 60 },
	);
});
