/** Tables of what changed: changes, their topics, sides that turned. */
import { sentence } from '../../analysis/changes/change-summary.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import { type Change, changeClasses } from '../../model/change.ts';
import { type EventKind, eventKinds } from '../../model/ledger.ts';
import { changeHref } from '../addresses/links.ts';
import { absolute } from '../addresses/urls.ts';
import {
	agreementColumn,
	agreementId,
	type Column,
	optional,
	type Row,
	required,
	type Table,
	text,
	toAgreement,
	toTopic,
	toVersion,
	versionColumn,
} from './table.ts';

const countColumns: readonly Column[] = eventKinds.map((kind) =>
	required(countName(kind), 'integer', `Clauses that are ${kind}, as the methodology page explains it.`),
);

function countName(kind: EventKind): string {
	return kind === 'number' ? 'clauses_numbers' : `clauses_${kind}`;
}

export const changes: Table = {
	name: 'changes',
	title: 'Changes',
	description: 'What differs between a version and the one that it is compared with: one for each version.',
	columns: [
		agreementColumn,
		versionColumn,
		optional('base', 'integer', 'Version that it is compared with; null for a first record.'),
		required('commit', 'string', 'Of the version after.'),
		optional('parent', 'string', 'Commit of the version before; null for a first record.'),
		required('fetched', 'datetime', 'When the version after was fetched, UTC.'),
		required('class', 'string', `What kind of change: ${changeClasses.join(', ')}.`),
		required('rank', 'string', '`prominent`, `low`, or `folded`: in the history table alone.'),
		optional('hindsight', 'string', 'Why the rank differs from that of the class.'),
		required('sentence', 'string', 'What it did, in a computed sentence.'),
		required('words_in', 'integer', 'Words that came in.'),
		required('words_out', 'integer', 'Words that went out.'),
		...countColumns,
		optional(
			'dated',
			'string',
			'How the day that the page gives itself stands to it: ahead, passed, moved or still.',
		),
		optional('dated_says', 'string', '`effective` or `updated`.'),
		optional('dated_day', 'date', 'The day that the page names.'),
		optional('dated_seen', 'date', 'When that, or the change, was first seen.'),
		optional('dated_days', 'integer', 'Whole days between the two.'),
		required('address', 'string', 'Its page; where it has none, its row in the history.'),
	],
	key: ['agreement', 'version'],
	references: [toAgreement, toVersion],
	ofAgreement: function* (_archive, platform, agreement) {
		for (const change of agreement.changes) yield changeRow(platform, agreement, change);
	},
};

function changeRow(platform: Platform, agreement: Agreement, change: Change): Row {
	const { version, base, dated, counts } = change;
	return {
		agreement: agreementId(platform, agreement),
		version: change.index,
		base: base < 0 ? null : base,
		commit: version.commit,
		parent: agreement.versions[base]?.commit ?? null,
		fetched: version.fetched,
		class: change.class,
		rank: change.rank,
		hindsight: change.hindsight?.label ?? null,
		sentence: sentence(change),
		words_in: change.wordsIn,
		words_out: change.wordsOut,
		...Object.fromEntries(eventKinds.map((kind) => [countName(kind), counts[kind]])),
		dated: dated?.kind ?? null,
		dated_says: dated?.says ?? null,
		dated_day: text(dated?.day),
		dated_seen: text(dated?.seen.slice(0, 10)),
		dated_days: dated?.days ?? null,
		address: absolute(changeHref(platform, agreement, change)),
	};
}

export const changeTopics: Table = {
	name: 'change_topics',
	title: 'Topics of changes',
	description: 'Topics of clauses that came in, went out or were reworded. Found by rule, not reviewed.',
	columns: [agreementColumn, versionColumn, required('topic', 'string', 'Id of the topic.')],
	key: ['agreement', 'version', 'topic'],
	references: [toVersion, toTopic],
	ofAgreement: function* (archive, platform, agreement) {
		const known = topicIds(archive);
		for (const { index, topics } of agreement.changes)
			for (const topic of new Set(topics))
				if (known.has(topic)) yield { agreement: agreementId(platform, agreement), version: index, topic };
	},
};

export const turns: Table = {
	name: 'stance_turns',
	title: 'Sides that turned',
	description:
		'Sides that an agreement took, turned or gave up with a change that matters. Found by rule, not reviewed.',
	columns: [
		agreementColumn,
		versionColumn,
		required('topic', 'string', 'Id of the topic.'),
		optional('before', 'string', 'Stance before; null where it took none.'),
		optional('after', 'string', 'Stance after; null where it takes none.'),
	],
	key: ['agreement', 'version', 'topic'],
	references: [toVersion, toTopic],
	ofAgreement: function* (archive, platform, agreement) {
		const known = topicIds(archive);
		for (const change of agreement.changes)
			for (const { topic, before, after } of change.turns)
				if (known.has(topic))
					yield { agreement: agreementId(platform, agreement), version: change.index, topic, before, after };
	},
};

const ids = new WeakMap<Archive['topics'], ReadonlySet<string>>();

/** A kept analysis may name a topic that the vocabulary no longer has. */
function topicIds({ topics }: Archive): ReadonlySet<string> {
	const known = ids.get(topics) ?? new Set(topics.map(({ id }) => id));
	ids.set(topics, known);
	return known;
}
