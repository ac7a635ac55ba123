import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { QuoteHistory } from '../../model/quote-history.ts';
import { agreementOf, type Capture } from '../../samples/sample-agreement.ts';
import { anchorQuote, type Quote, type QuoteRefusal, quoteAnchor } from './anchor-quote.ts';

const head = '# Terms\n\n1. You pay the fees of your plan a month ahead, by card or by transfer.\n\n';
const grant =
	'2. You grant us a licence to host “your content” and to show it to the people whom you choose.\n\n';
const wide = '2. You grant us a licence to host “your content” and to train our models on it, for ever.\n\n';
const tail = '3. The courts of Leith decide disputes, and the law of Scotland governs these terms.\n';

describe('a quote in the history of its agreement', () => {
	it('is found whatever the white space and the form of its quotes, and stands since its clause came', () => {
		const history = found(
			[
				['2024-01-01', head + tail],
				['2024-03-01', head + grant + tail],
			],
			{
				exact: 'a licence  to host\n"your content" and to show it',
			},
		);
		assert.equal(history.state, 'current');
		assert.deepEqual([history.verified, history.inTheseWordsSince, history.movedOn], [1, 1, null]);
		assert.equal(history.number, '2.');
	});

	it('is found where it runs over pieces of one long block', () => {
		const sentences = Array.from(
			{ length: 60 },
			(_, at) => `In case ${at} we store what you gave us for ${at} days and no longer.`,
		);
		for (const gap of [' ', '\n']) {
			const exact = sentences.slice(20, 35).join(' ');
			const history = found([['2024-01-01', head + sentences.join(gap)]], { exact });
			assert.equal(history.state, 'current');
			assert.ok(history.clauses.length > 1);
		}
	});

	it('that is reworded after the review is the same clause, and the change that ended it is named', () => {
		const history = found(
			[
				['2024-01-01', head + grant + tail],
				['2024-03-01', head + wide + tail],
			],
			{
				exact: 'to show it to the people whom you choose',
			},
			'2024-02-01',
		);
		assert.equal(history.state, 'reworded');
		assert.equal(history.movedOn, 1);
		assert.deepEqual(
			history.fits.map(({ fit }) => fit),
			['exact', 'clause'],
		);
	});

	it('that went out is removed, and one that came back after months is restored', () => {
		const versions = [
			['2024-01-01', head + grant + tail],
			['2024-03-01', head + tail],
		] as const;
		const quote = { exact: 'You grant us a licence to host' };
		assert.equal(found(versions, quote, '2024-02-01').state, 'removed');
		const back = found([...versions, ['2024-08-01', head + grant + tail]], quote, '2024-02-01');
		assert.deepEqual([back.state, back.movedOn, back.inTheseWordsSince], ['restored', 1, 0]);
	});

	it('is followed where its words go on in the clause of another edition, which stood beside the old one', () => {
		const page = (edition: string, more = '') => `# ${edition}\n\n${head}${grant}${more}${tail}`;
		const old = page('Terms of 2024');
		const fresh = page('Terms of 2025', 'Notices reach us by letter alone, at the address of our house.\n\n');
		const versions: Capture[] = [
			['2024-01-01', old],
			['2024-06-01', `${fresh}\n${old}`],
			['2024-09-01', fresh],
		];
		for (const reviewed of ['2024-02-01', '2024-10-01']) {
			const { ledger } = agreementOf(...versions);
			const history = found(versions, { exact: 'You grant us a licence to host' }, reviewed);
			assert.deepEqual([history.state, history.inTheseWordsSince], ['current', 0]);
			assert.ok(history.clauses.every((clause) => ledger.states[2]?.clauses.includes(clause)));
			assert.equal(ledger.clauses[history.clauses[0] ?? -1]?.anchor, history.anchor);
		}
	});

	it('that was away for some days never went', () => {
		const history = found(
			[
				['2024-01-01', head + grant + tail],
				['2024-03-01', head + tail],
				['2024-03-05', head + grant + tail],
			],
			{
				exact: 'You grant us a licence',
			},
		);
		assert.deepEqual([history.state, history.fits.length], ['current', 1]);
	});

	it('may run over a paragraph and the items below it', () => {
		const list = 'You may not spread:\n\n- anything that is not yours,\n- anything that harms a person.\n';
		const history = found([['2024-01-01', head + list]], {
			exact: 'You may not spread: anything that is not yours, anything that harms',
		});
		assert.equal(history.clauses.length, 3);
	});

	it('whose words stand twice needs its neighbours, and is then the one that they stand beside', () => {
		const twice = `${head}Refunds: we answer within ten days.\n\nComplaints: we answer within ten days.\n`;
		const refusal = refused([['2024-01-01', twice]], { exact: 'we answer within ten days.' });
		assert.equal(refusal.why === 'several' && refusal.places.length, 2);
		const one = found([['2024-01-01', twice]], {
			exact: 'we answer within ten days.',
			prefix: 'Complaints: ',
		});
		const other = found([['2024-01-01', twice]], {
			exact: 'we answer within ten days.',
			prefix: 'Refunds: ',
		});
		assert.notEqual(one.anchor, other.anchor);
		assert.equal(one.times, 2);
	});

	it('is told from its double by neighbours of any length', () => {
		const before = 'Complaints, of whatever kind and by whatever way they reach us: ';
		const after = ' Every answer says who gave it, and to whom you can turn if you do not agree with it.';
		const twice = `${head}Refunds: we answer within ten days.\n\n${before}we answer within ten days.${after}\n`;
		for (let length = 6; length <= before.length; length++) {
			const [prefix, suffix] = [before.slice(-length), after.slice(0, length)];
			const exact = 'we answer within ten days.';
			const at = found([['2024-01-01', twice]], { exact, prefix });
			assert.equal(found([['2024-01-01', twice]], { exact, suffix }).anchor, at.anchor, prefix);
		}
	});

	it('that ends inside a word is none', () => {
		assert.equal(refused([['2024-01-01', head + tail]], { exact: 'You pay the fee' }).why, 'not there');
	});

	it('that stood before the day of its review is refused with the version that last held it', () => {
		const refusal = refused(
			[
				['2024-01-01', head + grant + tail],
				['2024-03-01', head + wide + tail],
			],
			{
				exact: 'to show it to the people whom you choose',
			},
		);
		assert.equal(refusal.why === 'not there' && refusal.stoodUntil, 0);
	});

	it('that is older than the archive is refused for that', () => {
		assert.equal(refused([['2024-01-01', head]], { exact: 'You pay' }, '2023-12-31').why, 'too early');
	});

	it('is found at any words of a clause, and refused once a word differs, the clause itself being nearest', () => {
		const words = 'The courts of Leith decide disputes and the law of Scotland governs these terms'.split(
			' ',
		);
		fc.assert(
			fc.property(
				fc.nat(words.length - 6),
				fc.integer({ min: 5, max: words.length }),
				fc.constantFrom(' ', '  ', '\n', ' \t '),
				(from, length, blank) => {
					const part = words.slice(from, from + length);
					const text = `# Terms\n\nYou pay the fees ahead.\n\n${words.join(' ')}\n`;
					found([['2024-01-01', text]], { exact: part.join(blank) });
					const wrong = part.with(2, 'never');
					const refusal = refused([['2024-01-01', text]], { exact: wrong.join(' ') });
					assert.equal(refusal.why === 'not there' && refusal.nearest?.words, words.join(' '));
				},
			),
		);
	});

	it('may have the numbers of its clauses or not, and no other number makes other words', () => {
		const list = (first: number) =>
			`You may not spread:\n\n(${first}) what is not yours,\n\n(${first + 1}) what harms a person.\n`;
		const texts = [
			['2024-01-01', head + list(1)],
			['2024-03-01', `${head}1.5 Nobody is above the rules.\n\n${list(2)}`],
		] as const;
		for (const exact of [
			'You may not spread: (1) what is not yours, (2) what harms',
			'spread: what is not yours, (2) what harms',
			'You may not spread: what is not yours, what harms',
			'(2) what harms a person.',
		]) {
			const history = found(texts, { exact }, '2024-02-01');
			assert.deepEqual([history.state, history.fits.length], ['current', 1], exact);
		}
	});

	it('is told from its like by what is proposed where it is refused', () => {
		const like = 'The fee is not paid back.';
		const places = ['When you leave.', 'When we end this.', 'When we end this.'];
		const text = places.map((place) => `${place} ${like} So it is.\n\n`).join('Or else:\n\n');
		const texts = [['2024-01-01', text]] as const;
		const refusal = refused(texts, { exact: like });
		assert.ok(refusal.why === 'several');
		assert.equal(refusal.times, 3);
		const anchors = refusal.telling.map((around) => found(texts, { exact: like, ...around }).anchor);
		assert.equal(new Set(anchors).size, 3);
	});

	it('that stands beside other words than said is refused with the words that it stands beside', () => {
		const refusal = refused([['2024-01-01', head + tail]], { exact: 'a month ahead', prefix: 'the price' });
		assert.deepEqual(refusal, {
			why: 'beside others',
			places: [
				{
					prefix: '1. You pay the fees of your plan',
					suffix: ', by card or by transfer. 3. The',
					section: 'Terms',
				},
			],
		});
	});

	it('of a clause that had gone by the day of its review has not moved on since', () => {
		const agreement = agreementOf(['2024-01-01', head + grant + tail], ['2024-03-01', head + tail]);
		const anchor = quoteAnchor(agreement);
		const days = { quoted: '2024-02-01', reviewed: '2024-04-01' };
		const anchored = anchor({ exact: 'You grant us a licence' }, days);
		assert.ok(anchored.kind === 'found');
		assert.deepEqual([anchored.history.state, anchored.history.movedOn], ['removed', null]);
	});

	it('that went out is not found again in a clause like it that stood beside it all the time', () => {
		const print =
			'You grant us a licence to print “your content” and to sell it to the people whom you choose.\n';
		const quote = { exact: 'You grant us a licence to host "your content" and to show it to the people' };
		const texts = [
			['2024-01-01', head + grant + print],
			['2024-03-01', head + print],
		] as const;
		assert.equal(found(texts, quote, '2024-02-01').state, 'removed');
	});

	it('is quoted as of the newest text of its day, whatever the order in which versions were put in', () => {
		const texts = [
			['2024-01-01', head + tail],
			['2024-03-01', head + grant + tail],
			['2024-02-01', head + wide + tail],
		] as const;
		assert.equal(found(texts, { exact: 'to show it to the people' }, '2024-04-01').verified, 1);
	});

	it('does not go where the newest page broke off and may be whole again tomorrow', () => {
		const agreement = agreementOf(['2024-01-01', head + grant + tail], ['2024-03-01', '# Terms\n']);
		const quote = { exact: 'You grant us a licence' };
		const days = { quoted: '2024-02-01', reviewed: '2024-02-01' };
		const stateWith = (label: 'stood' | null) => {
			const lost = { class: 'lost', hindsight: label === null ? null : { label } } as const;
			const changes = [{ class: 'first', hindsight: null } as const, lost];
			const anchored = quoteAnchor({ ...agreement, changes })(quote, days);
			return anchored.kind === 'found' && anchored.history.state;
		};
		assert.equal(stateWith(null), 'current');
		assert.equal(stateWith('stood'), 'removed');
	});

	it('is found in no more steps than there are letters, however often it nearly stands there', () => {
		const exact = `${'a '.repeat(400)}b`;
		const text = `${'a '.repeat(20_000)}\n\n`.repeat(20);
		assert.equal(refused([['2024-01-01', text]], { exact }).why, 'not there');
		const everywhere = refused([['2024-01-01', text]], { exact: 'a a' });
		assert.ok(everywhere.why === 'several' && everywhere.places.length <= 50 && everywhere.times > 50);
	});

	it('is answered without an error, whatever quote and text are', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), (text, exact, prefix) => {
				anchorQuote(agreementOf(['2024-01-01', text]), { exact, prefix }, '2024-02-01');
			}),
		);
	});
});

function found(texts: readonly Capture[], quote: Quote, day = '2024-12-31'): QuoteHistory {
	const anchored = anchorQuote(agreementOf(...texts), quote, day);
	assert.equal(anchored.kind, 'found', JSON.stringify(anchored));
	return (anchored as Extract<typeof anchored, { kind: 'found' }>).history;
}

function refused(texts: readonly Capture[], quote: Quote, day = '2024-12-31'): QuoteRefusal {
	const anchored = anchorQuote(agreementOf(...texts), quote, day);
	assert.equal(anchored.kind, 'refused', JSON.stringify(anchored));
	return (anchored as Extract<typeof anchored, { kind: 'refused' }>).refusal;
}
