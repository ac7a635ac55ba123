import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CaptureFault } from './capture-fault.ts';
import { guardText } from './wall-pages.ts';

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

	for (const [code, texts] of Object.entries({
		'consent-wall': [
			'# We value your privacy\n\nWe and our 842 partners store and access information on a device, such as cookies, to show advertisements.\n\nManage choices\n\nAccept all\n',
			'Wir verwenden Cookies, damit diese Seite Ihnen das zeigt, was Sie sehen wollen. Sie können das jederzeit ändern.\n\nAlle akzeptieren\n',
			'Nous utilisons des cookies pour mesurer l’audience de ce site et vous montrer des annonces.\n\n[Continuer sans accepter](https://tern.example/)\n',
		],
		'login-wall': [
			'# Log in\n\nYou must log in to continue.\n\nEmail\n\nPassword\n\nForgot password?\n',
			'Bitte geben Sie Ihre Adresse und Ihr Passwort ein.\n\nPasswort vergessen?\n\nNoch kein Konto? Jetzt anlegen.\n',
		],
		maintenance: [
			'# We’ll be back soon\n\nThe site is down for maintenance. Thank you for your patience; nothing of yours is lost.\n',
			'Wegen Wartungsarbeiten ist diese Seite heute nicht erreichbar. Wir bitten um Ihr Verständnis.\n',
		],
		'soft-404': [
			'# 404\n\nThe page you are looking for could not be found. It may have been moved, or you may have mistyped it.\n',
			'Oups ! La page que vous cherchez est introuvable. Retournez à l’accueil ou cherchez autre chose.\n',
			'ページが見つかりません。お探しのページは移動または削除された可能性があります。\n',
		],
		'error-page': [
			'# Something went wrong\n\nAn unexpected error occurred while we made this page for you. Please try it again in a minute.\n',
			'This content is not available in your region. We are sorry for that and work on a version for you.\n',
		],
	})) {
		for (const text of texts) {
			test(`is a ${code}: ${text.slice(0, 40).replaceAll('\n', ' ')}…`, () =>
				assert.equal(codeOf(text), code));
		}
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

	test('is a line of Hindi: a vowel sign is part of its word', () => {
		assert.equal(codeOf('सेवा की शर्तें जल्द ही यहाँ उपलब्ध होंगी। कृपया कुछ दिनों के बाद फिर से देखें।\n'), 'short');
	});
});

describe('a text that may', () => {
	test('is one sentence of a short notice', () => assert.equal(codeOf(clause), null));

	for (const [language, agreement] of [
		['Japanese', '利用者は本規約に同意したものとみなします。'],
		['Lao', 'ຜູ້ໃຊ້ຕ້ອງຈ່າຍຄ່າທຳນຽມທຸກເດືອນ'],
		['Khmer', 'អ្នកប្រើត្រូវបង់ថ្លៃសេវាជារៀងរាល់ខែ។'],
	]) {
		test(`is a short agreement in a script without spaces: ${language}`, () => {
			assert.equal(codeOf(`${agreement}\n`), null);
		});
	}

	test('is a short policy about accepting and rejecting cookies', () => {
		const policy =
			'We use cookies to keep you signed in. You may accept all cookies or reject all but the necessary ones in the settings. ';
		assert.equal(codeOf(`${policy}\n\n${clause}`), null);
	});

	test('is an agreement that speaks of captchas, cookies and blocked requests', () => {
		const speech =
			'You must complete the CAPTCHA. Enable cookies to continue. Automated requests may be blocked: access denied.\n';
		assert.equal(codeOf(clause.repeat(12) + speech), null);
	});
});
