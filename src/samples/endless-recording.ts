/** Test support: a process that records one version after the other into the archive that it is given, and says so, until it is killed. */

import { type Finding, openRecorder } from '../archive/recorder.ts';
import { collectionSchema } from '../model/collection.ts';

const [directory = ''] = process.argv.slice(2);
const length = Number(process.env.CLAUSES ?? 50);
process.stdout.write('started\n');
const recorder = await openRecorder(directory, collectionSchema.parse({}), 'record');
for (let round = 0; ; round++) {
	const now = new Date();
	const record = async (agreement: string) => {
		const finding = findingOf(agreement, `${process.pid} ${round}`, now);
		await recorder.record(finding, recorder.compare(finding) ?? 'change');
		process.stdout.write(`recorded ${agreement}\n`);
	};
	await record('Terms');
	// The first of them goes alone, the others together.
	await Promise.all(['Privacy', 'Cookies', 'Returns'].map(record));
	await recorder.recordStatus(
		{ format: 1, updated: now.toISOString(), agreements: {} },
		'Record status: 2 checked',
		now,
	);
}

function findingOf(agreement: string, mark: string, fetched: Date): Finding {
	const clauses = Array.from({ length }, (_, at) => `Clause ${at} of ${agreement} as of ${mark}.\n`);
	return {
		platform: 'Tern',
		agreement,
		text: clauses.join('\n'),
		snapshots: [Buffer.from(clauses.map((clause) => `<p>${clause}</p>`).join(''))],
		evidence: { sources: ['https://tern.example/'] },
		fetched,
	};
}
