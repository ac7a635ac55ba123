import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretsOf } from './secrets.ts';

test('a secret is a variable, or a line of ALERT_SECRETS', () => {
	const { get } = secretsOf({ ALERT_SECRETS: '\n A = one=two \r\nB=\n# C=x\n', D: 'four' });
	assert.equal(get('A'), 'one=two');
	assert.equal(get('D'), 'four');
	for (const name of ['B', 'C', 'E'])
		assert.throws(() => get(name), new RegExp(`the secret ${name} is missing`));
});

test('what was got is hidden in whatever is said later, and so are its parts', () => {
	const { get, hide } = secretsOf({
		HOOK: 'https://hooks.example.org/services/T0AAAAAAA/secretpart',
		SMTP: 'smtps://user%40x.example:p%40ssword@mail.example.org',
		LIST: 'a@tern.example, b@tern.example',
	});
	for (const name of ['HOOK', 'SMTP', 'LIST']) get(name);
	const said = [
		'Failed to parse URL from https://hooks.example.org/services/T0AAAAAAA/secretpart',
		'POST /services/T0AAAAAAA/secretpart 404',
		'no_service secretpart',
		'535 user@x.example p@ssword refused',
		'550 b@tern.example unknown',
	];
	for (const text of said) {
		assert.doesNotMatch(hide(text), /secretpart|T0AAAAAAA|p@ssword|p%40ssword|user@x|b@tern/);
		assert.match(hide(text), /\((?:HOOK|SMTP|LIST)\)/);
	}
	assert.equal(hide('it answered 404'), 'it answered 404');
});
