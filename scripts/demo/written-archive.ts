/** The demonstration's collection written straight from its texts, without its web: in a second, to try a check or a page on. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { commitFiles } from '../../src/archive/commit-files.ts';
import { git } from '../../src/archive/git.ts';
import { capturedTexts } from './captured-texts.ts';
import { type DemoPlatform, loadDemoPlatforms } from './demo-platforms.ts';
import { editorialDirectory } from './editorial.ts';
import { pageDesigns } from './page-designs.ts';

/**
 * Makes `root` a git repository with the collection in `archive/`: versions committed day by day, all else as it lies.
 * @returns the directory of the collection
 */
export async function writeDemoArchive(root: string): Promise<string> {
	const directory = path.join(root, 'archive');
	const platforms = loadDemoPlatforms();
	await mkdir(path.join(directory, 'declarations'), { recursive: true });
	const settings = { name: 'Clausetrail', languages: ['en', 'de'], contact: 'mail@clausetrail.example' };
	await writeFile(path.join(directory, 'collection.yml'), stringify(settings));
	await cp(editorialDirectory, directory, { recursive: true });
	for (const platform of platforms)
		await writeFile(
			path.join(directory, 'declarations', `${platform.name}.json`),
			`${JSON.stringify(declarationOf(platform), null, '\t')}\n`,
		);
	await git(root, ['init', '--quiet', '--initial-branch=main']);
	await commitFiles({ root, branch: 'refs/heads/main', tip: null }, recordsOf(platforms));
	await git(root, ['reset', '--quiet', '--hard']);
	return directory;
}

function declarationOf({ name, design, agreements }: DemoPlatform): object {
	const { select } = pageDesigns[design];
	const terms = agreements.map(
		(agreement) => [agreement.name, { fetch: agreement.address, select }] as const,
	);
	return { name, terms: Object.fromEntries(terms) };
}

/** Oldest first. */
function recordsOf(platforms: readonly DemoPlatform[]) {
	return platforms
		.flatMap((platform) =>
			platform.agreements.flatMap((agreement) =>
				capturedTexts(platform, agreement).map(({ day, text }) => {
					const name = `${platform.name} ${agreement.name}`;
					const file = `archive/versions/${platform.name}/${agreement.name}.md`;
					return {
						files: [{ path: file, bytes: Buffer.from(text) }],
						message: `Record new changes of ${name}\n`,
						date: new Date(`${day}T04:12:00Z`),
					};
				}),
			),
		)
		.sort((one, other) => one.date.getTime() - other.date.getTime());
}
