import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foundOn } from '../../analysis/topics/findings-index.ts';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import { filled, leadOf, sidesInOrder, sidesTold } from './plain-lead.ts';

const nothing = { period: null, amount: null, age: null };

function lead(text: string): string {
	const archive = sampleArchive({ Acme: { Terms: [text] } }, [sidedTopic]);
	const platform = archive.platforms[0] as Platform;
	const inForce = foundOn(archive, sidedTopic.id).get(platform)?.inForce ?? [];
	return leadOf('Acme', sidesTold(sidesInOrder(platform, sidedTopic, inForce))).join(' ');
}

describe('the plain lead of a platform on a topic', () => {
	test('is the sentence of its side, with the value that the clause states', () => {
		assert.equal(
			lead('We may train models on it for 30 days.'),
			'Acme trains its models on what you write, for 30 days.',
		);
		assert.equal(lead('We may train models on it.'), 'Acme trains its models on what you write.');
	});

	test('goes on with what it does besides, and with what it forbids, of which it says “it”', () => {
		assert.equal(
			lead(
				'You must not train models on it.\n\nWe never train models on mail.\n\nWe may train models on it.',
			),
			'Acme trains its models on what you write. It says that it does not train models on what you write. It forbids you to train models on its content.',
		);
	});

	test('begins with what it forbids where it does nothing itself', () => {
		assert.equal(
			lead('You must not train models on it.'),
			'Acme forbids you to train models on its content.',
		);
	});

	test('tells nothing beside its side that only a long sentence says', () => {
		const long = `${'Of all that we do for you and for others in the course of a year, '.repeat(5)}we never train on mail.`;
		assert.equal(lead(`We may train models on it.\n\n${long}`), 'Acme trains its models on what you write.');
	});
});

describe('the template of a lead', () => {
	test('leaves out whole what names a value that is not stated', () => {
		const template = '{platform} limits what it pays[ to {amount}][ within {period}].';
		assert.equal(filled(template, 'Acme', nothing), 'Acme limits what it pays.');
		assert.equal(
			filled(template, 'Acme', { ...nothing, amount: '$100' }),
			'Acme limits what it pays to $100.',
		);
	});

	test('takes a platform’s name as it is, whatever signs it has', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (name) => {
				assert.equal(filled('{platform} pays.', name, nothing), `${name} pays.`);
			}),
		);
	});
});
