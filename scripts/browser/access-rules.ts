/** What assistive technology would stumble over on a page, as axe finds it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** All that the dark design may change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * In light by every rule, in the dark by those of colour: axe takes longer than all else that a test does. The page is left in the dark.
 * @param page of a context without a policy, which would keep axe out
 */
export async function hindrancesOn(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light' });
	const light = await violations(axeOn(page));
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await violations(axeOn(page).withRules(rulesOfColour));
	return [...light, ...dark.map((each) => `in the dark: ${each}`)];
}

/** Links and buttons of less than 24 px with another one nearer than that: WCAG 2.2, which axe leaves out by itself. One rule costs little. */
export async function crowdedOn(page: Page): Promise<string[]> {
	return violations(axeOn(page).withRules(['target-size']));
}

/**
 * Two to three times as fast as axe by itself: pages have no frames, for which it would open another page to collect in; no other origin's
 * styles to fetch; and nobody reads what it says of rules that hold.
 */
function axeOn(page: Page): AxeBuilder {
	return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });
}

async function violations(builder: AxeBuilder): Promise<string[]> {
	const found = await builder.analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
