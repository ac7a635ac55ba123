/** Loaded into each file of tests: one that something was left open in, and that would never end, is ended and named. */
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** More than the runner gives a test, which then has been named already. */
const minutes = 20;

if (isMainThread && process.env.NODE_TEST_CONTEXT !== undefined) {
	const end = () => {
		const file = path.relative(process.cwd(), process.argv[1] ?? '');
		console.error(`${file}: not at its end after ${minutes} minutes: something was left open`);
		process.exit(1);
	};
	setTimeout(end, minutes * 60_000).unref();
}
