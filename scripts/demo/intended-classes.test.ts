import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { describeChanges } from '../../src/analysis/changes.ts';
import { buildLedger } from '../../src/analysis/ledger.ts';
import { extractText } from '../../src/capture/extract.ts';
import type { Version } from '../../src/model/version.ts';
import { type DemoAgreement, type DemoPlatform, loadDemoPlatforms, revisionOn } from './demo-platforms.ts';
import { pageDesigns } from './page-designs.ts';
import { renderPage } from './render-page.ts';

/** The demonstration without its web and its git: page → text → ledger → class, on the day of each revision. */
describe('what the demonstration shows', () => {
	for (const platform of loadDemoPlatforms()) {
		for (const agreement of platform.agreements) {
			it(`is classified as it is meant: ${platform.name} ${agreement.name}`, () => {
				const days = checkedDays(agreement);
				if (days.length === 0) return;
				const texts = days.map((day) => captured(platform, agreement, day));
				const seen = days.filter((_, index) => index === 0 || texts[index] !== texts[index - 1]);
				const classes = classesOf(seen.map((day) => ({ day, text: texts[days.indexOf(day)] })));
				for (const { on, class: meant, why } of agreement.revisions) {
					if (isFaulty(agreement, on)) continue;
					assert.equal(classes.get(on) ?? 'none', meant, `${on}: ${why}`);
				}
			});
		}
	}
});

/** Days on which the page shows an agreement. */
function checkedDays(agreement: DemoAgreement): readonly string[] {
	return agreement.revisions.map(({ on }) => on).filter((day) => !isFaulty(agreement, day));
}

/** A page that breaks off reads like an agreement: where a class is meant for it, it was recorded. */
function isFaulty(agreement: DemoAgreement, day: string): boolean {
	const revision = revisionOn(agreement, day);
	if (revision === null || revision.fault === null) return false;
	return revision.fault !== 'cut-short' || revision.class === 'none';
}

function captured(platform: DemoPlatform, agreement: DemoAgreement, day: string): string {
	const revision = revisionOn(agreement, day);
	assert.ok(revision);
	const html = renderPage({ platform, agreement, revision, day, visit: 1 });
	const { select, remove = [] } = pageDesigns[platform.design];
	const source = { address: agreement.address, select: [select], remove, filters: [] };
	return extractText({ address: agreement.address, contentType: 'text/html', html }, source);
}

function classesOf(states: readonly { day: string; text: string }[]): ReadonlyMap<string, string> {
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
