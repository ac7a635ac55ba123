/** The demonstration's site as the tests use it: apart from the one that `npm run demo` serves, and under a base path. */
import path from 'node:path';
import { root } from '../../src/root.ts';

/** Of the demonstration that the site is built of. */
export const testDemo = path.join(root, '.test', 'demo');
export const testSite = path.join(root, '.test', 'site');
/** Its base path makes a link that forgets the base lead to nothing. */
export const testAddress = 'https://example.org/clausetrail/';
