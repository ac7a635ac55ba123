import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { describeChanges } from '../../src/analysis/changes/describe-changes.ts';
import { buildLedger } from '../../src/analysis/ledger/build-ledger.ts';
import type { Version } from '../../src/model/version.ts';
import { type CapturedText, capturedTexts, isFaulty } from './captured-texts.ts';
import { loadDemoPlatforms } from './demo-platforms.ts';

/** The demonstration without its web and its git: page → text → ledger → class, on the day of each revision. */
describe('what the demonstration shows', () => {
	for (const platform of loadDemoPlatforms()) {
		for (const agreement of platform.agreements) {
			it(`is classified as it is meant: ${platform.name} ${agreement.name}`, () => {
				const classes = classesOf(capturedTexts(platform, agreement));
				for (const { on, class: meant, why } of agreement.revisions) {
					if (isFaulty(agreement, on)) continue;
					assert.equal(classes.get(on) ?? 'none', meant, `${on}: ${why}`);
				}
			});
		}
	}
});

function classesOf(states: readonly CapturedText[]): ReadonlyMap<string, string> {
	const texts = states.map(({ text }) => ({
		name: createHash('sha256').update(text).digest('hex'),
		bytes: Buffer.from(text),
	}));
	const versions = states.map(({ day }, index) => versionOf(day, texts[index].name));
	return new Map(describeChanges(versions, buildLedger(texts)).map((change) => [change.day, change.class]));
}

function versionOf(day: string, blob: string): Version {
	const fetched = `${day}T04:12:00Z`;
	return {
		commit: blob,
		path: 'A/B.md',
		blob,
		fetched,
		committed: fetched,
		subject: '',
		origin: 'record',
		evidence: { sources: [] },
	};
}
