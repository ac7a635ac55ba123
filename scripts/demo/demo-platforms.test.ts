import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { dayLength } from '../../src/text/day-length.ts';
import { loadDemoPlatforms, revisionOn } from './demo-platforms.ts';
import { agreementMarkdown } from './render-page.ts';
import { captureChecks, captureGap, demoToday } from './schedule.ts';

const platforms = loadDemoPlatforms();
const agreements = platforms.flatMap((platform) =>
	platform.agreements.map((agreement) => ({ platform, agreement })),
);
const revisions = agreements.flatMap(({ agreement }) => agreement.revisions);
const recorded = revisions.filter((revision) => revision.class !== 'none');

describe('the demonstration web as written', () => {
	it('has 6 platforms, 16 agreements and 80 recorded revisions at least, in two languages', () => {
		assert.ok(platforms.length >= 6);
		assert.ok(agreements.length >= 16);
		assert.ok(recorded.length >= 80);
		const german = platforms
			.filter((platform) => platform.language === 'de')
			.flatMap((each) => each.agreements);
		assert.ok(german.length >= 2);
	});

	it('reaches from November 2020 into the last week before today', () => {
		const days = recorded.map((revision) => revision.on).sort();
		assert.equal(days[0].slice(0, 7), '2020-11');
		assert.ok((days.at(-1) as string) < demoToday);
		assert.ok(days.filter((day) => day >= '2026-11-16').length >= 5);
	});

	it('shows every kind of event that the archive has to tell apart', () => {
		const classes = new Set(revisions.map((revision) => revision.class));
		for (const each of [
			'numbers',
			'cosmetic',
			'reordered',
			'minor',
			'language',
			'flap',
			'lost',
			'none',
		] as const) {
			assert.ok(classes.has(each), each);
		}
		const faults = new Set(revisions.map((revision) => revision.fault));
		for (const each of ['empty', 'bot-wall', 'unavailable', 'gone', 'cut-short'] as const)
			assert.ok(faults.has(each), each);
	});

	for (const { platform, agreement } of agreements) {
		it(`${platform.name} ${agreement.name}: each revision differs from the one before it, if it says so`, () => {
			const pages = agreement.revisions.map((revision) => {
				const dated = agreement.updated === 'inside' ? revision.dated : '';
				return dated + agreementMarkdown({ platform, agreement, revision, day: '2021-01-01' });
			});
			for (const [index, revision] of agreement.revisions.entries()) {
				if (index === 0 || revision.fault || agreement.revisions[index - 1].fault) continue;
				const differs = pages[index] !== pages[index - 1];
				assert.equal(differs, revision.class !== 'none', `${revision.on}: ${revision.why}`);
			}
		});
	}

	it('has its pages checked on the day of every revision outside the gap, and nothing in the gap', () => {
		const checks = captureChecks(platforms).map(({ moment, platforms }) => ({
			day: moment.toISOString().slice(0, 10),
			platforms,
		}));
		const days = checks.map(({ day }) => day);
		assert.deepEqual(days, [...new Set(days)].sort());
		const inGap = ({ on }: { on: string }) => on >= captureGap.first && on <= captureGap.last;
		assert.deepEqual(
			days.filter((on) => inGap({ on })),
			[],
		);
		for (const { platform, agreement } of agreements) {
			for (const { on } of agreement.revisions.filter((revision) => !inGap(revision))) {
				const check = checks.find(({ day }) => day === on);
				assert.ok(check && (check.platforms?.includes(platform.name) ?? true), `${platform.name} on ${on}`);
			}
		}
	});

	it('is checked whole right after the gap and on the eve of today', () => {
		const whole = captureChecks(platforms).filter((check) => check.platforms === null);
		const days = whole.map(({ moment }) => moment.toISOString().slice(0, 10));
		assert.ok(days.includes('2023-08-29'));
		assert.equal(days.at(-1), '2026-11-22');
	});

	it('holds a fault for its own day alone', () => {
		const faulty = agreements.flatMap(({ agreement }) =>
			agreement.revisions.filter(({ fault }) => fault).map((revision) => ({ agreement, revision })),
		);
		for (const { agreement, revision } of faulty) {
			const next = new Date(Date.parse(revision.on) + dayLength).toISOString().slice(0, 10);
			assert.equal(revisionOn(agreement, revision.on)?.fault, revision.fault);
			if (agreement.revisions.some(({ on }) => on === next)) continue;
			assert.equal(revisionOn(agreement, next)?.fault, null);
		}
	});
});

describe('a history that is wrong', () => {
	const head = 'name: Terms\naddress: http://a.example/terms\nupdated: outside\nhistory:\n';
	const first = '  - { on: 2021-01-02, class: first, why: first, text: base.md }\n';
	for (const [fault, entries, message] of [
		[
			'an edit whose words are gone',
			`${first}  - { on: 2021-02-02, class: substantive, why: x, edits: [{ remove: gone }] }\n`,
			/history\.yml 2021-02-02.*"gone" stands 0 times/s,
		],
		[
			'days out of order',
			`${first}  - { on: 2021-01-01, class: none, why: x, menu: New }\n`,
			/2021-01-01.*stands before an earlier day/s,
		],
		[
			'a day to restore that is none',
			`${first}  - { on: 2021-02-02, class: flap, why: x, restore: 2021-01-05 }\n`,
			/no revision of 2021-01-05/,
		],
		[
			'no text at first',
			'  - { on: 2021-01-02, class: first, why: first, menu: New }\n',
			/the first revision has no text/,
		],
		[
			'a field that does not exist',
			`${first}  - { on: 2021-02-02, class: none, why: x, edit: [] }\n`,
			/history\.yml.*history › 1/s,
		],
		[
			'an entry that does nothing',
			`${first}  - { on: 2021-02-02, class: none, why: x }\n`,
			/needs one of text, edits/,
		],
	] as const) {
		it(`is refused with its file: ${fault}`, () => {
			assert.throws(() => loadDemoPlatforms(writeTexts(head + entries)), message);
		});
	}
});

function writeTexts(history: string): string {
	return temporaryFolder({
		'a/platform.yml': 'name: A\nlanguage: en\ncompany: A Ltd\ndesign: app\nmenu: []\n',
		'a/terms/base.md': '# Terms\n\nWords.\n',
		'a/terms/history.yml': history,
	});
}
