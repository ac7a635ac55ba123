/** The path under which a built site expects to be served, as its home page says it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export async function siteBase(directory: string): Promise<string> {
	const home = await readFile(path.join(directory, 'index.html'), 'utf8');
	const [, canonical = 'http://localhost/'] = /<link rel="canonical" href="([^"]+)"/.exec(home) ?? [];
	return new URL(canonical).pathname;
}
