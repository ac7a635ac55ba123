/** What a reader is told beside a clause is what happened to it, and nothing of a long document is lost without a count. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { redline } from '../../analysis/redline/redline.ts';
import type { Agreement } from '../../model/archive.ts';
import type { State } from '../../model/ledger.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { mapOf, stripOf } from './change-map.ts';
import { collapseTrivial } from './collapse-trivial.ts';
import type { ChangedRow, RedlineView, Row } from './redline-rows.ts';
import { anchorsOf, viewRedline } from './redline-view.ts';

function sections(...texts: readonly string[]): string {
	return texts.join('\n\n');
}

const opening = [
	'# Terms',
	'## 1. About',
	'1.1 These terms are a contract between you and the company Acme.',
];
const content = [
	'## 2. Content',
	'2.1 You keep whatever rights you hold in the texts that you put into the service.',
	'2.2 You grant us a licence to host your texts solely to provide the service to you.',
	'2.3 You confirm that you have the right to submit every text that you submit.',
];
const fees = [
	'## 3. Fees',
	'3.1 We will tell you of a change in fees at least 60 days before it applies.',
	'3.2 We may keep copies of your invoices for ten years after you close the account.',
];
const disputes = [
	'## 4. Disputes',
	'4.1 The [rules](https://acme.example/2024) of the chamber apply to any dispute.',
];
const before = sections(...opening, ...content, ...fees, ...disputes);

function pair(...texts: readonly [string, string]) {
	const agreement = sampleArchive({ Acme: { Terms: texts } }).platforms[0]?.agreements[0] as Agreement;
	const [old, fresh] = agreement.ledger.states as readonly [State, State];
	const blocks = redline(agreement.ledger, old, fresh);
	const quiet = collapseTrivial(agreement.ledger, blocks);
	return { ledger: agreement.ledger, blocks, quiet, view: viewRedline(agreement.ledger, quiet) };
}

function rowsOf({ parts }: RedlineView): Row[] {
	return parts.flatMap(({ rows }) => rows);
}

function changed(after: string): ChangedRow {
	const rows = rowsOf(pair(before, after).view).filter((row) => row.kind === 'change');
	assert.equal(rows.length, 1);
	return rows[0] as ChangedRow;
}

describe('a changed clause', () => {
	test('shows its words marked, its number without full stop and what happened', () => {
		const row = changed(before.replace('solely to provide the service to you', 'to train our models'));
		assert.deepEqual([row.number, row.label, row.tone, row.quiet], ['2.2', 'Reworded', 'ink', false]);
		assert.match(String(row.html), /<del.*>solely.*<\/del> <ins.*>to train.*<\/ins>/);
	});

	test('that came in or went out is marked as a whole', () => {
		const added = changed(
			`${before}\n\n4.2 Where many users bring like claims, they are heard in batches of ten.`,
		);
		assert.deepEqual([added.label, added.tone], ['Added', 'ins']);
		assert.match(String(added.html), /^<ins>Where .*<\/ins>$/);
		const removed = changed(
			before.replace(
				'\n\n3.2 We may keep copies of your invoices for ten years after you close the account.',
				'',
			),
		);
		assert.deepEqual([removed.number, removed.label, removed.tone], ['3.2', 'Removed', 'del']);
		assert.match(String(removed.html), /^<del>We may keep .*<\/del>$/);
	});

	test('with a sentence from elsewhere marks what came in alone, and says so', () => {
		const first = 'You may see all of your data at any time in the settings of your account.';
		const second = 'You may ask us for a copy of it in writing.';
		const fresh = 'We answer within a month.';
		const added = rowsOf(pair(`${first} ${second}`, `${first}\n\n${second} ${fresh}`).view).find(
			(row) => row.kind === 'change' && row.event === 'added',
		);
		assert.ok(added?.kind === 'change');
		assert.deepEqual(added.notes, ['The words under dots stood elsewhere before.']);
		assert.equal(added.html, `<span class="e">${second}</span> <ins>${fresh}</ins>`);
	});

	test('that was only cut off from its neighbour is no change', () => {
		const first = 'You may see all of your data at any time in the settings of your account.';
		const second = 'You may ask us for a copy of it in writing.';
		const rows = rowsOf(pair(`${first} ${second}`, `${first}\n\n${second}`).view);
		assert.ok(rows.every((row) => row.kind !== 'change' || row.quiet));
	});

	test('whose number alone changed is told in words, not marked', () => {
		const row = changed(before.replace('3.2 We', '3.5 We'));
		assert.deepEqual([row.label, row.tone, row.quiet], ['Renumbered', 'none', true]);
		assert.doesNotMatch(String(row.html), /<ins>|<del>/);
		assert.deepEqual(row.notes, ['Was 3.2, now 3.5.', 'No word changed.']);
	});

	test('whose number ends in a full stop is told in a sentence with one', () => {
		const row = changed(before.replace('3.2 We', '3.5. We'));
		assert.equal(row.notes[0], 'Was 3.2, now 3.5.');
	});

	test('that moved within its section says so, and does not name the section as if it were another', () => {
		const [first, second] = ['One clause about the first matter.', 'Another clause of the second kind.'];
		const [old, fresh] = [
			[first, second, 'End.'],
			[second, 'End.', first],
		].map((list) => ['# Fees', ...list].join('\n\n')) as [string, string];
		const rows = rowsOf(pair(old, fresh).view);
		assert.equal(rows.find((row) => row.kind === 'change')?.notes[0], 'Stood elsewhere in this section.');
		const labels = rows.filter((row) => row.kind === 'collapsed').map(({ label }) => label);
		assert.ok(
			labels.some((label) => label.endsWith('moved within this section')),
			labels.join(' / '),
		);
	});

	test('whose link alone changed shows the old and the new target', () => {
		const row = changed(before.replace('acme.example/2024', 'acme.example/2026'));
		assert.equal(row.label, 'Link target');
		assert.deepEqual(row.relinked, [
			{ before: 'https://acme.example/2024', after: 'https://acme.example/2026' },
		]);
	});

	test('that moved says where it stood, and the row it left says where it went', () => {
		const moved = '2.3 You confirm that you have the right to submit every text that you submit.';
		const after = `${before.replace(`\n\n${moved}`, '')}\n\n4.2 ${moved.slice(4)}`;
		const rows = rowsOf(pair(before, after).view);
		const row = rows.find((other) => other.kind === 'change');
		assert.deepEqual([row?.label, row?.tone], ['Moved here', 'dots']);
		assert.equal(row?.notes[0], 'Stood as 2.3 in Content.');
		const labels = rows.filter((other) => other.kind === 'collapsed').map(({ label }) => label);
		assert.ok(
			labels.some((label) => label.endsWith('2.3 moved to 4.2')),
			labels.join(' / '),
		);
	});

	test('of which little survives stands as two blocks, without marks', () => {
		const old = 'We will tell you of a change in fees at least 60 days before it applies.';
		const fresh = 'We will tell you nothing, and every price may rise overnight without notice.';
		const row = changed(before.replace(old, fresh));
		assert.deepEqual([row.event, row.label], ['reworded', 'Rewritten']);
		assert.deepEqual(row.html, { before: old, after: fresh });
		assert.match(row.notes.join(' '), /Fewer than a third of the words survive/);
	});
});

describe('what did not change', () => {
	test('is collapsed with its sections and its count', () => {
		const { view } = pair(before, before.replace('chamber apply', 'court apply'));
		const [row] = rowsOf(view);
		assert.equal(row?.kind, 'collapsed');
		assert.match(row.label, /: 6 clauses unchanged$/);
		assert.ok(row.lines.some(({ heading, text }) => heading && text === '3. Fees'));
	});

	test('is counted where the row would grow too heavy', () => {
		const long = Array.from(
			{ length: 80 },
			(_, index) => `Clause number ${index} ${'says nothing new at all '.repeat(6)}.`,
		);
		const text = sections(
			'# Terms',
			...long,
			'## End',
			'The last clause has one word that will change soon.',
		);
		const { view } = pair(text, text.replace('soon', 'later'));
		const [row] = rowsOf(view);
		assert.equal(row?.kind, 'collapsed');
		assert.ok(row.omitted > 0);
		const shown = row.lines.filter(({ heading }) => !heading).length;
		assert.equal(shown + row.omitted, 80);
	});
});

describe('of what did not change', () => {
	const few = ['## Post', 'Letters go to the office in Lund.', 'They are read on the day that they come in.'];
	const many = [
		'## Rules',
		...Array.from({ length: 90 }, (_, at) => `Rule ${at} says ${'nothing new '.repeat(9)}.`),
	];
	const edited = (word: string) => [
		`## Fees ${word}`,
		`The first fee is due ${word} the order.`,
		'It is paid once.',
	];
	const last = (word: string) => [
		'## End',
		'The second of the fees is paid by card.',
		`The third is due ${word} the end.`,
	];
	const text = (word: string) => sections('# Terms', ...many, ...edited(word), ...few, ...last(word));
	const folded = (view: RedlineView) => rowsOf(view).filter((row) => row.kind === 'collapsed');

	test('the few clauses between two edits are shown before a part of the many', () => {
		const [long, short] = folded(pair(text('before'), text('after')).view);
		assert.ok(long !== undefined && long.omitted > 0);
		assert.equal(short?.omitted, 0);
		assert.ok(short?.lines.some((line) => line.text.includes('Lund')));
	});
});

describe('a change that no reader looks for', () => {
	const other = before
		.replace('the company Acme', 'the company “Acme”')
		.replace('acme.example/2024', 'acme.example/2026');

	test('is shown where there is nothing else', () => {
		const { quiet, view } = pair(before, before.replace('the company Acme', 'the company “Acme”'));
		assert.equal(quiet.trivial.size, 0);
		assert.ok(rowsOf(view).some((row) => row.kind === 'change' && row.label === 'Typography'));
	});

	test('a clause with another number is collapsed where nothing else happened in its section', () => {
		const { view } = pair(before, before.replace('4.1 The', '4.2 The').replace('60 days', '14 days'));
		const rows = rowsOf(view);
		assert.deepEqual(
			rows.filter((row) => row.kind === 'change').map(({ label }) => label),
			['Number changed'],
		);
		const row = rows.at(-1);
		assert.equal(row?.kind, 'collapsed');
		assert.match(row.label, /1 clause renumbered, 4\.1 to 4\.2$/);
	});

	test('is collapsed, with its context, where words of the terms changed', () => {
		const { view } = pair(before, other.replace('60 days', '14 days'));
		const rows = rowsOf(view);
		assert.deepEqual(
			rows.filter((row) => row.kind === 'change').map(({ label }) => label),
			['Number changed', 'Link target'],
		);
		const [row] = rows;
		assert.equal(row?.kind, 'collapsed');
		assert.match(row.label, /; 1 clause in other typography$/);
		assert.deepEqual(
			rows.filter((row) => row.kind === 'heading').map(({ text }) => text),
			['Fees', 'Disputes'],
		);
	});

	test('a copy that went out is told with what stands around it, and so is one that came in', () => {
		const copy = 'Whoever has a question writes to the office in Lund.';
		const both = before.replace('\n\n## 3.', `\n\n${copy}\n\n## 3.`).concat(`\n\n${copy}`);
		const one = before.concat(`\n\n${copy}`);
		const labels = (...texts: readonly [string, string]): string =>
			rowsOf(pair(...texts).view)
				.flatMap((row) => (row.kind === 'collapsed' ? [row.label] : []))
				.join(' / ');
		const shorter = (text: string): string => text.replace('60 days', '14 days');
		assert.match(labels(both, shorter(one)), /1 clause left out, whose words still stand/);
		assert.match(labels(one, shorter(both)), /1 clause whose words stood before/);
	});

	test('loses no clause of the document', () => {
		const after = other.replace('60 days', '14 days');
		const { ledger, quiet } = pair(before, after);
		const standing = quiet.blocks.flatMap((block) => {
			if (block.kind === 'collapsed') return [...block.clauses];
			if (block.kind === 'context') return [block.clause];
			return block.kind === 'change' && block.event.after !== null ? [block.event.clause] : [];
		});
		assert.deepEqual(standing, Array.from(ledger.states[1]?.clauses ?? []));
	});
});

describe('a large change', () => {
	const clause = (index: number): string =>
		`${index}.1 The party of number ${index} owes ${'many other things '.repeat(3)}.`;
	const many = (count: number): string[] => Array.from({ length: count }, (_, index) => clause(index + 10));

	test('shows the head of a long run of new clauses and counts the others', () => {
		const { view } = pair(before, sections(before, ...many(20)));
		const more = rowsOf(view).find((row) => row.kind === 'more');
		assert.equal(more?.label, '14 more clauses added here');
		assert.equal(more?.rows.length, 14);
		assert.equal(anchorsOf(view).size, 20);
	});

	test('is closed section by section, and the counts add up', () => {
		const text = Array.from({ length: 60 }, (_, index) =>
			sections(
				`## Part ${index}`,
				...Array.from({ length: 8 }, (_, at) => `${clause(index * 8 + at)} Extra.`),
			),
		);
		const { view } = pair(before, sections(before, ...text));
		assert.ok(view.parts.length > 20);
		const told = view.parts.reduce((sum, { changes }) => sum + changes, 0);
		assert.equal(told, 540);
	});

	test('shows every clause, the later ones shorter, and says how much of them is left out', () => {
		const long = (index: number): string => `${clause(index)} ${'It owes many other things. '.repeat(40)}`;
		const { view } = pair(
			before,
			sections(before, ...Array.from({ length: 120 }, (_, index) => long(index + 10))),
		);
		assert.deepEqual(view.omitted, []);
		const drawn = rowsOf(view).flatMap((row) =>
			row.kind === 'more' ? row.rows : row.kind === 'change' ? [row] : [],
		);
		const lengths = drawn.map(({ html }) => String(html).length);
		assert.equal(lengths.length, 120);
		assert.ok((lengths[0] as number) > 1000 && (lengths.at(-1) as number) < 250);
		assert.match(
			String(drawn.at(-1)?.html),
			/^<ins class="a">The party of number 129 .*<\/ins> <i lang="en">… \d+ more words came in …<\/i> $/,
		);
	});

	test('shows the one word that changed in a clause too heavy for a page', () => {
		const huge = 'The parties owe each other many things, and\nnobody keeps count; '.repeat(2000);
		const { view } = pair(sections(before, `${huge}sooner`), sections(before, `${huge}later`));
		const changes = rowsOf(view).filter((row) => row.kind === 'change');
		assert.ok(changes.some(({ html }) => /<del[^>]*>sooner<\/del> <ins[^>]*>later/.test(String(html))));
		assert.ok(JSON.stringify(changes).length < 3000);
	});

	test('says of thousands of clauses how many are left out', () => {
		const { view } = pair(before, sections(before, ...many(2000)));
		const told = view.parts.reduce((sum, { changes }) => sum + changes, 0);
		assert.equal(told + view.omitted.length, 2000);
		assert.ok(view.omitted.length > 0);
	});
});

describe('the map of a change', () => {
	const { ledger, blocks, view } = pair(before, before.replace('60 days', '14 days'));

	test('names the sections and leads to the changed clause', () => {
		const lines = mapOf(ledger, blocks, anchorsOf(view));
		const line = lines.find(({ anchor }) => anchor !== null);
		assert.equal(line?.title, '3 Fees');
		assert.deepEqual(
			line?.bars.map(({ tone }) => tone),
			['ink'],
		);
		assert.ok(anchorsOf(view).has(line?.anchor ?? ''));
	});

	test('leads nowhere where the page does not hold the clause', () => {
		const lines = mapOf(ledger, blocks, new Set());
		assert.ok(lines.every(({ anchor }) => anchor === null));
		assert.ok(lines.some(({ bars }) => bars.length > 0));
	});

	test('as a strip draws one bar', () => {
		assert.deepEqual(
			stripOf(ledger, blocks).map(({ tone, path }) => [tone, path.split('M').length - 1]),
			[['ink', 1]],
		);
	});
});
