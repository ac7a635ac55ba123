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
	const light = await violations(new AxeBuilder({ page }));
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await violations(new AxeBuilder({ page }).withRules(rulesOfColour));
	return [...light, ...dark.map((each) => `in the dark: ${each}`)];
}

async function violations(builder: AxeBuilder): Promise<string[]> {
	const found = await builder.analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
