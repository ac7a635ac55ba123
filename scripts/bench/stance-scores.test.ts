import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topicDetector } from '../../src/analysis/topics/detector.ts';
import { Fault } from '../../src/model/fault.ts';
import type { Topic } from '../../src/model/topic.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { makeTemporaryRepository } from '../../src/samples/temporary-repository.ts';
import { drawSentences } from './stance-draw.ts';
import { isHeldOut, parseStanceLabels } from './stance-labels.ts';
import { parseAsked, predictStances } from './stance-predictions.ts';
import { formatStances, measureStances, tableOf } from './stance-scores.ts';
import { hashOf, sentencesIn } from './stance-sentences.ts';
import type { Stance } from './stance-topics.ts';

function topic(id: string, find: string): Topic {
	return {
		id,
		file: `${id}.yml`,
		name: id,
		definition: 'An invented topic.',
		counts: ['This.'],
		countsNot: ['That.'],
		weight: 1,
		counterparts: { claudette: [], opp115: [], cuad: [] },
		claimed: false,
		stances: [],
		rules: { en: { find: [find], unless: [], stances: [] } },
	};
}

const topics = [topic('refunds', 'refund*'), topic('automated-access', 'scrap*')];

const terms = [
	'# Paying for the garden',
	'Whoever paid for the garden gets no money back. Seeds are refunded where the law of the land asks for it.',
	'## What to leave alone',
	'In the garden you must not:',
	'- scrape the bark off the trees',
	'- climb',
].join('\n\n');

test('a sentence is read with the words that begin its list, else with the heading above it', () => {
	const read = sentencesIn(Buffer.from(terms)).map(({ lead, sentence }) => [lead, sentence]);
	assert.deepEqual(read, [
		['Paying for the garden', 'Whoever paid for the garden gets no money back.'],
		['Paying for the garden', 'Seeds are refunded where the law of the land asks for it.'],
		['What to leave alone', 'In the garden you must not:'],
		['In the garden you must not:', 'scrape the bark off the trees'],
		['In the garden you must not:', 'climb'],
	]);
});

test('a sentence is known by its hash whatever its case and white space', () => {
	assert.equal(hashOf(' We  pay\nback. '), hashOf('WE PAY BACK.'));
	assert.notEqual(hashOf('We pay back.'), hashOf('We pay back'));
	assert.match(hashOf('We pay back.'), /^[0-9a-f]{12}$/);
	assert.deepEqual(
		['0', '7', 'a', 'f'].map((digit) => isHeldOut({ hash: `123456789a1${digit}` })),
		[true, false, true, false],
	);
});

test('sentences are drawn for a topic from rules and net, the same ones for the same seed, at most two of a platform', async () => {
	const garden = makeTemporaryRepository();
	for (const name of ['Fern', 'Moss', 'Tern']) {
		const paragraphs = ['a', 'b', 'c'].map(
			(each) =>
				`${name} ${each} refunds the price of all its seeds.\n\n${name} ${each} gives you your money back in spring.`,
		);
		garden.write(`${name}/Terms.md`, `${paragraphs.join('\n\n')}\n`);
	}
	garden.commit('Record new changes', '2024-05-01');
	const drawn = await drawSentences([garden.directory], topics, 6, 3);
	assert.deepEqual(await drawSentences([garden.directory], topics, 6, 3), drawn);
	assert.ok(drawn.every((each) => each.topic === 'refunds'));
	assert.deepEqual([...new Set(drawn.map(({ by }) => by))].sort(), ['net', 'rules']);
	const ofPlatform = Map.groupBy(drawn, ({ path }) => path);
	assert.deepEqual(
		[...ofPlatform.values()].map((some) => some.length),
		[2, 2, 2],
	);
	assert.equal(new Set(drawn.map(({ hash }) => hash)).size, 6);
});

test('a labelled sentence is found again by commit, path and hash, in whichever archive holds it', async () => {
	const [other, garden] = [makeTemporaryRepository(), makeTemporaryRepository()];
	other.write('Moss/Terms.md', 'Nothing is said here that anybody labelled.\n');
	other.commit('Record new changes', '2024-05-01');
	garden.write('Fern/Terms.md', terms);
	const commit = garden.commit('Record new changes', '2024-05-01');
	const row = (stance: string, sentence: string, of = commit) =>
		['garden', 'Fern/Terms.md', of, 'refunds', stance, hashOf(sentence)].join('\t');
	const rows = [
		row('none', 'Whoever paid for the garden gets no money back.'),
		row('only-by-law', 'Seeds are refunded where the law of the land asks for it.'),
		row('-', 'climb'),
		row('gives', 'A sentence of another archive.', '0'.repeat(40)),
	];
	const folder = temporaryFolder({ 'labels.tsv': rows.join('\n') });
	const detect = topicDetector(topics);
	const table = await measureStances(
		[other.directory, garden.directory],
		`${folder}/labels.tsv`,
		(_, __, sentence) => (detect(sentence, 'en').length > 0 ? 'only-by-law' : null),
	);
	assert.equal(table.notFound, 1);
	const all = [table.dev.at(-1), table.heldOut.at(-1)];
	const sum = (field: 'sentences' | 'right' | 'wrong' | 'missed' | 'stanceRight') =>
		all.reduce((total, each) => total + (each?.[field] ?? 0), 0);
	assert.deepEqual(
		[sum('sentences'), sum('right'), sum('wrong'), sum('missed'), sum('stanceRight')],
		[3, 1, 0, 1, 1],
	);
});

