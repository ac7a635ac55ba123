import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decodePage } from './charset.ts';

const words = 'Плата взимается в начале каждого месяца и не возвращается.';

/** Cyrillic letters stand in one row of windows-1251, without Ё. */
function asWindows1251(text: string): Buffer {
	return Buffer.from([...text].map((sign) => inWindows1251(sign.codePointAt(0) as number)));
}

function inWindows1251(code: number): number {
	return code < 128 ? code : code - 0x410 + 0xc0;
}

const named = '<meta charset="windows-1251">';
const wrong = '<meta charset="utf-8">';
const long = `<p>${'and so on '.repeat(500)}</p>`;
const longScript = `<script>${'tell(1);'.repeat(700)}</script>`;

/** What stands before the words, in pages that are written in windows-1251. */
const pages: Readonly<Record<string, string>> = {
	'a meta of today': named,
	'a meta of old': '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
	'a meta of old, the other way round': "<META content='text/html;charset=cp1251' http-equiv=content-type>",
	'an XML declaration': '<?xml version="1.0" encoding="windows-1251"?>\n<html>',
	'another meta in a comment': `<!-- ${wrong} -->${named}`,
	'another meta in a comment that holds a sign of its end': `<!-- 1 > 0 ${wrong} -- ${wrong}-->${named}`,
	'another meta in a script': `<script>write('${wrong}')</script>${named}`,
	'another meta in a style': `<style>/* ${wrong} */</style>${named}`,
	'another meta in the title': `<title>How to write ${wrong}</title>${named}`,
	'another meta in an attribute': `<link title='${wrong}'>${named}`,
	'a tag of a script in an attribute': `<meta name=description content="<script>">${named}`,
	'an apostrophe in an attribute': `<base target=it's>${named}`,
	'a meta behind a long script': longScript + named,
	'a meta behind a long comment': `<!-- ${long} -->${named}`,
	'a meta in the body': `<body>${named}`,
	'a meta far down in the body': `<body>${long}${named}`,
	'a name that nobody knows before it': `<meta charset="martian">${named}`,
};

describe('the characters of a page in windows-1251 are told by', () => {
	for (const [what, start] of Object.entries(pages)) {
		test(what, () => {
			const { html, warnings } = decodePage(asWindows1251(`${start}<p>${words}</p>`), 'text/html');
			assert.ok(html.endsWith(`<p>${words}</p>`));
			assert.deepEqual(warnings, []);
		});
	}

	test('its header before its meta', () => {
		const bytes = asWindows1251(`${wrong}<p>${words}</p>`);
		const value = 'text/html; charset=windows-1251, text/html';
		assert.ok(decodePage(bytes, value).html.includes(words));
	});
});

describe('the characters of a page in UTF-8 are told by', () => {
	const other = '<meta charset="windows-1251">';
	for (const [what, start, header] of [
		['nothing else', '', 'text/html'],
		['a byte order mark before its header', '\ufeff', 'text/html; charset=windows-1251'],
		['a meta behind another one in a comment', `<!--${other}-->${wrong}`, 'text/html'],
		['a meta that takes it for UTF-16', '<meta charset="utf-16">', 'text/html'],
		['its bytes, where a script alone says otherwise', `<script>'${other}'</script>`, 'text/html'],
		['its bytes, where a meta far down in the body says otherwise', `${long}${other}`, 'text/html'],
		['its bytes, where the header names what nobody knows', '', 'text/html; charset=martian'],
	] as const) {
		test(what, () => {
			const { html, warnings } = decodePage(Buffer.from(`${start}<p>${words}</p>`), header);
			assert.ok(html.endsWith(`<p>${words}</p>`));
			assert.deepEqual(warnings, []);
		});
	}
});

test('UTF-16 is told by a byte order mark and by its first characters', () => {
	const page = `<?xml version="1.0"?><p>${words}</p>`;
	assert.ok(decodePage(Buffer.from(`\ufeff${page}`, 'utf16le'), '').html.includes(words));
	assert.ok(decodePage(Buffer.from(page, 'utf16le'), '').html.includes(words));
	assert.ok(decodePage(Buffer.from(`\ufeff${page}`, 'utf16le').swap16(), 'text/html').html.includes(words));
});

test('a page that says nothing and is no UTF-8 is read as windows-1252, with a warning', () => {
	const page = '<p>Die Gebühr wird zum Monatsende fällig.</p>';
	for (const start of ['', '<script>"<meta charset=utf-8>"</script>', '<!-- <meta charset="utf-8">']) {
		const { html, warnings } = decodePage(Buffer.from(`${start}${page}`, 'latin1'), 'text/html');
		assert.ok(html.endsWith(page));
		assert.equal(warnings.length, 1);
		assert.match(warnings[0] ?? '', /does not say.*read as windows-1252/);
	}
});

describe('a hostile page', () => {
	test('is decoded, whatever its bytes are', () => {
		const piece = fc.constantFrom(
			'<',
			'<!--',
			'-->',
			'<meta charset=',
			'"',
			"'",
			'>',
			'=',
			'</',
			'<script>',
			'<?xml ',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string())), fc.string(), (pieces, contentType) => {
				const { html } = decodePage(Buffer.from(pieces.join('')), contentType);
				assert.equal(typeof html, 'string');
			}),
		);
	});

	// What took time with the square of its length would take hours here.
	for (const unit of [
		...[
			'<',
			'<!',
			'<!--',
			'<a ',
			'<a b="',
			"<a b='",
			'<a b = ',
			'<p>',
			'<script>',
			'</script>',
			'<title',
			'<?xml ',
		],
		...[
			'<meta charset=x>',
			'<meta charset="',
			'<meta content="charset=',
			'<!-->',
			' = ',
			'"',
			'/',
			'<a\t\t\t\t',
		],
	]) {
		test(`that repeats ${JSON.stringify(unit)} is read in one pass`, { timeout: 120_000 }, () => {
			const bytes = Buffer.concat([Buffer.from(unit.repeat(2_000_000 / unit.length)), Buffer.from([0xe4])]);
			assert.equal(decodePage(bytes, '').html.at(-1), 'ä');
		});
	}
});
