import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agreement, Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { timeMap } from './time-map.ts';

const keep = 'You keep all rights in the content that you put here.';
const pay = 'You pay within thirty days of our invoice to you.';

function sample(texts: readonly (string | null)[]): { platform: Platform; agreement: Agreement } {
	const [platform] = sampleArchive({ Tern: { Terms: texts } }).platforms;
	const [agreement] = platform?.agreements ?? [];
	assert.ok(platform && agreement);
	return { platform, agreement };
}

/** Relation and attributes of each link, by its address. */
function linksOf(map: string): Map<string, string> {
	const links = map.trimEnd().split(',\n');
	return new Map(
		links.map((link) => {
			const [, address = '', rest = ''] = /^<([^<>]+)>;(.*)$/.exec(link) ?? [];
			return [address, rest];
		}),
	);
}

test('each version that has a text is a memento, read where its whole text is shown', () => {
	const { platform, agreement: recorded } = sample([keep, `${keep}\n\n${pay}`, keep]);
	const [first = '', second = ''] = recorded.versions.map(({ fetched }) => fetched);
	const changes = recorded.changes.map((change, at) =>
		at < 2 ? change : { ...change, version: { ...change.version, blob: null } },
	);
	const agreement = { ...recorded, changes };
	const base = 'http://localhost:4321/tern/terms/';
	const [from, until] = [first, second].map((fetched) => new Date(fetched).toUTCString());
	assert.deepEqual(
		[...linksOf(timeMap(platform, agreement))],
		[
			['https://acme.example/terms', 'rel="original"'],
			[`${base}timemap.link`, `rel="self";type="application/link-format";from="${from}";until="${until}"`],
			[`${base}compare/?at=${first.slice(0, 10)}`, `rel="first memento";datetime="${from}"`],
			[`${base}compare/?at=${second.slice(0, 10)}`, `rel="last memento";datetime="${until}"`],
		],
	);
	assert.match(from ?? '', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
});

test('a version that gave way to another on its day is read where its change is', () => {
	const { platform, agreement } = sample([keep, `${keep}\n\n${pay}`, pay]);
	const day = agreement.versions[1]?.fetched.slice(0, 10);
	const [version, gone, newest] = agreement.versions.map((each) => ({
		...each,
		fetched: `${day}T04:00:00Z`,
	}));
	assert.ok(version && gone && newest);
	const versions = [version, gone, newest];
	const changes = agreement.changes.map((change, at) => ({ ...change, version: versions[at] ?? version }));
	const addresses = [...linksOf(timeMap(platform, { ...agreement, versions, changes })).keys()];
	assert.equal(new Set(addresses).size, 5, 'no two versions have one address');
	assert.match(addresses.at(-1) ?? '', /compare\/\?at=/);
	assert.match(addresses[2] ?? '', /\/tern\/terms\/\d{4}-\d\d-\d\d\/$/);
});

test('the original is the page that was fetched, and nothing that a commit says ends its link', () => {
	const { platform, agreement } = sample([keep]);
	const [version] = agreement.versions;
	assert.ok(version);
	const withSources = (sources: readonly string[]) => ({
		...agreement,
		versions: [{ ...version, evidence: { ...version.evidence, sources } }],
	});
	const original = (sources: readonly string[]) => timeMap(platform, withSources(sources)).split('\n')[0];
	assert.equal(
		original(['https://tern.example/a>;rel="x"', 'https://tern.example/b']),
		'<https://tern.example/a%3E;rel=%22x%22>;rel="original",',
	);
	assert.equal(original(['javascript:alert(1)']), '<http://localhost:4321/tern/terms/>;rel="original",');
});

test('one version is the first and the last', () => {
	const { platform, agreement } = sample([keep]);
	assert.match(timeMap(platform, agreement), /rel="first last memento"/);
});
