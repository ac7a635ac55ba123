/** Shows the site of an archive while people write: pages are rendered as they are asked for, and what somebody saves is on them at once. */
import path from 'node:path';
import { type AstroIntegration, dev } from 'astro';
import { followArchive, type LiveArchive, type LiveState } from '../../load/live/live-archive.ts';
import { shareArchive } from '../../load/load-archive.ts';
import type { Archive } from '../../model/archive.ts';
import { root } from '../../root.ts';
import { cacheOf, readingIn, refuseMissing, shelfIn } from '../begin-build.ts';
import { workshop } from '../build-places.ts';
import { adoptKept } from './adopt-kept.ts';
import { answerWithState } from './answer-with-state.ts';
import { forgetPages, type PreviewModules } from './forget-pages.ts';

export interface PreviewRequest {
	/** A collection, or a repository of versions. */
	readonly archive: string;
	/** Left out: the usual one, or the next that is free. */
	readonly port?: number | undefined;
	/** Where the preview keeps what it analysed; a place of its own for each archive where nobody names one. */
	readonly cache?: string | undefined;
	readonly onState?: ((state: LiveState, before: LiveState) => void) | undefined;
}

export interface Preview {
	/** With a slash at its end. */
	readonly address: string;
	readonly stop: () => Promise<void>;
}

/**
 * Answers as soon as the server is up; until the archive is read, each page says how far that has come.
 * Sets ARCHIVE, which the pages go by.
 * @throws Fault where there is no such directory
 */
export async function startPreview({ archive, port, cache, onState }: PreviewRequest): Promise<Preview> {
	const directory = path.resolve(archive);
	refuseMissing(directory);
	Object.assign(process.env, { ARCHIVE: directory, ASTRO_TELEMETRY_DISABLED: '1' });
	const cacheDir = cache ?? workshop('preview', directory);
	await adoptKept(cacheOf({ outDir: 'dist' }), cacheDir);
	const pages = sharedPages();
	const live = followArchive(
		{ directory, shelf: shelfIn(cacheDir), reading: readingIn(cacheDir) },
		(state, before) => {
			pages.follow(state, before);
			onState?.(state, before);
		},
	);
	const server = await dev({
		root,
		logLevel: 'error',
		server: { ...(port === undefined ? {} : { port }) },
		integrations: [previewIntegration(live, pages.open)],
	}).catch(async (error: unknown) => {
		await live.stop();
		throw error;
	});
	return {
		address: server.resolvedUrls.local[0] ?? `http://localhost:${server.address.port}/`,
		stop: async () => {
			await server.stop();
			await live.stop();
		},
	};
}

/** Hands each archive to the pages, which wait for the first, and has those that were rendered of another rendered anew. */
function sharedPages() {
	const first = Promise.withResolvers<Archive>();
	shareArchive(first.promise);
	let modules: PreviewModules | null = null;
	return {
		open: (server: PreviewModules): void => {
			modules = server;
		},
		follow: ({ archive, faults, work }: LiveState, before: LiveState): void => {
			const isNew = archive !== null && archive !== before.archive;
			if (isNew) {
				first.resolve(archive);
				shareArchive(archive);
			}
			const isTold = faults !== before.faults && faults.length + before.faults.length > 0;
			const isDone = work === null && before.work !== null;
			if (modules !== null && (isNew || isTold || isDone)) forgetPages(modules);
		},
	};
}

function previewIntegration(live: LiveArchive, open: (server: PreviewModules) => void): AstroIntegration {
	return {
		name: 'clausetrail-preview',
		hooks: {
			'astro:server:setup': ({ server }) => {
				open(server);
				server.middlewares.use(answerWithState(live.state));
			},
		},
	};
}
