import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readHistory } from '../archive/history.ts';
import { openRepository } from '../archive/repository.ts';
import { Fault } from '../model/fault.ts';
import { sampleTopics } from '../samples/sample-topics.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import {
	type AgreementHistory,
	type Analyse,
	type AnalysedAgreement,
	analyseAgreements,
} from './analyse-agreements.ts';
import { analyseInTwo } from './analyse-in-parallel.ts';

let repository: TemporaryRepository;
before(() => {
	repository = makeTemporaryRepository();
	for (const [day, fee] of [1, 2, 3].entries()) {
		for (const platform of ['Tern', 'Gull', 'Auk'])
			repository.write(`${platform}/Terms.md`, `You pay ${fee} ${platform} fees.`);
		repository.commit('Record', `2024-01-0${day + 1}`);
	}
});
after(() => repository.remove());

async function histories(): Promise<AgreementHistory[]> {
	const { versions } = await readHistory(await openRepository(repository.directory));
	return [...versions].map(([file, list]) => ({ file, versions: list }));
}

const inTwo: Analyse = (...request) => analyseInTwo(null, ...request);

async function analysed(analyse: Analyse, list: readonly AgreementHistory[]): Promise<AnalysedAgreement[]> {
	const result: AnalysedAgreement[] = [];
	for await (const agreement of analyse(repository.directory, list, sampleTopics, () => {}))
		result.push(agreement);
	return result.sort((one, other) => (one.path < other.path ? -1 : 1));
}

test('two cores find what one finds', async () => {
	const list = await histories();
	assert.equal(list.length, 3);
	assert.deepEqual(await analysed(inTwo, list), await analysed(analyseAgreements, list));
});

test('a text that git has lost stops the analysis, whichever core meets it', async () => {
	const [first, second, third] = await histories();
	for (const broken of [first, second, third]) {
		const list = [first, second, third].map((history) => (history === broken ? losing(history) : history));
		await assert.rejects(analysed(inTwo, list as AgreementHistory[]), Fault);
	}
});

function losing(history: AgreementHistory | undefined): AgreementHistory {
	const versions = (history?.versions ?? []).map((version) => ({ ...version, blob: '1'.repeat(40) }));
	return { file: history?.file ?? '', versions };
}
