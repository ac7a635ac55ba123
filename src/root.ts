/** Where the program lies: the folder of `package.json`, found in this one place, so that a file may move without losing it. */
import path from 'node:path';

export const root = path.dirname(import.meta.dirname);
