import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { profileOf } from './text-profile.ts';
import { whatDiffers } from './what-differs.ts';

const recorded = 'We keep it.\n\nYou pay the fees.\n';

function told(text: string, beside: string | null = recorded): readonly string[] {
	return whatDiffers(profileOf(text), beside === null ? null : profileOf(beside));
}

test('a held text shows the lines that came in and those that went out, whatever moved', () => {
	assert.deepEqual(told('You PAY the fees!\n\nWe sell it.\n'), ['+ We sell it.', '− We keep it.']);
	assert.deepEqual(told(recorded), []);
});

test('a first text shows how it begins, and how much more there is', () => {
	const lines = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
	const text = `# ${[...lines, 'I'].join('\n\n')}\n`;
	assert.deepEqual(told(text, null), [...lines.map((line) => `+ ${line}`), '+ 1 line more']);
});

test('what is shown stays short, and each sign of it is seen, whatever the texts are', () => {
	const text = fc.array(fc.string({ unit: 'binary', maxLength: 400 })).map((lines) => lines.join('\n\n'));
	fc.assert(
		fc.property(text, fc.option(text), (shown, other) => {
			const lines = told(shown, other);
			assert.ok(lines.length <= 18);
			for (const line of lines)
				assert.ok(line.length < 200 && /^[+−] /.test(line) && !/\p{Cc}/u.test(line), line);
		}),
	);
});
