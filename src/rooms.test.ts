/** The architecture as a table: which room may import from which, which packages belong to one room alone. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './root.ts';

const ground = ['model', 'text'];
/** Rooms inside a room, from the ground up. */
const floorsOfAnalysis = [
	['clauses'],
	['sentences'],
	['ledger'],
	['redline', 'quotes'],
	['history', 'editorial', 'patterns'],
	['stances'],
	['topics'],
	['changes'],
	['headlines'],
];
const floorsOfSite = [
	['addresses', 'overview', 'safe-html'],
	['redline', 'status', 'formats', 'search'],
	['compare', 'provisions', 'watch'],
	['agreement', 'digest'],
	['topics'],
	['on'],
	['alerts', 'feeds', 'matrix', 'weight', 'api'],
	['dataset'],
	['file-places.ts'],
	['page-keys.ts', 'page-paths.ts', 'page-places.ts'],
];

/** Each floor stands on those below it; rooms on one floor do not know each other. @param ground what the whole house stands on */
function lawOf(
	house: string,
	floors: readonly (readonly string[])[],
	ground: readonly string[],
): Record<string, readonly string[]> {
	const rooms = floors.map((floor) => floor.map((name) => `${house}/${name}`));
	const laws = rooms.flatMap((floor, at) =>
		floor.map((room) => [room, [...ground, ...rooms.slice(0, at).flat()]] as const),
	);
	return Object.fromEntries(laws);
}

/**
 * Room → rooms that it may import from, beside itself. A room is a folder of `src/`, a folder in such a folder, or a file right in
 * `src/`; and `scripts`. To name a room is to name the rooms inside it.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
	model: [],
	text: ['model'],
	content: ['model'],
	'root.ts': [],
	'code-hash.ts': ['root.ts'],

	// The two halves of the hourglass, which meet in the archive alone.
	archive: ground,
	capture: [...ground, 'root.ts'],
	analysis: ground,
	...lawOf('analysis', floorsOfAnalysis, ground),
	ingest: [...ground, 'capture', 'archive', 'code-hash.ts', 'package.json'],
	// What people ask for and are told at the place where the repository is.
	forge: [...ground, 'archive', 'ingest'],
	load: [...ground, 'archive', 'analysis', 'content', 'code-hash.ts', 'root.ts'],

	site: [...ground, 'analysis', 'package.json'],
	...lawOf('site', floorsOfSite, [...ground, 'analysis', 'package.json']),
	browser: [...ground, 'analysis', 'site'],
	styles: [],
	components: [...ground, 'analysis', 'site', 'browser', 'styles'],
	layouts: ['model', 'load', 'site', 'components', 'styles'],
	pages: [
		...ground,
		'analysis',
		'load',
		'site',
		'browser',
		'components',
		'layouts',
		'styles',
		'content.config.ts',
	],
	'content.config.ts': ['model'],

	authoring: [...ground, 'capture', 'archive', 'analysis', 'ingest', 'load', 'site', 'root.ts'],
	// It writes to other people's servers, and nobody else does: what is said there, and of what, is decided in `site/alerts`.
	alerts: [...ground, 'archive', 'site'],
	// It knows an archive by the published answers alone, as any client does.
	mcp: [...ground, 'site/addresses', 'site/api', 'site/formats', 'site/search'],
	// Run by the release before: it may know nothing that could have changed since.
	migrations: ['model'],
	upgrade: [...ground, 'archive'],
	build: [...ground, 'load', 'site', 'code-hash.ts', 'root.ts'],
	// Tests alone read it, and they stand on both sides.
	samples: [...ground, 'capture', 'archive', 'analysis', 'ingest', 'load', 'site', 'root.ts'],
	scripts: [
		...ground,
		'capture',
		'archive',
		'analysis',
		'ingest',
		'forge',
		'load',
		'site',
		'authoring',
		'alerts',
		'mcp',
		'migrations',
		'upgrade',
		'build',
		'samples',
		'code-hash.ts',
		'root.ts',
		'package.json',
	],
};

/** Package or module → the rooms that alone may use it: one room for each effect. */
const effects: Readonly<Record<string, readonly string[]>> = {
	// Capture starts a browser with it, archive git, load its own analysis, build the compiler of the pages, upgrade npm.
	'node:child_process': ['archive', 'capture', 'load', 'build', 'upgrade', 'samples', 'scripts'],
	// Capture serves nobody with it but its own browser: isolation/guard-proxy.ts. Build shows the site on this machine, samples a web to tests.
	'node:http': ['capture', 'build', 'samples', 'scripts'],
	'node:https': [],
	'node:net': ['capture', 'build', 'samples', 'scripts'],
	'node:dns': ['capture'],
	undici: ['capture', 'scripts'],
	'@octokit/core': ['forge'],
	'simple-git': ['archive', 'scripts'],
	astro: ['build', 'pages'],
	'astro:content': ['pages', 'components', 'layouts', 'content.config.ts'],
	'playwright-core': ['capture', 'scripts'],
	pagefind: ['build'],
	nodemailer: ['alerts'],
	'hyparquet-writer': ['build'],
	'@modelcontextprotocol/sdk/server/mcp.js': ['mcp'],
	'@modelcontextprotocol/sdk/server/stdio.js': ['scripts'],
};

