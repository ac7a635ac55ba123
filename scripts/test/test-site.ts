/** The demonstration's site as the tests use it: apart from the one that `npm run demo` serves, and under a base path. */
import path from 'node:path';
import { buildSite } from '../../src/build/build-site.ts';
import { root } from '../../src/root.ts';
import { captureHistory } from '../demo/capture-history.ts';

const folder = path.join(root, '.test');

export const testSite = path.join(folder, 'site');
/** Its base path makes a link that forgets the base lead to nothing. */
export const testAddress = 'https://example.org/clausetrail/';

/** Captures and builds it anew. @returns whether any page came of it */
export async function buildTestSite(): Promise<boolean> {
	Object.assign(process.env, { SITE: testAddress });
	const archive = await captureHistory(path.join(folder, 'demo'), () => {});
	const { pages, read } = await buildSite({ archive, outDir: testSite });
	console.log(`${pages} pages of ${read.versions} versions`);
	return pages > 0;
}
