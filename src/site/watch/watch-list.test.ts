/** A watchlist survives being written and read, and whatever else a browser may hand out in its place. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
	changesPath,
	emptyWatchList,
	mostItems,
	noLooks,
	readLooks,
	readWatchList,
	type WatchList,
	watchAgreement,
	watchPlatform,
	watchTopic,
	withItem,
	withoutItem,
	writeLooks,
	writeWatchList,
} from './watch-list.ts';

const pellmell = { name: 'Pellmell', slug: 'pellmell' };
const privacy = { name: 'Privacy Policy', slug: 'privacy-policy' };
const look = { at: '2026-11-12T09:30:00.000Z', seen: '2026-11-11T04:12:07Z', marked: false };

const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const items = fc.uniqueArray(
	fc.record(
		{
			path: fc.oneof(
				slug,
				fc.tuple(slug, slug).map((parts) => parts.join('/')),
			),
			name: fc.string({ minLength: 1 }).filter((name) => /\S/.test(name)),
		},
		{ noNullPrototype: true },
	),
	{ selector: ({ path }) => path, maxLength: 8 },
);

describe('a list that was written', () => {
	test('is read as it was', () => {
		fc.assert(
			fc.property(items, fc.boolean(), (items, visited) => {
				const list: WatchList = { items, visit: visited ? look : null, before: visited ? look : null };
				assert.deepEqual(readWatchList(writeWatchList(list)), { list, trouble: '', writable: true });
			}),
		);
	});

	test('names each item by the folder of its page', () => {
		assert.equal(watchPlatform(pellmell).path, 'pellmell');
		assert.deepEqual(watchAgreement(pellmell, privacy), {
			path: 'pellmell/privacy-policy',
			name: 'Pellmell Privacy Policy',
		});
		assert.equal(watchTopic({ name: 'AI training', id: 'ai-training' }).path, 'topics/ai-training');
	});

	test('finds an agreement’s changes among those of its platform', () => {
		assert.equal(changesPath(watchPlatform(pellmell)), 'pellmell/changes.json');
		assert.equal(changesPath(watchAgreement(pellmell, privacy)), 'pellmell/changes.json');
		assert.equal(changesPath({ path: 'topics/arbitration' }), 'topics/arbitration/changes.json');
	});
});

describe('a list that was not written so', () => {
	test('never throws and never lets in what is no item', () => {
		const anything = fc.oneof(
			fc.string(),
			fc.json(),
			fc.object().map((value) => JSON.stringify(value)),
		);
		const half = fc.anything().map((items) => JSON.stringify({ format: 1, items }) ?? '');
		fc.assert(
			fc.property(fc.oneof(anything, half), (kept) => {
				const { list } = readWatchList(kept);
				for (const { path, name } of list.items) {
					assert.match(path, /^[a-z0-9-]+(\/[a-z0-9-]+)?$/);
					assert.notEqual(name.trim(), '');
				}
			}),
		);
	});

	test('is said to be damaged where it is cut off', () => {
		const whole = writeWatchList({ ...emptyWatchList, items: [watchPlatform(pellmell)] });
		const { list, trouble, writable } = readWatchList(whole.slice(0, -5));
		assert.deepEqual(list, emptyWatchList);
		assert.match(trouble, /damaged/);
		assert.ok(writable);
	});

	test('keeps what can be read and counts the rest', () => {
		const odd = [{ path: '../etc' }, 7, { path: 'javascript:alert(1)' }, { path: 'a/b/c' }, null];
		const { list, trouble } = readWatchList(
			JSON.stringify({ format: 1, items: [watchPlatform(pellmell), ...odd] }),
		);
		assert.deepEqual(list.items, [watchPlatform(pellmell)]);
		assert.match(trouble, /^5 entries .* were left out/);
	});

	test('is read without a visit where an older program knew of none, and without a name', () => {
		const { list, trouble } = readWatchList('{"items":[{"path":"pellmell"}],"visit":"yesterday"}');
		assert.deepEqual(list, { items: [{ path: 'pellmell', name: 'pellmell' }], visit: null, before: null });
		assert.equal(trouble, '');
	});

	test('is left alone where a later program wrote it', () => {
		const { list, trouble, writable } = readWatchList('{"format":2,"items":{"a":1}}');
		assert.deepEqual(list, emptyWatchList);
		assert.match(trouble, /newer edition/);
		assert.equal(writable, false);
	});
});

test('an item is on the list once, goes off it, and a full list takes no more', () => {
	const item = watchPlatform(pellmell);
	const once = withItem(withItem(emptyWatchList, item), item);
	assert.deepEqual(once.items, [item]);
	assert.deepEqual(withoutItem(once, item.path).items, []);
	const full = Array.from({ length: mostItems }, (_, index) => ({ path: `p${index}`, name: 'P' }));
	assert.equal(withItem({ ...emptyWatchList, items: full }, item).items.length, mostItems);
});

test('visits to a page without a list survive being written and read; of what is damaged there are none', () => {
	const looks = { visit: look, before: null };
	assert.deepEqual(readLooks(writeLooks(looks)), looks);
	for (const kept of [
		null,
		'',
		'{',
		'[]',
		'{"format":2,"visit":{}}',
		'{"format":1,"visit":{"at":"soon","seen":"then"}}',
	])
		assert.deepEqual(readLooks(kept), noLooks);
});