interface Import {
	readonly file: string;
	readonly room: string;
	readonly specifier: string;
}

/** The innermost room of the table that a file lies in; a file of a folder that the table lacks lies in that folder. */
function roomOf(file: string): string {
	const segments = path.relative(root, file).split(path.sep);
	const place = segments[0] === 'src' ? segments.slice(1) : segments;
	const inner = place.slice(0, 2).join('/');
	return inner in rooms ? inner : (place[0] ?? '');
}

/** Tests may reach where their room may not: they prove it against the others. */
function allImports(): Import[] {
	return ['src', 'scripts'].flatMap((folder) =>
		readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => /\.(ts|astro|mdx)$/.test(file) && !file.endsWith('.test.ts'))
			.flatMap((name) => importsOf(path.join(root, folder, name))),
	);
}

function importsOf(file: string): Import[] {
	const found = readFileSync(file, 'utf8').matchAll(/(?:^|\s)(?:from|import\(?)\s*['"]([^'"\s]+)['"]/g);
	return [...found].map(([, specifier = '']) => ({ file, room: roomOf(file), specifier }));
}

function inWords({ file, specifier }: Import): string {
	return `${path.relative(root, file)} imports ${specifier}`;
}

test('every room imports only from the rooms that the table allows', () => {
	const imports = allImports();
	assert.ok(imports.length > 100, 'the files were found');
	const forbidden = imports.filter(({ file, room, specifier }) => {
		if (!specifier.startsWith('.')) return false;
		const target = roomOf(path.resolve(path.dirname(file), specifier));
		const allowed = rooms[room] ?? [];
		return target !== room && !allowed.includes(target) && !allowed.includes(path.dirname(target));
	});
	assert.deepEqual(forbidden.map(inWords), []);
});

test('every effect has its room', () => {
	const forbidden = allImports().filter(
		({ room, specifier }) =>
			effects[specifier]?.some((each) => each === room || each === path.dirname(room)) === false,
	);
	assert.deepEqual(forbidden.map(inWords), []);
});

test('one room touches the page that a reader has open, one those that it captures', () => {
	const touches =
		/\b(?:localStorage|addEventListener\(|document\.(?:querySelector|createElement|getElementById))/;
	const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.ts$/.test(file) && !file.endsWith('.test.ts'))
		.filter((file) => touches.test(readFileSync(path.join(root, 'src', file), 'utf8')));
	assert.ok(files.length > 0);
	assert.deepEqual(new Set(files.map((file) => file.split(path.sep)[0])), new Set(['browser', 'capture']));
});

test('nobody but the reader’s browser, an alert, a draft that was asked for and an assistant’s server fetches anything outside the capture', () => {
	const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.test.ts'))
		.filter((file) => /\bfetch\(/.test(readFileSync(path.join(root, 'src', file), 'utf8')));
	const places = files
		.filter((file) => !file.startsWith('browser'))
		.map((file) => file.split(path.sep).join('/'));
	assert.deepEqual(places.sort(), ['alerts/post.ts', 'authoring/drafting/ask-model.ts', 'mcp/read-site.ts']);
});

test('the words of the design depend on nothing but zod', () => {
	const forbidden = allImports().filter(
		({ room, specifier }) => room === 'model' && !specifier.startsWith('./') && specifier !== 'zod',
	);
	assert.deepEqual(forbidden.map(inWords), []);
});

/** A command reads arguments, calls one function, reports, and sets the exit code. */
const longestCommand = 40;

test('every command is short', () => {
	const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const commands = Object.values<string>(manifest.scripts).flatMap(
		// Files alone, and no patterns of tests.
		(each) => /scripts\/[\w-]+\.ts/.exec(each) ?? [],
	);
	assert.ok(commands.length > 10, 'the commands were found');
	const lengths = commands.map((file) => [
		file,
		readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length,
	]);
	assert.deepEqual(
		lengths.filter(([, lines]) => Number(lines) > longestCommand),
		[],
	);
});
