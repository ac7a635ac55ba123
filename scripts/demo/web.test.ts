import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { load } from 'cheerio';
import { fetch, ProxyAgent } from 'undici';
import { loadDemoPlatforms, revisionOn } from './demo-platforms.ts';
import { pageDesigns } from './page-designs.ts';
import { agreementMarkdown } from './render-page.ts';
import { type DemoWeb, startDemoWeb } from './web.ts';

const platforms = loadDemoPlatforms();
const terms = 'http://versolette.example/legal/terms';

describe('the demonstration web over its proxy', () => {
	let web: DemoWeb;
	let dispatcher: ProxyAgent;
	before(async () => {
		web = await startDemoWeb(platforms);
		dispatcher = new ProxyAgent(web.proxy);
	});
	after(async () => {
		await dispatcher.close();
		await web.close();
	});

	function get(address: string, day: string) {
		web.setNow(new Date(`${day}T04:12:00Z`));
		return fetch(address, { dispatcher });
	}

	it('shows in the captured part of each page the words of that day, and no furniture', async () => {
		for (const platform of platforms) {
			for (const agreement of platform.agreements) {
				const day = '2026-11-22';
				const revision = revisionOn(agreement, day);
				assert.ok(revision);
				if (revision.fault !== null && revision.fault !== 'cut-short') continue;
				const bytes = await (await get(agreement.address, day)).arrayBuffer();
				const page = load(new TextDecoder(platform.charset).decode(bytes));
				const { select, remove = [] } = pageDesigns[platform.design];
				for (const selector of [...remove, 'p.updated']) page(selector).remove();
				assert.equal(page(select).length, 1, agreement.address);
				const expected = agreementMarkdown({ platform, agreement, revision, day });
				assert.equal(letters(page(select).text()), letters(expected.replace(/\]\([^)]*\)|^\| ---.*$/gm, '')));
			}
		}
	});

	it('changes with the clock', async () => {
		assert.match(await (await get(terms, '2022-02-07')).text(), /at least 60 days before the change applies/);
		assert.match(await (await get(terms, '2022-02-08')).text(), /at least 30 days before the change applies/);
	});

	it('has no page before its first revision', async () => {
		assert.equal((await get(terms, '2020-11-23')).status, 404);
	});

	it('gives every request other links in the menu and the same ones again on a second run', async () => {
		const first = await (await get(terms, '2021-01-01')).text();
		const second = await (await fetch(terms, { dispatcher })).text();
		assert.notEqual(first, second);
		assert.equal(await (await get(terms, '2021-01-01')).text(), first);
	});

	it('serves an overloaded server, a bot wall and an empty page on their days', async () => {
		assert.equal((await get('http://pellmell.example/about/terms', '2024-12-17')).status, 503);
		const wall = await get('http://ostlery.example/legal/driver-terms', '2023-05-23');
		assert.equal(wall.status, 200);
		assert.match(await wall.text(), /checking your browser/);
		const empty = await get('http://gannetry-cloud.example/legal/developer-terms', '2024-04-16');
		const page = load(await empty.text());
		page('.document-tools').remove();
		assert.equal(page('article.document').text().trim(), '');
	});

	it('redirects the old address of a page', async () => {
		const answer = await get('http://www.gannetry-cloud.example/agreement.html', '2021-01-01');
		assert.equal(answer.url, 'http://gannetry-cloud.example/legal/customer-agreement');
	});

	it('answers requests that name the whole address in their first line', async () => {
		web.setNow(new Date('2021-01-01'));
		assert.equal(await plainProxyStatus(web.proxy, terms), 200);
		assert.equal(await plainProxyStatus(web.proxy, 'http://example.com/'), 502);
	});

	it('opens no tunnel to a host that is not invented here', async () => {
		assert.equal(await tunnelStatus(web.proxy, 'versolette.example:80'), 200);
		assert.equal(await tunnelStatus(web.proxy, 'example.com:443'), 502);
		assert.equal(await tunnelStatus(web.proxy, 'versolette.example.com:80'), 502);
	});
});

function plainProxyStatus(proxy: string, address: string): Promise<number | undefined> {
	const { hostname, port } = new URL(proxy);
	return new Promise((resolve, reject) => {
		const asked = request(
			{ hostname, port, path: address, headers: { host: new URL(address).host } },
			(answer) => {
				answer.resume();
				resolve(answer.statusCode);
			},
		);
		asked.on('error', reject).end();
	});
}

function tunnelStatus(proxy: string, target: string): Promise<number | undefined> {
	const { hostname, port } = new URL(proxy);
	return new Promise((resolve, reject) => {
		const asked = request({ hostname, port, method: 'CONNECT', path: target });
		asked.on('connect', (answer, socket) => {
			socket.destroy();
			resolve(answer.statusCode);
		});
		asked.on('error', reject).end();
	});
}

function letters(text: string): string {
	return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
