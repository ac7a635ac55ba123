/** The architecture as a table: which room may import from which, which packages belong to one room alone. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './root.ts';

/** Room → rooms that it may import from, beside itself. A room is a folder of `src/`, or `load.ts`, or `scripts`. */
const rooms: Readonly<Record<string, readonly string[]>> = {
	model: [],
	capture: ['model', 'root.ts'],
	archive: ['model'],
	analysis: ['model'],
	content: ['model'],
	'root.ts': [],
	'code-hash.ts': ['root.ts'],
	'load.ts': ['model', 'archive', 'analysis', 'content', 'root.ts'],
	site: ['model', 'analysis'],
	browser: ['model', 'analysis', 'site'],
	components: ['model', 'analysis', 'load.ts', 'site', 'browser', 'styles'],
	layouts: ['model', 'load.ts', 'site', 'components', 'styles'],
	pages: [
		'model',
		'analysis',
		'load.ts',
		'site',
		'browser',
		'components',
		'layouts',
		'styles',
		'content.config.ts',
	],
	'content.config.ts': ['model'],
	styles: [],
	scripts: [
		'model',
		'capture',
		'archive',
		'analysis',
		'load.ts',
		'site',
		'code-hash.ts',
		'root.ts',
		'package.json',
	],
};

/** Package or module → the rooms that alone may use it: one room for each effect. */
const effects: Readonly<Record<string, readonly string[]>> = {
	// Capture starts a browser with it, archive git.
	'node:child_process': ['archive', 'capture', 'scripts'],
	// Capture serves nobody with it but its own browser: guard-proxy.ts.
	'node:http': ['capture', 'scripts'],
	'node:https': [],
	'node:net': ['capture', 'scripts'],
	'node:dns': ['capture'],
	undici: ['capture', 'scripts'],
	'simple-git': ['archive', 'scripts'],
	'astro:content': ['pages', 'components', 'layouts', 'content.config.ts'],
	'playwright-core': ['capture', 'scripts'],
	pagefind: ['scripts'],
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
		return target !== room && !(rooms[room] ?? []).includes(target);
	});
	assert.deepEqual(forbidden.map(inWords), []);
});

test('every effect has its room', () => {
	const forbidden = allImports().filter(
		({ room, specifier }) => effects[specifier]?.includes(room) === false,
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
