import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasPage } from '../../model/change.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { type LedgerFile, ledgerFile, readLedgerFile } from './ledger-json.ts';

const archive = sampleArchive({
	Tern: {
		Terms: ['You pay within thirty days.', 'You pay within nine days.', 'You pay within thirty days.'],
	},
});
const [platform] = archive.platforms;
const [agreement] = platform?.agreements ?? [];
if (platform === undefined || agreement === undefined) throw new Error('the sample holds an agreement');

function sent(): LedgerFile {
	return JSON.parse(JSON.stringify(ledgerFile(archive, platform as never, agreement as never)));
}

test('the file tells of each version what its page says', () => {
	const { versions, ledger } = readLedgerFile(sent());
	const expected = agreement.changes.map((change) => ({
		day: change.day,
		fetched: change.version.fetched.replace('.000Z', 'Z'),
		commit: change.version.commit.slice(0, 12),
		class: change.class,
		rank: change.rank,
		page: hasPage(change),
		onYearPage: change.onYearPage,
		base: change.base,
	}));
	assert.deepEqual(versions, expected);
	assert.deepEqual(ledger, agreement.ledger);
});

test('versions of one day are named as their addresses are, back-dated ones too', () => {
	const file = sent();
	const day = 86_400;
	const fetched = [1_700_000_000, day, -day, 60];
	const four = {
		fetched,
		commits: ['a', 'b', 'c', 'd'],
		classes: Array(4).fill('first'),
		ranks: Array(4).fill('low'),
		bases: [],
	};
	const days = readLedgerFile({ ...file, versions: four }).versions.map((version) => version.day);
	assert.deepEqual(days, ['2023-11-14', '2023-11-15', '2023-11-14-2', '2023-11-14-3']);
});

test('a file of a later format is refused in a sentence', () => {
	assert.throws(() => readLedgerFile({ ...sent(), format: 3 as never }), /load it anew/);
});
