/** What a person is told of a heavy site, and when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withYearPages } from '../load/year-pages.ts';
import type { Archive } from '../model/archive.ts';
import { sampleArchive } from '../samples/sample-archive.ts';
import { expectedWarning, weightWarning } from './weight-advice.ts';

const clause = (days: number): string =>
	`You tell us within ${days} days where somebody learned your password.`;
// Three years and a half, a change a month.
const texts = Array.from({ length: 42 }, (_, at) => `# Terms of Service\n\n${clause(10 + at)}`);
const archive = sampleArchive({ Tern: { Terms: texts } });

/** With the changes before this year on the pages of their years. */
function gathered(before: string): Archive {
	return { ...archive, platforms: withYearPages(archive.platforms, before), yearPagesBefore: before };
}

test('a site far below the limit is not spoken of', () => {
	assert.equal(weightWarning(archive, 'dist', 799_000_000), null);
	assert.equal(expectedWarning(archive, 'dist'), null);
});

test('of one that nears the limit the weight is said, and the smallest step that is enough', () => {
	const warning = weightWarning(archive, 'dist', 870_000_000);
	assert.equal(warning?.what, 'the site weighs 870 MB, and GitHub Pages takes 1,000 MB at most');
	const stepAt = (bytes: number) =>
		/yearPagesAfter: (\d) .* about (\d+) MB\. Without/.exec(
			weightWarning(archive, 'dist', bytes)?.remedy ?? '',
		) ?? [];
	const [, years, weight] = stepAt(870_000_000);
	const [, fewer] = stepAt(950_000_000);
	assert.ok(Number(weight) < 800 && Number(weight) > 600, weight);
	assert.ok(Number(years) > Number(fewer), `${years} and ${fewer}`);
});

test('of one that is refused that is said, and where older changes are not enough, what comes next', () => {
	const warning = weightWarning(archive, 'dist', 4_000_000_000);
	assert.match(
		warning?.what ?? '',
		/^the site weighs 4,000 MB, and GitHub Pages refuses more than 1,000 MB$/,
	);
	assert.match(warning?.remedy ?? '', /yearPagesAfter: 0 .*part the collection into several sites/);
});

test('what the API weighs is said where there is one', () => {
	const said = (api: boolean) =>
		weightWarning({ ...archive, collection: { ...archive.collection, api } }, 'dist', 900_000_000)?.remedy ??
		'';
	const [, less] =
		/by api: false in collection\.yml, it weighs about (\d+) MB less\.$/.exec(said(true)) ?? [];
	assert.ok(Number(less) > 0 && Number(less) < 450, less);
	assert.doesNotMatch(said(false), /API/);
});

test('no step is proposed that the archive has taken', () => {
	const remedyOf = (before: string): string =>
		weightWarning(gathered(before), 'dist', 900_000_000)?.remedy ?? '';
	assert.match(remedyOf('2025'), /yearPagesAfter: [01] /);
	assert.match(remedyOf('2027'), /^Older changes share pages as far as they can: part the collection/);
});

test('a heavy archive is told of before anything is rendered', () => {
	const [tern] = archive.platforms;
	assert.ok(tern);
	const platforms = Array.from({ length: 1_500 }, () => tern);
	assert.match(
		expectedWarning({ ...archive, platforms }, 'dist')?.what ?? '',
		/^the site will weigh about [\d,]+ MB/,
	);
});
