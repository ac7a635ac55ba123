import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refuseSurprise } from './capture-history.ts';
import { loadDemoPlatforms } from './demo-platforms.ts';
import { progressWriter } from './show-progress.ts';

const platforms = loadDemoPlatforms();

function outcome(kind: 'recorded' | 'failed' | 'unchanged' | 'held', platform: string, agreement: string) {
	return { kind, platform, agreement, detail: 'as reported' };
}

describe('outcomes of a check', () => {
	it('pass where the page was faulty and held back', () => {
		refuseSurprise(platforms, [outcome('failed', 'Pellmell', 'Terms of Service')], '2024-12-17');
		refuseSurprise(platforms, [outcome('recorded', 'Marrowfield Market', 'Seller Agreement')], '2022-08-02');
	});

	it('stop the demonstration where a sound page failed, with the reason', () => {
		assert.throws(
			() => refuseSurprise(platforms, [outcome('failed', 'Pellmell', 'Terms of Service')], '2024-12-18'),
			/2024-12-18: Pellmell Terms of Service was refused: as reported/,
		);
	});

	it('stop the demonstration where a page without an agreement was taken for one', () => {
		assert.throws(
			() => refuseSurprise(platforms, [outcome('unchanged', 'Ostlery', 'Driver Terms')], '2023-05-23'),
			/Ostlery Driver Terms was captured, not refused/,
		);
	});

	it('stop the demonstration where what is left of a page was not held back', () => {
		const broken = (kind: 'held' | 'recorded') => [outcome(kind, 'Tallybird', 'Acceptable Use Policy')];
		refuseSurprise(platforms, broken('held'), '2026-11-22');
		assert.throws(
			() => refuseSurprise(platforms, broken('recorded'), '2026-11-22'),
			/was captured, not held back/,
		);
		assert.throws(
			() => refuseSurprise(platforms, broken('held'), '2026-11-21'),
			/was held back: as reported/,
		);
	});

	it('stop the demonstration where a declaration is broken', () => {
		assert.throws(() => refuseSurprise(platforms, [outcome('failed', 'Pellmell', '')], '2024-12-17'));
	});
});

describe('the progress of the demonstration', () => {
	const states = [
		{ day: '2021-03-01', checks: 1, checksInAll: 4, recorded: 2, heldBack: 0 },
		{ day: '2021-04-01', checks: 2, checksInAll: 4, recorded: 3, heldBack: 1 },
		{ day: '2022-01-01', checks: 3, checksInAll: 4, recorded: 3, heldBack: 1 },
		{ day: '2022-02-01', checks: 4, checksInAll: 4, recorded: 4, heldBack: 3 },
	];

	function written(isTTY: boolean): string {
		let all = '';
		const write = progressWriter({
			isTTY,
			write: (text: string) => {
				all += text;
				return true;
			},
		});
		for (const state of states) write(state);
		return all;
	}

	it('is one line that is rewritten in a terminal', () => {
		assert.equal(written(true).split('\n').length, 2);
		assert.equal(written(true).split('\r').length, 1 + states.length);
	});

	it('is a line a year elsewhere, without control characters', () => {
		assert.equal(
			written(false),
			[
				'2021-03-01  check 1 of 4, 2 versions recorded, 0 captures held back',
				'2022-01-01  check 3 of 4, 3 versions recorded, 1 capture held back',
				'2022-02-01  check 4 of 4, 4 versions recorded, 3 captures held back, as the demonstration intends',
				'',
			].join('\n'),
		);
	});
});
