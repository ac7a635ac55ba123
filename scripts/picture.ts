/** `npm run picture`: builds the demonstration and makes the README's picture of one of its change pages. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { launchChromium } from '../src/capture/chromium.ts';
import { Fault } from '../src/model/fault.ts';
import { run } from './run.ts';
import { serveDirectory } from './serve-directory.ts';
import { buildTestSite, testAddress, testSite } from './test-site.ts';

/** The agreement of the demonstration whose newest change shows most kinds of change at once. */
const rich = /Versolette\s+Terms of Service/;
/** Bytes; the README's first screen must not wait for it. */
const heaviest = 150_000;

await run(async () => {
	const file = path.join(path.dirname(import.meta.dirname), '.github', 'change-page.png');
	await mkdir(path.dirname(file), { recursive: true });
	await buildTestSite();
	await takePicture(file);
	const { size } = await stat(file);
	console.log(`${path.relative(process.cwd(), file)}: ${Math.round(size / 1000)} kB`);
	if (size > heaviest)
		throw new Fault(`the picture has ${size} bytes`, file, 'Take a smaller part of the page.');
});

async function takePicture(file: string): Promise<void> {
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
