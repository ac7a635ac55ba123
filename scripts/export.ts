/** `npm run export [-- <archive>] [--out <folder>]`: writes `changes.jsonl`, every recorded change a line, and its JSON schema. */
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { analyseAsFits } from '../src/load/analyse-in-parallel.ts';
import { archiveDirectory } from '../src/load/archive-directory.ts';
import { readArchive } from '../src/load/load-archive.ts';
import { changeRecord } from '../src/model/change-record.ts';
import { changeLines } from '../src/site/formats/change-lines.ts';
import { run } from './run.ts';

await run(async () => {
	const out = { type: 'string', default: 'export' } as const;
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { out } });
	const archive = await readArchive(positionals[0] ?? archiveDirectory(), analyseAsFits);
	await mkdir(values.out, { recursive: true });
	const [lines, schema] = ['changes.jsonl', 'changes.schema.json'].map((name) => path.join(values.out, name));
	await pipeline(Readable.from(changeLines(archive)), createWriteStream(lines as string));
	await writeFile(schema as string, `${JSON.stringify(z.toJSONSchema(changeRecord), null, '\t')}\n`);
	console.log(`${archive.entries.length} changes in ${lines}, described by ${schema}`);
});
