/** Alerts about what nobody knows: each told with its line and the name that is likely meant. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { makeTemporaryRepository } from '../samples/temporary-repository.ts';
import { checkArchive } from './check-archive.ts';

const collection = `site: https://tern.example/
contact: mail@tern.example
alerts:
  - to: slack
    secret: ONE
    about: { platform: Trn, agreement: Terms }
  - to: discord
    secret: TWO
    about:
      - platform: Tern
        agreement: Terms of Servce
      - topic: ai-trainin
      - topic: ai-training
        stance: trians
      - { platform: Gull, topic: ai-training, stance: any }
`;

function repository() {
	const made = makeTemporaryRepository();
	const terms = { 'Terms of Service': { fetch: 'https://tern.example/terms', select: 'main' } };
	made.write('declarations/Tern.json', JSON.stringify({ name: 'Tern', terms }));
	return made;
}

test('a slip in what an alert is about is a fault with its line and a proposal', async () => {
	const { directory, write, commit, remove } = repository();
	write('collection.yml', collection);
	write('versions/Gull/Privacy Policy.md', '# Privacy\n\nWe keep your letters for a year.\n');
	commit('First record of Gull Privacy Policy', '2024-01-01');
	const { faults } = await checkArchive(directory);
	assert.deepEqual(
		faults.map(({ where, what, remedy }) => [
			path.relative(directory, where),
			what.slice(0, 60),
			remedy.split(' or ')[0],
		]),
		[
			['collection.yml:6', 'alerts › 0 › about › platform: there is no "Trn"', 'Did you mean "Tern"'],
			[
				'collection.yml:11',
				'alerts › 1 › about › agreement: there is no "Terms of Servce',
				'Did you mean "Terms of Service"?',
			],
			[
				'collection.yml:12',
				'alerts › 1 › about › topic: there is no "ai-trainin"',
				'Did you mean "ai-training"',
			],
			['collection.yml:14', 'alerts › 1 › about › stance: there is no "trians"', 'Did you mean "trains"'],
		],
	);
	remove();
});

test('a side on a topic of which no turn is ever told is a fault, not silence', async () => {
	const { directory, write, remove } = repository();
	const about = '{ topic: advertising, stance: any }';
	write('collection.yml', `contact: a@tern.example\nalerts: [{ to: slack, secret: ONE, about: ${about} }]\n`);
	const { faults } = await checkArchive(directory);
	assert.equal(faults.length, 1);
	assert.match(
		faults[0]?.message ?? '',
		/nobody is told that a side turned on "advertising".*\n.* Sides are told on .*ai-training/,
	);
	remove();
});

test('what is declared or was recorded may be named, before the first capture as well', async () => {
	const { directory, write, remove } = repository();
	write(
		'collection.yml',
		'contact: a@tern.example\nalerts: [{ to: slack, secret: ONE, about: { platform: Tern } }]\n',
	);
	assert.deepEqual((await checkArchive(directory)).faults, []);
	remove();
});
