/** What the archive holds of a demonstration page, without its web and its git: page → text, on the day of each revision. */
import { extractText } from '../../src/capture/extract/extract.ts';
import { type DemoAgreement, type DemoPlatform, revisionOn } from './demo-platforms.ts';
import { pageDesigns } from './page-designs.ts';
import { renderPage } from './render-page.ts';

export interface CapturedText {
	/** First day that the page was like this. */
	readonly day: string;
	readonly text: string;
}

/** Oldest first; days on which the text stayed as it was are left out. */
export function capturedTexts(platform: DemoPlatform, agreement: DemoAgreement): readonly CapturedText[] {
	const states = agreement.revisions
		.filter(({ on }) => !isFaulty(agreement, on))
		.map(({ on }) => ({ day: on, text: captured(platform, agreement, on) }));
	return states.filter(({ text }, index) => index === 0 || text !== states[index - 1]?.text);
}

/** A page that breaks off reads like an agreement: where a class is meant for it, it was recorded. */
export function isFaulty(agreement: DemoAgreement, day: string): boolean {
	const revision = revisionOn(agreement, day);
	if (revision === null || revision.fault === null) return false;
	return revision.fault !== 'cut-short' || revision.class === 'none';
}

function captured(platform: DemoPlatform, agreement: DemoAgreement, day: string): string {
	const revision = revisionOn(agreement, day);
	if (revision === null) return '';
	const html = renderPage({ platform, agreement, revision, day, visit: 1 });
	const { select, remove = [] } = pageDesigns[platform.design];
	const source = { address: agreement.address, select: [select], remove, filters: [] };
	return extractText({ address: agreement.address, contentType: 'text/html', html }, source);
}