function judged(stance: Stance, told: Stance, hash = '123456789a11') {
	const place = { archive: 'garden', path: 'Fern/Terms.md', commit: 'abc', topic: 'refunds' };
	return { ...place, lead: '', sentence: 'Told.', language: 'en', stance, told, hash };
}

test('a stance is right, wrong or reversed: an affirming one told for a sentence that denies', () => {
	const { dev, misses } = tableOf([
		judged('none', 'none'),
		judged('none', 'gives'),
		judged('gives', 'none'),
		judged('mentions', null),
		judged(null, 'gives'),
		judged(null, null),
	]);
	assert.deepEqual(dev.at(-1), {
		topic: 'all together',
		sentences: 6,
		right: 3,
		wrong: 1,
		missed: 1,
		stanceRight: 1,
		denying: 2,
		reversed: 1,
	});
	assert.equal(misses.length, 4);
});

test('of held-out sentences no miss is told', () => {
	const table = tableOf([judged('none', 'gives', '123456789a12'), judged('gives', 'none')]);
	assert.deepEqual(
		table.misses.map(({ hash }) => hash),
		['123456789a11'],
	);
	const shown = formatStances({ ...table, notFound: 2 }, true);
	assert.match(shown, /refunds: gives, told as none/);
	assert.doesNotMatch(shown, /refunds: none, told as gives/);
	assert.match(shown, /2 labelled sentences stand in none of the archives/);
});

test('a line that is no label, names no topic with stances or no stance of it is a fault with its number', () => {
	const line = (topic: string, stance: string, hash = '123456789a11') =>
		`archive\tpath\tcommit\ttopic\tstance\thash\ngarden\tA/Terms.md\tabc\t${topic}\t${stance}\t${hash}`;
	assert.equal(parseStanceLabels(line('refunds', 'gives'), 'labels.tsv')[0]?.stance, 'gives');
	assert.equal(parseStanceLabels(line('refunds', '-'), 'labels.tsv')[0]?.stance, null);
	for (const bad of [line('refunds', 'gives', 'xyz'), line('weeds', 'gives'), line('refunds', 'trains')])
		assert.throws(
			() => parseStanceLabels(bad, 'labels.tsv'),
			(error) => error instanceof Fault && error.where === 'labels.tsv:2',
		);
});

test('each sentence of a table is told with its stance, by the rules of its own language', async () => {
	const german =
		'Der Preis wird nach dem Ende der Frist nicht mehr an die Kunden zurück gezahlt, und das gilt auch für die Miete.';
	const rows = [
		'sentence\tlead\ttopic\tpath\tarchive\tmore',
		`“No” refunds.\t\trefunds\tA/Terms.md\tgarden\tx`,
		`${german}\tIn brief:\trefunds\tA/Terms.md\tgarden\t`,
	];
	const folder = temporaryFolder({ 'asked.tsv': `\uFEFF${rows.join('\r\n')}\r\n` });
	const asked: string[][] = [];
	const told = await predictStances(`${folder}/asked.tsv`, topics, (...each) => {
		asked.push(each);
		return each[3] === 'en' ? 'none' : null;
	});
	assert.deepEqual(
		asked.map(([topic, lead, , language]) => [topic, lead, language]),
		[
			['refunds', '', 'en'],
			['refunds', 'In brief:', 'de'],
		],
	);
	assert.deepEqual(told, [
		{ archive: 'garden', path: 'A/Terms.md', topic: 'refunds', sentence: '“No” refunds.', stance: 'none' },
		{ archive: 'garden', path: 'A/Terms.md', topic: 'refunds', sentence: german, stance: null },
	]);
});

test('a table without a column, with a topic that nobody knows or no sentence is a fault that says where', () => {
	const head = 'archive\tpath\ttopic\tlead\tsentence';
	const known = new Set(['refunds']);
	const faultOf = (text: string): string => {
		try {
			parseAsked(text, 'asked.tsv', known);
		} catch (error) {
			return error instanceof Fault ? error.message : String(error);
		}
		return 'none';
	};
	assert.match(faultOf('archive\tpath\ttopic\tsentence\n'), /head row lacks lead/);
	assert.match(faultOf(''), /head row lacks archive, path, topic, lead, sentence/);
	assert.match(
		faultOf(`${head}\n\ng\tA\tweeds\t\tPull them.`),
		/"weeds" is no topic\n +Name one of: refunds/,
	);
	assert.match(faultOf(`${head}\ng\tA\trefunds\t\tNone.\tmore`), /6 cells where the head row has 5/);
	assert.match(faultOf(`${head}\ng\tA\trefunds\tNone.`), /asked\.tsv:2: no sentence/);
	assert.match(faultOf(`${head}\ng\tA\trefunds\t\t`), /no sentence/);
	assert.equal(faultOf(`${head}\n`), 'none');
});

test('a cell that a spreadsheet put between quotation marks is read without them; other marks are words', () => {
	const cells = ['"We give ""back"" nothing."', '"Nothing."', 'Back means "back".'];
	const text = ['topic\tsentence\tarchive\tpath\tlead', ...cells.map((cell) => `refunds\t${cell}`)].join(
		'\n',
	);
	const read = parseAsked(text, 'asked.tsv', new Set(['refunds'])).map(({ sentence }) => sentence);
	assert.deepEqual(read, ['We give "back" nothing.', '"Nothing."', 'Back means "back".']);
});
