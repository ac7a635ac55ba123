/** Who goes on under another name, and who only says the same as somebody else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { possibleSuccessions, type Recorded, successorsOf } from './successors.ts';

interface Sketch extends Recorded {
	readonly first: string;
	readonly last: string;
}

/** Recorded at these places of the order of commits, with its first and its last text; one that changed goes on. */
function recorded(file: string, begin: number, end: number, first: string, last = first): Sketch {
	return { file: `${file}.md`, begin, end, first, last, goesOn: first !== last, isGone: false };
}

function successors(files: readonly Sketch[], declared: readonly string[] = []): [string, string][] {
	const possible = possibleSuccessions(files, new Set(declared.map((file) => `${file}.md`)));
	const same = possible.filter(({ former, fresh }) => former.last === fresh.first);
	return [...successorsOf(same)].map(([former, fresh]) => [former.slice(0, -3), fresh.slice(0, -3)]);
}

describe('an agreement goes on', () => {
	const old = recorded('Twit/Terms', 0, 4, 'a', 'b');

	test('at a platform that begins with its last text, once its own has ended and that text has changed', () => {
		assert.deepEqual(successors([old, recorded('Ex/Terms', 5, 9, 'b', 'c')]), [['Twit/Terms', 'Ex/Terms']]);
	});

	test('under another name at its own platform', () => {
		assert.deepEqual(successors([old, recorded('Twit/Rules', 5, 5, 'b')]), [['Twit/Terms', 'Twit/Rules']]);
	});

	test('under two names one after the other', () => {
		const files = [old, recorded('Ex/Terms', 5, 6, 'b', 'c'), recorded('Ex/Rules', 7, 8, 'c', 'd')];
		assert.deepEqual(successors(files), [
			['Twit/Terms', 'Ex/Terms'],
			['Ex/Terms', 'Ex/Rules'],
		]);
	});

	test('at another platform without a change of its text, where its own file was taken away', () => {
		const gone = { ...old, isGone: true };
		const fresh = recorded('Ex/Terms', 5, 5, 'b');
		assert.deepEqual(successors([gone, fresh]), [['Twit/Terms', 'Ex/Terms']]);
		assert.deepEqual(successors([old, fresh]), []);
	});
});

describe('a service of the same words is no successor', () => {
	const fresh = recorded('Ex/Terms', 5, 9, 'b', 'c');

	test('of an agreement that has a later record', () => {
		assert.deepEqual(successors([recorded('Twit/Terms', 0, 6, 'a', 'b'), fresh]), []);
	});

	test('of a platform that has a later record of something else', () => {
		const files = [recorded('Twit/Terms', 0, 4, 'a', 'b'), recorded('Twit/Privacy', 1, 7, 'p', 'q'), fresh];
		assert.deepEqual(successors(files), []);
	});

	test('of another text, whatever its name and its platform', () => {
		const files = [
			recorded('Twit/Terms', 0, 4, 'a', 'b'),
			recorded('Twit/Privacy', 1, 3, 'p', 'q'),
			fresh,
			recorded('Ex/Privacy', 6, 8, 'r', 's'),
		];
		assert.deepEqual(successors(files), [['Twit/Terms', 'Ex/Terms']]);
	});

	test('of what is declared', () => {
		assert.deepEqual(successors([recorded('Twit/Terms', 0, 4, 'a', 'b'), fresh], ['Twit/Terms']), []);
	});

	test('where several ended with its text, or several began with it', () => {
		const olds = ['Twit/Terms', 'Chirp/Terms'].map((file) => recorded(file, 0, 4, 'a', 'b'));
		assert.deepEqual(successors([...olds, fresh]), []);
		const news = ['Ex/Terms', 'Why/Terms'].map((file) => recorded(file, 5, 9, 'b', 'c'));
		assert.deepEqual(successors([olds[0] as Sketch, ...news]), []);
	});

	test('but of its own platform, whoever else has the same words', () => {
		const olds = ['Ex/Old terms', 'Twit/Terms'].map((file) => recorded(file, 0, 4, 'a', 'b'));
		assert.deepEqual(successors([...olds, fresh]), [['Ex/Old terms', 'Ex/Terms']]);
	});
});
