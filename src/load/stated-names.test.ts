/** What declarations say of former names, and what is wrong with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormerNames } from '../model/declaration.ts';
import { statedSuccessors } from './stated-names.ts';

function names(
	platform: string,
	platforms: string[],
	agreements: Record<string, string[]> = {},
): FormerNames {
	const stated = Object.entries(agreements).flatMap(([agreement, former]) =>
		former.map((name) => ({ agreement, name })),
	);
	return { platform, platforms, agreements: stated };
}

function stated(formerly: FormerNames[], files: string[], declared: string[] = []) {
	const withEnding = (name: string) => `${name}.md`;
	const { successors, remarks } = statedSuccessors(
		formerly,
		files.map(withEnding),
		new Set(declared.map(withEnding)),
	);
	const pairs = [...successors].map(([former, fresh]) => `${former.slice(0, -3)} → ${fresh.slice(0, -3)}`);
	return { pairs, remarks: remarks.map(({ platform, name, why }) => `${platform}: ${name}: ${why}`) };
}

test('a renamed platform keeps all that it had, an agreement with its own former name under the new one', () => {
	const formerly = [names('Ex', ['Twit'], { Rules: ['Guidelines', 'Chirp/Conduct'] })];
	const files = ['Twit/Terms', 'Twit/Guidelines', 'Chirp/Conduct', 'Chirp/Terms', 'Ex/Terms'];
	assert.deepEqual(stated(formerly, files, ['Ex/Terms', 'Ex/Rules']), {
		pairs: ['Twit/Guidelines → Ex/Rules', 'Chirp/Conduct → Ex/Rules', 'Twit/Terms → Ex/Terms'],
		remarks: [],
	});
});

test('a name that says twice what was renamed is no fault', () => {
	const formerly = [names('Ex', ['Twit'], { Terms: ['Twit/Terms'] })];
	assert.deepEqual(stated(formerly, ['Twit/Terms'], ['Ex/Terms']).remarks, []);
});

test('a name of nothing, of what is declared and of what is taken is told, and joins nothing', () => {
	const formerly = [
		names('Ex', ['Nobody', 'Ex'], { Terms: ['Chirp/Terms', 'Words'] }),
		names('Why', [], { Terms: ['Chirp/Terms', 'Ex/Terms'] }),
	];
	assert.deepEqual(stated(formerly, ['Chirp/Terms', 'Ex/Terms'], ['Ex/Terms', 'Why/Terms']), {
		pairs: ['Chirp/Terms → Ex/Terms'],
		remarks: [
			'Ex: Words: the archive holds nothing of that name',
			'Why: Chirp/Terms: Chirp › Terms is a former name of Ex › Terms already',
			'Why: Ex/Terms: Ex › Terms is declared under that name',
			'Ex: Nobody: the archive holds nothing of that name',
			'Ex: Ex: it is called so today',
		],
	});
});

test('what two agreements of one platform say that they were is told, and goes to the first', () => {
	const formerly = [names('Ex', [], { Terms: ['Rules'], Conduct: ['Rules', 'Conduct'] })];
	assert.deepEqual(stated(formerly, ['Ex/Rules', 'Ex/Terms'], ['Ex/Terms', 'Ex/Conduct']), {
		pairs: ['Ex/Rules → Ex/Terms'],
		remarks: [
			'Ex: Rules: Ex › Rules is a former name of Ex › Terms already',
			'Ex: Conduct: it is called so today',
		],
	});
});
