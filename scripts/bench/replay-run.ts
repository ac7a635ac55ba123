/** Plays the snapshots that another archive fetched over the years through the capture: which versions come of them? */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readBlobs } from '../../src/archive/blobs.ts';
import { type Declarations, readCollection, readDeclarations } from '../../src/archive/collection.ts';
import { type LoggedCommit, readCommits } from '../../src/archive/commit-log.ts';
import { git } from '../../src/archive/git.ts';
import { sha256 } from '../../src/archive/hashes.ts';
import { openRecorder, type Recorder } from '../../src/archive/recorder.ts';
import type { FetchClient } from '../../src/capture/client.ts';
import { closeClient, createClient } from '../../src/capture/create-client.ts';
import { checkAgreement } from '../../src/ingest/check-agreement.ts';
import type { Outcome } from '../../src/ingest/outcome.ts';
import { noLimit } from '../../src/ingest/run-limit.ts';
import type { DeclaredAgreement } from '../../src/model/declaration.ts';
import { declaredOn } from '../../src/model/declaration-history.ts';
import { Fault } from '../../src/model/fault.ts';
import { type AgreementStatus, statusKey } from '../../src/model/status.ts';

/** One page as it was fetched on one day. */
interface Snapshot {
	readonly platform: string;
	readonly agreement: string;
	readonly blob: string;
	readonly fetched: Date;
	readonly contentType: string;
}

export interface Replayed {
	/** The collection that came of it. */
	readonly directory: string;
	readonly snapshots: number;
	/** Snapshots of agreements that were not declared then. */
	readonly undeclared: number;
	readonly runs: number;
	/** Snapshots that differ from the one before in nothing that can reach the text: they were not extracted again. */
	readonly likeBefore: number;
	/** What came of the checks: kind, or kind and code → count. */
	readonly outcomes: Readonly<Record<string, number>>;
}

export interface ReplayRequest {
	/** Repository of snapshots: `<platform>/<agreement>.html`. */
	readonly snapshots: string;
	/** Folder of declarations and their history. */
	readonly declarations: string;
	readonly onRun?: (day: string, done: number, all: number) => void;
}

/** @throws Fault where one of the repositories cannot be read, or the folder is not that of declarations */
export async function replay(request: ReplayRequest): Promise<Replayed> {
	requireDeclarations(request.declarations);
	const snapshots = await readSnapshots(request.snapshots);
	const declarations = await readDeclarations(path.dirname(path.resolve(request.declarations)));
	const web = await serveOnePage();
	const place = await makeCollection();
	const recorder = await openRecorder(place, await readCollection(place), 'record');
	const client = createClient({
		userAgent: 'Clausetrail',
		languages: ['en'],
		delay: 0,
		privateAddresses: true,
	});
	const player = createPlayer(declarations, recorder, client, web);
	const runs = runsOf(snapshots);
	const pages = readBlobs(
		request.snapshots,
		runs.flat().map(({ blob }) => blob),
	);
	try {
		let done = 0;
		for (const run of runs) {
			for (const snapshot of run) {
				const { value } = await pages.next();
				await player.meet(snapshot, value as Buffer);
			}
			await player.lookAgain(run);
			done += run.length;
			request.onRun?.((run[0] as Snapshot).fetched.toISOString().slice(0, 10), done, snapshots.length);
		}
		return { directory: place, snapshots: snapshots.length, runs: runs.length, ...player.told() };
	} finally {
		await closeClient(client);
		await recorder.close();
		web.server.closeAllConnections();
		web.server.close();
	}
}

async function readSnapshots(repository: string): Promise<Snapshot[]> {
	const snapshots: Snapshot[] = [];
	for await (const commit of readCommits(repository, 'HEAD')) snapshots.push(...snapshotsOf(commit));
	return snapshots;
}

