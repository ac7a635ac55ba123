/** What an upgrade did, in words: last what its maintainer has yet to do. */
import type { AlteredFile } from '../../src/upgrade/machine-files.ts';
import type { Settled } from '../../src/upgrade/settle.ts';
import type { Upgrade } from '../../src/upgrade/upgrade.ts';

export function formatUpgrade(upgrade: Upgrade, { isInstalled, isSound }: Settled): string {
	const { from, to, before, commit, altered, own, migrated, notes } = upgrade;
	const news = notes.filter((each) => each.news !== '').map((each) => `## ${each.version}\n\n${each.news}`);
	const mustDo = notes.filter((each) => each.mustDo !== null);
	return [
		...news,
		listed('Files of yours beside archive/, which stay as they are:', own),
		listed(
			'Brought to the format of this release, in the same commit:',
			migrated.map((name) => `archive/${name}`),
		),
		listed(
			`Files of the machine that you had altered, now the release's. Yours: git show ${before.slice(0, 12)}:<file>`,
			altered.map(({ path, how }) => `${path} (${howWords[how]})`),
		),
		...mustDo.toReversed().map((each) => `What you must do for ${each.version}:\n\n${each.mustDo}`),
		isInstalled ? '' : 'The packages are not installed: run npm run upgrade again, or npm install.',
		isInstalled && !isSound ? 'npm run check finds faults: see above.' : '',
		`Upgraded from ${from} to ${to}: commit ${commit.slice(0, 12)}. Look at it, and push it.`,
	]
		.filter(Boolean)
		.join('\n\n');
}

const howWords: Readonly<Record<AlteredFile['how'], string>> = {
	edited: 'edited',
	removed: 'removed, and back',
	added: 'added, and the release has one too',
};

function listed(title: string, names: readonly string[]): string {
	return names.length === 0 ? '' : [title, ...names.map((name) => `  ${name}`)].join('\n');
}
