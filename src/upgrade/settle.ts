/** What follows an upgrade, done by the program that came with it: its packages, and its look at the collection. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface Settled {
	readonly isInstalled: boolean;
	/** False where the check found a fault. */
	readonly isSound: boolean;
}

/** What the commands print, they print to the terminal. */
export async function settle(root: string): Promise<Settled> {
	if (!(await npm(root, ['install']))) return { isInstalled: false, isSound: false };
	const hasCollection = existsSync(path.join(root, 'archive', 'collection.yml'));
	return { isInstalled: true, isSound: !hasCollection || (await npm(root, ['run', '--silent', 'check'])) };
}

async function npm(root: string, args: readonly string[]): Promise<boolean> {
	const isWindows = process.platform === 'win32';
	const child = spawn(isWindows ? 'npm.cmd' : 'npm', [...args], {
		cwd: root,
		stdio: 'inherit',
		shell: isWindows,
	});
	return new Promise((resolve) => {
		child.once('error', () => resolve(false));
		child.once('close', (status) => resolve(status === 0));
	});
}
