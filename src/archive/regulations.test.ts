/** The regulations that ship with the machine: each can be read, and touches topics that there are. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../root.ts';
import { readVocabulary } from './vocabulary.ts';

const { topics, regulations } = await readVocabulary(path.join(root, 'src', 'content'));

/** Who publishes the law: nobody's commentary or mirror of it. */
const publishers = [
	'eur-lex.europa.eu',
	'www.legislation.gov.uk',
	'www.gesetze-im-internet.de',
	'uscode.house.gov',
	'leginfo.legislature.ca.gov',
	'www.ilga.gov',
	'statutes.capitol.texas.gov',
	'law.lis.virginia.gov',
	'leg.colorado.gov',
	'app.leg.wa.gov',
	'www.ecfr.gov',
	'www.planalto.gov.br',
	'laws-lois.justice.gc.ca',
	'www.legisquebec.gouv.qc.ca',
	'www.indiacode.nic.in',
	'laws.e-gov.go.jp',
	'www.legislation.gov.au',
];

describe('the regulations that ship with the machine', () => {
	it('are told apart by name, short name and citation', () => {
		for (const field of ['name', 'short', 'citation', 'address'] as const) {
			const values = regulations.map((regulation) => regulation[field]);
			assert.deepEqual(values, [...new Set(values)], field);
		}
	});

	it('lead to the official publisher', () => {
		for (const { id, address } of regulations)
			assert.ok(publishers.includes(new URL(address).hostname), `${id}: ${address}`);
	});

	it('cite a directive or regulation of the Union as its address does', () => {
		const european = regulations.filter(({ address }) => address.includes('eur-lex'));
		assert.ok(european.length > 0);
		for (const { id, citation, address } of european) {
			const [, year, number] = /\/eli\/(?:reg|dir)\/(\d{4})\/(\d+)\/oj$/.exec(address) ?? [];
			const numbers = (citation.split(',')[0] as string).match(/\d+/g)?.map(Number) ?? [];
			const years = numbers.map((each) => (each < 100 ? 1900 + each : each));
			assert.ok(years.includes(Number(year)) && numbers.includes(Number(number)), `${id}: ${citation}`);
		}
	});

	it('name each topic once', () => {
		for (const { id, topics } of regulations) {
			const named = topics.map(({ topic }) => topic);
			assert.deepEqual(named, [...new Set(named)], id);
		}
	});

	it('touch every topic from more than one country', () => {
		for (const { id } of topics) {
			const touching = regulations.filter((regulation) =>
				regulation.topics.some(({ topic }) => topic === id),
			);
			const countries = new Set(touching.map(({ jurisdiction }) => jurisdiction.split(', ').at(-1)));
			assert.ok(countries.size > 1, `${id}: ${[...countries]}`);
		}
	});
});
