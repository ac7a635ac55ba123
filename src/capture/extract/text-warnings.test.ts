import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textWarnings } from './text-warnings.ts';

const clause = 'You may use the service as long as you pay all fees that are due in time.';

describe('warnings', () => {
	test('name what is likely no part of an agreement, by its line', () => {
		const links = Array.from({ length: 9 }, (_, at) => `- [Page ${at}](https://tern.example/${at})`).join(
			'\n',
		);
		const text = `# Terms\n\n${links}\n\n${clause}\n\nwindow.dataLayer = []\n\nWas this article helpful?\n\nAccept all cookies\n`;
		const found = textWarnings(text).map(({ at, what }) => `${at} ${what.split(':')[0]}`);
		assert.deepEqual(found, [
			'3 9 lines in a row that are links alone',
			'15 code of the page',
			'17 page furniture',
			'19 a notice of cookies',
		]);
	});

	test('pass over an agreement that speaks of cookies, dates and sign-in', () => {
		const text = `${clause}\nWe use cookies to remember you, as our policy says.\nYou must sign in to your account.\nUpdated on 3 May 2024.\n`;
		assert.deepEqual(textWarnings(text), []);
	});
});
