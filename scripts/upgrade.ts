/** `npm run upgrade [-- vX.Y.Z --from address]`: replaces the machine by a release, in one commit; exit code 1 if it could not, 2 if something is left to be done by hand. */
import { parseArgs } from 'node:util';
import { root } from '../src/root.ts';
import { settle } from '../src/upgrade/settle.ts';
import { endUpgrade, upgradeMachine } from '../src/upgrade/upgrade-machine.ts';
import { text } from './arguments.ts';
import { formatUpgrade } from './report/upgrade-report.ts';
import { run } from './run.ts';

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { from: text } });
	const upgrade = await upgradeMachine({ root, wanted: positionals[0], from: values.from });
	if (upgrade === null) {
		console.log('Nothing to do: this machine is of that release already, or of a newer one.');
		return;
	}
	console.log(`The machine is ${upgrade.to} now; its packages and the check follow.`);
	const settled = await settle(root);
	if (settled.isInstalled) await endUpgrade(root);
	console.log(`\n${formatUpgrade(upgrade, settled)}`);
	if (!settled.isSound || upgrade.altered.length > 0) process.exitCode = 2;
});
