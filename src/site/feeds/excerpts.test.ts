/** Words of changes are made once, and those of an agreement while its ledger is at hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { excerptAmongAll, excerptOf } from './excerpts.ts';

const clause = (fee: string) =>
	`# Terms\n\nYou pay us ${fee} for each order that you place with us, before the order is sent.\n`;
const texts = [
	'a fee',
	'a high fee and a deposit',
	'nothing at all, as before,',
	'whatever we ask of you on that day',
].map(clause);

test('those who go through all agreements by time find each ledger asked for in one run', () => {
	const { entries, platforms } = sampleArchive({ Acme: { Terms: texts }, Blue: { Terms: texts } });
	const asked: string[] = [];
	const watched = new Map(
		platforms.map(({ name, agreements: [agreement] }) => {
			assert.ok(agreement);
			const { ledger, ...rest } = agreement;
			const watching = Object.defineProperty({ ...rest }, 'ledger', {
				get: () => {
					asked.push(name);
					return ledger;
				},
			});
			return [name, watching as typeof agreement];
		}),
	);
	const prominent = entries.filter(({ change }) => change.rank === 'prominent');
	assert.ok(new Set(prominent.slice(0, 2).map(({ platform }) => platform.name)).size === 2, 'they alternate');
	const words = prominent.map((entry) =>
		excerptAmongAll({ ...entry, agreement: watched.get(entry.platform.name) ?? entry.agreement }),
	);
	const runs = asked.filter((name, index) => name !== asked[index - 1]);
	assert.equal(runs.length, 2);
	assert.ok(words.every((edits) => edits.some(({ kind }) => kind !== 'same')));
	assert.deepEqual(prominent.map(excerptOf), words);
});