function snapshotsOf({ authored, changes }: LoggedCommit): Snapshot[] {
	return changes.flatMap(({ path: file, mode, blob }) => {
		const [, platform, agreement, type] = /^([^/]+)\/([^/#]+)\.(html|pdf)$/.exec(file) ?? [];
		const isFile = mode.startsWith('100') && blob !== null;
		if (platform === undefined || agreement === undefined || !isFile || authored === null) return [];
		const contentType = type === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8';
		return [{ platform, agreement, blob, fetched: new Date(authored * 1000), contentType }];
	});
}

/** Fetches of one run follow each other within hours, and no run fetches a page twice. */
const longestPause = 3 * 60 * 60 * 1000;

function runsOf(snapshots: readonly Snapshot[]): Snapshot[][] {
	const runs: Snapshot[][] = [];
	for (const snapshot of snapshots) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		const goesOn =
			last !== undefined &&
			Math.abs(snapshot.fetched.getTime() - last.fetched.getTime()) < longestPause &&
			run?.every((each) => statusKey(each) !== statusKey(snapshot));
		if (goesOn) run?.push(snapshot);
		else runs.push([snapshot]);
	}
	return runs;
}

interface Web {
	readonly server: Server;
	readonly address: string;
	/** What every address but that of robots.txt shows now. */
	show(page: Buffer, contentType: string): void;
}

async function serveOnePage(): Promise<Web> {
	let [page, type]: [Buffer, string] = [Buffer.alloc(0), ''];
	const server = createServer((request, response) => {
		if (request.url === '/robots.txt') response.writeHead(404).end();
		else response.writeHead(200, { 'content-type': type }).end(page);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const show = (next: Buffer, contentType: string) => {
		[page, type] = [next, contentType];
	};
	return { server, address, show };
}

async function makeCollection(): Promise<string> {
	const root = await mkdtemp(path.join(tmpdir(), 'clausetrail-replay-'));
	await git(root, ['init', '--initial-branch=main']);
	await mkdir(path.join(root, 'archive'));
	await writeFile(path.join(root, 'archive', 'collection.yml'), 'name: Replay\n');
	return path.join(root, 'archive');
}

function createPlayer(declarations: Declarations, recorder: Recorder, client: FetchClient, web: Web) {
	const statuses = new Map<string, AgreementStatus>();
	const lastSeen = new Map<string, { snapshot: Snapshot; page: Buffer }>();
	const essences = new Map<string, string>();
	const outcomes: Record<string, number> = {};
	let [undeclared, likeBefore] = [0, 0];

	async function meet(snapshot: Snapshot, page: Buffer): Promise<void> {
		lastSeen.set(statusKey(snapshot), { snapshot, page });
		await check(snapshot, page, snapshot.fetched);
	}

	/** A page that did not change left no snapshot; what is held back waits for being seen again all the same. */
	async function lookAgain(run: readonly Snapshot[]): Promise<void> {
		const met = new Set(run.map(statusKey));
		for (const [key, status] of statuses) {
			const last = lastSeen.get(key);
			if (status.held === undefined || met.has(key) || last === undefined) continue;
			await check(last.snapshot, last.page, (run.at(-1) as Snapshot).fetched);
		}
	}

	async function check(snapshot: Snapshot, page: Buffer, now: Date): Promise<void> {
		const { platform, agreement, contentType } = snapshot;
		const declared = declaredOn(now, platform, agreement, declarations.declarations, declarations.past);
		if (declared === undefined) {
			undeclared++;
			return;
		}
		const key = statusKey(snapshot);
		const essence = essenceOf(page, declared);
		const isLikeBefore = essences.get(key) === essence && statuses.get(key)?.held === undefined;
		essences.set(key, essence);
		if (isLikeBefore) {
			likeBefore++;
			return;
		}
		web.show(page, contentType);
		const run = { client, recorder, now, mode: 'record', judgement: 'hold', limit: noLimit } as const;
		const { outcome, status } = await checkAgreement(
			onLoopback(declared, web.address),
			{ entry: statuses.get(key), decisions: [] },
			run,
		);
		if (status !== null) statuses.set(key, status);
		const name = nameOf(outcome);
		outcomes[name] = (outcomes[name] ?? 0) + 1;
	}

	return { meet, lookAgain, told: () => ({ undeclared, likeBefore, outcomes }) };
}

/**
 * Hash of a page without what never reaches its text: scripts, styles, comments, marks that a server makes anew for each answer. Nearly
 * all of ten thousands of stored pages differ in these alone, and reading one of them takes a tenth of a second.
 */
function essenceOf(page: Buffer, declared: DeclaredAgreement): string {
	const kept = page
		.toString('latin1')
		.replace(
			/<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->|<(?:link|meta)\b[^>]*>/gi,
			'',
		)
		.replace(/\s(?:nonce|data-n-css)="[^"]*"/g, '')
		.replace(
			/(data-cfemail="|email-protection#)((?:[0-9a-f]{2})+)/g,
			(_, before, code) => before + decoded(code),
		);
	return sha256(Buffer.from(JSON.stringify(declared.sources) + kept));
}

/** Cloudflare hides mail addresses behind a key that changes with each answer: the first byte, joined to all others by XOR. */
function decoded(code: string): string {
	const [key = 0, ...rest] = Buffer.from(code, 'hex');
	return rest.map((byte) => byte ^ key).join(' ');
}

/** The same rules for a page on this machine. A stored page is what a browser had made of it. */
function onLoopback(declared: DeclaredAgreement, origin: string): DeclaredAgreement {
	const sources = declared.sources.map((source) => {
		const { pathname, search } = new URL(source.address);
		return { ...source, address: origin + pathname + search, executeClientScripts: false };
	});
	return { ...declared, sources };
}

function nameOf(outcome: Outcome): string {
	if (outcome.kind === 'held') return `held (${outcome.hold.code})`;
	if (outcome.kind !== 'failed') return outcome.kind;
	return `failed (${'code' in outcome.fault ? outcome.fault.code : outcome.fault.what})`;
}

/** A collection keeps them in a folder of that name; another one would be passed over without a word. */
function requireDeclarations(folder: string): void {
	if (path.basename(path.resolve(folder)) === 'declarations') return;
	throw new Fault('this folder is not named declarations', folder, 'Name a folder of declarations.');
}
