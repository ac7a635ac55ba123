import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topicDetector } from '../../src/analysis/topics/detector.ts';
import { Fault } from '../../src/model/fault.ts';
import type { Topic } from '../../src/model/topic.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { parseTopicLabels, scoreTopicLabels } from './topic-labels.ts';
import { measureScores } from './topic-scores.ts';

function topic(id: string, find: string, claudette: Topic['counterparts']['claudette']): Topic {
	return {
		id,
		file: `${id}.yml`,
		name: id,
		definition: 'An invented topic.',
		counts: ['This.'],
		countsNot: ['That.'],
		weight: 1,
		counterparts: { claudette, opp115: [], cuad: [] },
		claimed: false,
		stances: [],
		rules: { en: { find: [find], unless: [], stances: [] } },
	};
}

const topics = [
	topic('law', 'law', ['law']),
	topic('caps', 'liability', ['ltd']),
	topic('fault', 'liable', ['ltd']),
];
const detect = topicDetector(topics);

/** A corpus of documents by name: each line is a sentence, a bar, its tags. Klarna is one of those held out. */
function corpusOf(documents: Readonly<Record<string, readonly string[]>>): string {
	const files = Object.entries(documents).flatMap(([name, lines]) =>
		['sentences', 'tags'].map((part, at) => [
			`${part}/${name}`,
			lines.map((line) => line.split('|')[at] ?? '').join('\n'),
		]),
	);
	return temporaryFolder({
		'documents.txt': Object.keys(documents).join('\n'),
		...Object.fromEntries(files),
	});
}

test('a sentence is right, wrong or missed in each category, whatever the level and however many topics find it', async () => {
	const corpus = corpusOf({
		'Another.txt': [
			'The law of the sea governs all.|law1 ltd2',
			'There is no liability, nobody is liable.|ltd3',
			'Nobody breaks the law here, we hope.|',
			'|',
		],
	});
	const { all } = await measureScores(corpus, topics, detect);
	const { law, ltd, use } = all.categories;
	assert.deepEqual([law.right, law.wrong, law.missed], [1, 1, 0]);
	assert.deepEqual([ltd.right, ltd.wrong, ltd.missed], [1, 0, 1]);
	assert.deepEqual([law.precision, law.recall], [0.5, 1]);
	assert.equal(use.f1, 0);
	assert.deepEqual([all.micro.right, all.micro.wrong, all.micro.missed], [2, 1, 1]);
	assert.equal(all.sentences, 3);
	assert.ok(Math.abs(all.macroF1 - (2 / 3 + 2 / 3) / 9) < 1e-9);
});

test('documents that no rule was written on are counted apart', async () => {
	const corpus = corpusOf({
		'Another.txt': ['The law of the sea governs all.|law2'],
		'Klarna.txt': ['The law of the sea governs all.|'],
	});
	const { all, heldOut } = await measureScores(corpus, topics, detect);
	assert.deepEqual([all.documents, heldOut.documents], [2, 1]);
	assert.deepEqual([all.micro.right, all.micro.wrong], [1, 1]);
	assert.deepEqual([heldOut.micro.right, heldOut.micro.wrong], [0, 1]);
});

test('a folder that is no corpus is a fault that says which file it lacks', async () => {
	const folder = temporaryFolder();
	await assert.rejects(measureScores(folder, topics, detect), (error) => error instanceof Fault);
});

test('labelled clauses are counted by what the rules find today; clauses that the archive lacks are passed over', () => {
	const labels = parseTopicLabels(
		[
			'# read by hand',
			'path\tcommit\tclause\ttopic\tlabel',
			'A/Terms.md\tabc\tc-1\tlaw\tyes',
			'A/Terms.md\tabc\tc-2\tlaw\tno',
			'A/Terms.md\tabc\tc-3\tlaw\tyes',
			'A/Terms.md\tabc\tc-4\tlaw\tyes',
		].join('\n'),
		'labels.tsv',
	);
	const texts = new Map([
		['c-1', 'The law of the sea governs all.'],
		['c-2', 'Law students travel for half the price.'],
		['c-3', 'The rules of the sea govern all.'],
	]);
	const textOf = ({ anchor }: { readonly anchor: string }) => {
		const text = texts.get(anchor);
		return text === undefined ? undefined : { text, language: 'en' };
	};
	assert.deepEqual(scoreTopicLabels(labels, textOf, detect), [
		{ topic: 'law', foundOn: 1, foundOff: 1, passedOn: 1, passedOff: 0 },
	]);
});

test('a line that is no label is a fault with its number', () => {
	assert.throws(
		() => parseTopicLabels('A/Terms.md\tabc\tc-1\tlaw\tmaybe', 'labels.tsv'),
		(error) => error instanceof Fault && error.where === 'labels.tsv:1',
	);
});
