/** Which file of a site is of which kind, and how what is expected of an archive grows with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasPage } from '../../model/change.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { expectedWeight, kindOfFile, type WeighedArchive } from './file-kinds.ts';

test('each file is of one kind, and what nobody foresaw is of none', () => {
	const kinds = {
		'acme/terms/2026-06-16/index.html': 'changes',
		'acme/terms/2026-06-16-2/index.html': 'changes',
		'acme/terms/2023/index.html': 'years of changes',
		'acme/terms/index.html': 'agreements',
		'acme/terms/history/index.html': 'histories',
		'acme/terms/compare/index.html': 'comparisons',
		'acme/terms/ledger.json.gz': 'ledgers',
		'acme/terms/feed.xml': 'feeds of agreements',
		'acme/terms/timemap.link': 'time maps',
		'acme/terms/feed.json': 'feeds of agreements',
		'api/v1/agreements/acme/terms/clauses.json': 'API: clauses',
		'api/v1/agreements/acme/terms.json': 'API: the rest',
		'api/v1/index.json': 'API: the rest',
		'acme/provisions/fees/index.html': 'provisions',
		'acme/on/fees/index.html': 'platforms on topics',
		'acme/on/fees/feed.xml': 'platforms on topics',
		'acme/index.html': 'platforms',
		'acme/topics.json.gz': 'platforms',
		'topics/fees/index.html': 'topics',
		'matrix/2/index.html': 'matrix',
		'compare/index.html': 'texts and single pages',
		'digest/2026-W07/feed.xml': 'weeks and months',
		'changes/2026-06/index.html': 'weeks and months',
		'regulations/gdpr/index.html': 'texts and single pages',
		'pagefind/index/en_1.pf_index': 'search index',
		'acme/somewhere/new/index.html': 'others',
		'index.html': 'others',
	};
	for (const [file, name] of Object.entries(kinds)) assert.equal(kindOfFile(file).name, name, file);
});

const clause = (days: number): string =>
	`You tell us within ${days} days where somebody learned your password.`;
const texts = Array.from({ length: 30 }, (_, at) => `# Terms of Service\n\n${clause(10 + at)}`);
const { platforms: [tern] = [], ...rest } = sampleArchive({ Tern: { Terms: texts } });

/** So many platforms, of whose agreement so many changes are recorded, so many of them on the pages of their years. */
function archiveOf(count: number, changes: number, gathered: number): WeighedArchive {
	const [agreement] = tern?.agreements ?? [];
	assert.ok(tern && agreement);
	const recorded = agreement.changes
		.slice(0, changes)
		.map((change, at) => ({ ...change, onYearPage: hasPage(change) && at < gathered }));
	const platform = { ...tern, agreements: [{ ...agreement, changes: recorded }] };
	const platforms = Array.from({ length: count }, () => platform);
	const entries = platforms.flatMap((each) =>
		recorded.map((change) => ({ platform: each, agreement, change })),
	);
	return { ...rest, platforms, entries };
}

test('more platforms and more changes weigh more', () => {
	const size = { count: fc.integer({ min: 1, max: 40 }), changes: fc.integer({ min: 1, max: 30 }) };
	fc.assert(
		fc.property(size.count, size.changes, size.count, size.changes, (count, changes, platforms, more) => {
			const small = expectedWeight(archiveOf(count, changes, 0));
			const large = expectedWeight(archiveOf(count + platforms, Math.min(30, changes + more), 0));
			assert.ok(small < large, `${small} and ${large}`);
		}),
	);
});

test('the more changes share pages of years, the less a site weighs', () => {
	const gathered = [0, 10, 20, 30].map((some) => expectedWeight(archiveOf(20, 30, some)));
	assert.deepEqual(
		gathered,
		gathered.toSorted((one, other) => other - one),
	);
	assert.ok((gathered.at(-1) ?? 0) < 0.8 * (gathered[0] ?? 0));
});
