/** The declarations that ship with the machine, for a new collection to begin with. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../../model/fault.ts';
import { root } from '../../root.ts';

const folder = path.join(root, 'src', 'content', 'examples');

/** Names of the platforms, in their order. */
export async function examplePlatforms(): Promise<readonly string[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
	return names.map((name) => path.basename(name, '.json')).sort();
}

export function exampleFile(platform: string): string {
	return path.join(folder, `${platform}.json`);
}

/**
 * @param written names with commas between them, in any case; `all`, or `none`
 * @throws Fault that lists the names where one is none of them
 */
export function chooseExamples(written: string, examples: readonly string[]): readonly string[] {
	const asked = written.split(',').map(keyOf).filter(Boolean);
	if (asked.length === 1 && asked[0] === 'all') return examples;
	if (asked.length === 0 || (asked.length === 1 && asked[0] === 'none')) return [];
	const unknown = asked.filter((key) => !examples.some((name) => keyOf(name) === key));
	if (unknown.length > 0)
		throw new Fault(
			`there is no example platform ${unknown.map((name) => JSON.stringify(name)).join(', ')}`,
			'--examples',
			`There are ${examples.join(', ')}; or say all, or none.`,
		);
	return examples.filter((name) => asked.includes(keyOf(name)));
}

function keyOf(name: string): string {
	return name.trim().toLowerCase();
}
