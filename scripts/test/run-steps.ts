/** Runs the steps of a test, says how long each took, and stops at the first that fails. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../../src/root.ts';

export interface Step {
	readonly name: string;
	/** A program that ends with 0 where what it looks at is as it must be. */
	readonly command: readonly [program: string, ...args: readonly string[]];
	/** Variables beside those of the surroundings. */
	readonly env?: Readonly<Record<string, string>>;
}

/** The lanes side by side, the steps of each one after the other. What one says is printed as a whole when it has ended. */
export async function passLanes(lanes: readonly (readonly Step[])[]): Promise<boolean> {
	let passed = true;
	const passLane = async (steps: readonly Step[]) => {
		for (const step of steps) if (passed) passed = (await passQuietly(step)) && passed;
	};
	await Promise.all(lanes.map(passLane));
	return passed;
}

async function passQuietly(step: Step): Promise<boolean> {
	const start = performance.now();
	const { child, passed } = startStep(step, 'pipe');
	const said = Promise.all(
		[child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream))),
	);
	const [hasPassed, parts] = await Promise.all([passed, said]);
	const seconds = ((performance.now() - start) / 1000).toFixed(0);
	console.log(`── ${step.name}: ${hasPassed ? '' : 'failed after '}${seconds} s`);
	for (const part of parts) if (part.trim() !== '') console.log(part.trimEnd());
	return hasPassed;
}

/** One that speaks for itself: what it prints last stays the last. */
export function passAloud(step: Step): Promise<boolean> {
	console.log(`── ${step.name}`);
	return startStep(step, 'inherit').passed;
}

/** Programs start in half the time where what they load was compiled before; thousands of starts are most of what tests cost. */
const compiled = path.join(root, '.test', 'compiled');

/** Tests choose their site and archive themselves. */
function startStep({ command: [program, ...args], env: own }: Step, output: 'pipe' | 'inherit') {
	const { SITE, ARCHIVE, ...inherited } = process.env;
	const env = { NODE_COMPILE_CACHE: compiled, ...inherited, ...own };
	const shell = process.platform === 'win32';
	const child = spawn(program, args, { stdio: ['ignore', output, output], env, shell });
	const passed = new Promise<boolean>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (status) => resolve(status === 0));
	});
	return { child, passed };
}
