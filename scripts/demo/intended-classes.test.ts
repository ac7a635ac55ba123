/** The demonstration without its web and its git: page → text → ledger → class, on the day of each revision. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../src/model/change.ts';
import { datedKinds } from '../../src/model/dated.ts';
import { agreementOf, type Capture } from '../../src/samples/sample-agreement.ts';
import { type CapturedText, capturedTexts, isFaulty } from './captured-texts.ts';
import { loadDemoPlatforms } from './demo-platforms.ts';

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
	return new Map(changesOf(states).map((change) => [change.day, change.class]));
}

function changesOf(states: readonly CapturedText[]): readonly Change[] {
	return agreementOf(...states.map(({ day, text }): Capture => [day, text])).changes;
}

describe('the days that its pages give themselves', () => {
	const kinds = loadDemoPlatforms().flatMap((platform) =>
		platform.agreements.flatMap((agreement) =>
			changesOf(capturedTexts(platform, agreement)).flatMap(({ dated }) =>
				dated === null ? [] : [dated.kind],
			),
		),
	);
	for (const kind of datedKinds) it(`show a change that is ${kind}`, () => assert.ok(kinds.includes(kind)));
});
