/** Takes the README's picture: a change page of the demonstration's site. */
import sharp from 'sharp';
import { serveDirectory } from '../../src/build/serve-site.ts';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { testAddress, testSite } from './test-site.ts';

/** The agreement of the demonstration whose newest change shows most kinds of change at once. */
const rich = /Versolette\s+Terms of Service/;

/** Of the newest change of the demonstration's richest agreement, as the tests' site shows it. */
export async function takePicture(file: string): Promise<void> {
	const serving = await serveDirectory({ directory: testSite, port: 0, base: new URL(testAddress).pathname });
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1200, height: 860 } });
		await page.goto(serving.address);
		await page.locator('main article', { hasText: rich }).first().getByRole('link').first().click();
		await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
		// Few colours stand on the page: a palette of them weighs a third of the browser's own picture.
		await sharp(await page.screenshot())
			.png({ palette: true, colours: 96, effort: 10 })
			.toFile(file);
	} finally {
		await browser.close();
		await serving.close();
	}
}
