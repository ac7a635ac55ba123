import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { movingPageOf } from './moving-page.ts';

const address = 'https://tern.example/legal/terms';
const note = `<p>${'Please wait, our terms have a new place and you get there. '.repeat(3)}</p>`;
const terms = `<main>${'<p>You may use the service as long as you pay all fees that are due for it.</p>'.repeat(20)}</main>`;
const moving = (html: string) => movingPageOf({ html, address });
const meta = (content: string) => `<meta http-equiv="refresh" content="${content}">`;

describe('a page that sends its readers on', () => {
	for (const [html, target] of [
		[`<head>${meta('0; url=/new')}</head>${note}`, '/new'],
		[
			`<META CONTENT='3;URL="https://b.example/a?b=1&amp;c=2"' HTTP-EQUIV=Refresh>${note}`,
			'https://b.example/a?b=1&c=2',
		],
		[`${meta("5 , URL = 'new' ")}${note}`, 'new'],
		[`${meta('0 new')}${note}`, 'new'],
		[`${meta('.5; new')}${note}`, 'new'],
		[`${meta('0')}${note}`, ''],
		[`${meta('2;url=#top')}${note}`, '#top'],
		[`${meta('30;url=/new')}${note}`, '/new'],
		[`${meta('0;url=/new')}${terms}`, '/new'],
		[`${meta('x;url=/no')}${meta('0;url=/first')}${meta('0;url=/second')}`, '/first'],
		[`<noscript>${meta('0;url=/none')}</noscript>${meta('0;url=/all')}`, '/all'],
	] as const)
		test(`by a tag: ${html.slice(0, 70)}`, () => {
			assert.deepEqual(moving(html), { by: 'meta', target });
		});

	for (const [html, target] of [
		['<script>location="/new"</script>', '/new'],
		[
			"<body><script>window.location.href = 'https:\\/\\/b.example\\/x'</script></body>",
			'https://b.example/x',
		],
		[`${note}<script>top.location.replace("/new")</script>`, '/new'],
		['<script>document.location.assign(`/new`);</script>', '/new'],
		[`<noscript>${meta('0;url=/plain')}${note}</noscript>`, '/plain'],
	] as const)
		test(`by a script: ${html.slice(0, 70)}`, () => {
			assert.deepEqual(moving(html), { by: 'script', target });
		});
});

test('a header sends readers on as the tag does', () => {
	const sent = (header: string) => movingPageOf({ html: note, address }, header);
	assert.deepEqual(sent('0; url=/new'), { by: 'meta', target: '/new' });
	assert.deepEqual(sent('3;URL="/new"'), { by: 'meta', target: '/new' });
	assert.equal(sent('1800; url=/logout'), null);
	assert.equal(sent('soon'), null);
});

describe('a page that stays', () => {
	for (const html of [
		note,
		`${meta('30;url=/new')}${terms}`,
		`${meta('1800;url=/logout')}${note}`,
		`${meta('300')}${note}`,
		`<!-- ${meta('0;url=/new')} -->${note}`,
		`<script>const old = '${meta('0;url=/new')}'</script>${note}`,
		`<textarea>${meta('0;url=/new')}</textarea>${note}`,
		`<noscript>${meta('0;url=/plain')}</noscript>${terms}`,
		`${terms}<script>location = "/new"</script>`,
		`${note}<script>if (top !== self) top.location = self.location; my.location = "/x"; relocation = "/y"</script>`,
		`<script>location = "/legal/terms#top"</script>${note}`,
		`<meta name="refresh" content="0;url=/new">${note}`,
		`${meta('')}${note}`,
	])
		test(html.slice(0, 90), () => assert.equal(moving(html), null));

	test('however long it is', () => {
		for (const unit of [
			'<meta ',
			'location',
			'<noscript>',
			'<script>',
			'window.',
			'<meta http-equiv=refresh content=0 ',
			'. ',
		]) {
			const begun = performance.now();
			moving(unit.repeat(250_000 / unit.length));
			assert.ok(performance.now() - begun < 10_000, unit);
		}
	});
});
