import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CaptureFault } from './capture-fault.ts';
import { guardText } from './guards.ts';

function codeOf(text: string): string | null {
	try {
		guardText(text, 'https://tern.example/terms');
		return null;
	} catch (error) {
		return (error as CaptureFault).code;
	}
}

const clause = 'You may use the service as long as you pay the fees that are due at the end of each month.\n';

describe('a text that must not become a version', () => {
	for (const wall of [
		'Just a moment...\n\nChecking your browser before accessing tern.example.\n',
		'# Verify you are human\n\nPlease complete the action below so that we can see who you are today, thanks a lot.\n',
		'Please enable JavaScript and cookies to continue to the page that you have asked for, and try again.\n',
		'You need to enable JavaScript to run this app.\n',
		'Our systems have detected unusual traffic from your computer network. Please try your request again later.\n',
		'# Access denied\n\nYou do not have permission to access this page on this server. Reference 18.2a.\n',
		'Please complete the CAPTCHA so that we know that you are a person, and then go on to the page.\n',
	]) {
		test(`is a wall for robots: ${wall.slice(0, 40).replaceAll('\n', ' ')}…`, () => {
			assert.equal(codeOf(wall), 'bot-wall');
		});
	}

	test('is empty, or holds markup alone', () => {
		assert.equal(codeOf(''), 'empty');
		assert.equal(codeOf('---\n\n| | |\n'), 'empty');
	});

	test('is a heading alone', () => {
		assert.equal(
			codeOf('# Terms of Service\n\n[Home](https://tern.example/a/b/c/d/e/f/g/h/i/j/k/l/m)\n'),
			'short',
		);
	});
});

describe('a text that may', () => {
	test('is one sentence of a short notice', () => assert.equal(codeOf(clause), null));

	test('is a short agreement in a script without spaces', () => {
		assert.equal(codeOf('利用者は本規約に同意したものとみなします。\n'), null);
	});

	test('is an agreement that speaks of captchas, cookies and blocked requests', () => {
		const speech =
			'You must complete the CAPTCHA. Enable cookies to continue. Automated requests may be blocked: access denied.\n';
		assert.equal(codeOf(clause.repeat(12) + speech), null);
	});
});
