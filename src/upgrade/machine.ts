/** What a commit says of the machine that it holds. */
import { z } from 'zod';
import { git } from '../archive/git.ts';
import { Fault } from '../model/fault.ts';

export interface Machine {
	readonly name: string;
	/** `1.2.3` */
	readonly version: string;
	/** Where its releases are; null where it does not say. */
	readonly repository: string | null;
	/** Text of CHANGELOG.md; empty where there is none. */
	readonly changelog: string;
}

const manifestSchema = z.object({
	name: z.string().default(''),
	version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
	repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).optional(),
});

/** @throws Fault where the commit holds no program with a version */
export async function machineIn(root: string, commit: string): Promise<Machine> {
	const manifest = manifestSchema.safeParse(jsonOf(await fileIn(root, commit, 'package.json')));
	if (!manifest.success)
		throw new Fault(
			'its package.json names no version such as 1.2.3',
			commit,
			'Nothing was changed. See to the address of the releases.',
			manifest.error,
		);
	const { name, version, repository } = manifest.data;
	const changelog = await fileIn(root, commit, 'CHANGELOG.md');
	return { name, version, repository: addressOf(repository), changelog };
}

async function fileIn(root: string, commit: string, file: string): Promise<string> {
	return git(root, ['cat-file', 'blob', `${commit}:${file}`]).catch(() => '');
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** @see https://docs.npmjs.com/cli/configuring-npm/package-json#repository */
function addressOf(written: string | undefined): string | null {
	if (written === undefined) return null;
	const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(written)?.[1];
	return short === undefined ? written.replace(/^git\+/, '') : `https://github.com/${short}`;
}
