/** What the page of a platform and a topic shows, on invented agreements that the real analysis read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Archive, Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import { historyOn } from './on-history.ts';
import { type OnPage, onPage, onTitle } from './on-page.ts';
import { sinceInWords } from './since-words.ts';

const trains = 'We may train models on what you write to us and to all others who read it here.';
const never = 'We never train models on what you write to us and to all others who read it here.';
const ban = 'You must not train models on what others have written here, whoever they may be.';
const long = `In the course of all that we do for you and for others, by whichever of the ways that are told above and below, we may train machines on some of your letters and pictures.`;
const rest = Array.from(
	{ length: 6 },
	(_, at) =>
		`You keep all rights in what you write, on page ${'abcdef'[at]} of each book that you send to us.`,
);

function text(...clauses: readonly string[]): string {
	return [...clauses, ...rest].join('\n\n');
}

const archive: Archive = sampleArchive(
	{
		Auk: { Terms: [text(never), text(never), text(trains, ban)], 'Privacy Policy': [text(trains)] },
		Gull: { Terms: [text(), text(`4.2 ${trains}`)] },
		Rook: { Terms: [text(never), text(never), text()] },
		Skua: { Terms: [text(never), text(long), text(long), text()] },
		Tern: { Terms: [text(never)] },
		Ruff: { Terms: [text(), text(long), text(long, trains)] },
		Vibe: { Terms: [text(`7. ${never}`), text(`7. ${never}`), text(`7. ${trains}`)] },
	},
	[sidedTopic],
);

function platformOf(name: string): Platform {
	return archive.platforms.find((platform) => platform.name === name) as Platform;
}

function pageOf(name: string): OnPage {
	return onPage(archive, platformOf(name), sidedTopic);
}

describe('the page of a platform and a topic', () => {
	test('says in plain words what the platform does, since when, and what it said until then', () => {
		const { title, lead, since } = pageOf('Vibe');
		assert.equal(title, 'Training at Vibe');
		assert.deepEqual(lead, ['Vibe trains its models on what you write.']);
		assert.equal(
			since && sinceInWords(since),
			'Since 1 March 2024; until then it said that it did not train models on it.',
		);
		assert.equal(since?.href, '/vibe/terms/2024-03-01/');
	});

	test('quotes what comes to its point, and leads to the places of the rest', () => {
		const [proof] = pageOf('Ruff').proof;
		assert.deepEqual(
			proof?.quotes.map(({ html }) => html.replace(/<[^>]*>/g, '')),
			[trains],
		);
		assert.equal(proof?.more.length, 1);
	});

	test('says no more of the first record than that it is at least as old', () => {
		const { since } = pageOf('Tern');
		assert.equal(
			since && sinceInWords(since),
			'At least since 1 January 2024, the first record of its Terms.',
		);
	});

	test('says that nothing was found before, where that is so', () => {
		const { since } = pageOf('Gull');
		assert.equal(
			since && sinceInWords(since),
			'Since 1 February 2024; until then no clause on it was found in its Terms.',
		);
	});

	test('tells what a plain sentence says from what a long one may have said before', () => {
		const { since } = pageOf('Ruff');
		assert.equal(
			since && sinceInWords(since),
			'Plainly since 1 March 2024; in long sentences, of which the rules are less sure, since 1 February 2024.',
		);
	});

	test('stays where the platform takes no side any more, and says until when it took which', () => {
		const { lead, since, proof, others } = pageOf('Rook');
		assert.deepEqual(lead, ['Rook takes no side on it today that a rule can prove.']);
		assert.equal(
			since && sinceInWords(since),
			'Until 1 March 2024 it said that it did not train models on it.',
		);
		assert.deepEqual([proof.length, others.every(({ isOwn }) => !isOwn)], [0, true]);
		const { steps } = historyOn(platformOf('Rook'), sidedTopic, 5);
		assert.deepEqual(steps[0]?.ends, ['does not train models on it']);
	});

	test('gives an end no day where a longer sentence took a side after it', () => {
		const { lead, since } = pageOf('Skua');
		assert.deepEqual(lead, ['Skua takes no side on it today that a rule can prove.']);
		assert.equal(since, null);
	});

	test('proves each side word for word, with number, place, days and commit, the same words once', () => {
		const [own, forbids, ...others] = pageOf('Auk').proof;
		assert.deepEqual([own?.id, forbids?.id, others.length], ['trains', 'you-must-not', 0]);
		const [quote, ...further] = own?.quotes ?? [];
		assert.equal(further.length, 0);
		assert.equal(quote?.html.replaceAll(/<\/?b>/g, ''), trains);
		assert.deepEqual(
			[quote?.place.agreement, quote?.also.map((place) => place.agreement)].flat(),
			['Terms', 'Privacy Policy'].toSorted((one) => (one === quote?.place.agreement ? -1 : 1)),
		);
		const [numbered] = pageOf('Gull').proof[0]?.quotes ?? [];
		assert.deepEqual([numbered?.place.number, numbered?.since.day], ['4.2', '2024-02-01']);
		assert.match(numbered?.commit ?? '', /^0+1$/);
		assert.match(numbered?.place.href ?? '', /^\/gull\/terms\/#c-/);
	});

	test('sets beside it the words of others, those of its own side first, never its own', () => {
		const { others } = pageOf('Vibe');
		assert.deepEqual(
			others.map(({ stance, isOwn, voices }) => [
				stance.id,
				isOwn,
				voices.map(({ platform }) => platform.name).toSorted(),
			]),
			[
				['trains', true, ['Auk', 'Gull', 'Ruff']],
				['does-not', false, ['Tern']],
				['you-must-not', false, ['Auk']],
			],
		);
	});

	test('shows each change of its clauses with the side that began, and the one that ended', () => {
		const { steps, more } = historyOn(platformOf('Vibe'), sidedTopic, 5);
		assert.equal(more, 0);
		assert.deepEqual(
			steps.map(({ change, begins, ends }) => [change.day, begins, ends]),
			[
				['2024-03-01', ['trains models on it'], ['does not train models on it']],
				['2024-01-01', ['does not train models on it'], []],
			],
		);
		assert.match(steps[0]?.html ?? '', /<del[^>]*>never<\/del> <ins[^>]*>may<\/ins>/);
		assert.match(steps[0]?.href ?? '', /^\/vibe\/terms\/2024-03-01\/#c-/);
	});

	test('draws as many changes as it is asked for, and says how many more there are and where', () => {
		const { steps, more, clauses } = historyOn(platformOf('Vibe'), sidedTopic, 1);
		assert.deepEqual([steps.length, more, clauses.length], [1, 1, 1]);
	});

	test('goes by the name of its topic and its platform', () => {
		assert.equal(onTitle({ name: 'Vibe' }, { name: 'AI training' }), 'AI training at Vibe');
	});
});
