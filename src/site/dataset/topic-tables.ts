/** Tables of topics: what there is to say, who says it, and the clauses that prove it. All sides are found by rule, not reviewed. */
import { type Found, standingOn } from '../../analysis/topics/findings-index.ts';
import { forbiddingSide, ownSide } from '../../analysis/topics/own-side.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Clause } from '../../model/ledger.ts';
import { topicHrefAt } from '../addresses/links.ts';
import { absolute, topicUrl } from '../addresses/urls.ts';
import { provisionsAnswer } from '../api/provisions-answer.ts';
import { quoteOf } from '../api/quote-of.ts';
import { spreadOf } from '../topics/adoption.ts';
import {
	agreementColumn,
	agreementId,
	optional,
	type Row,
	required,
	type Table,
	text,
	toAgreement,
	toPlatform,
	toTopic,
} from './table.ts';

const topicColumn = required('topic', 'string', 'Id of the topic.');
const stanceColumn = optional('stance', 'string', 'Id of the stance; null where no side is proven.');
const toStance = { columns: ['topic', 'stance'], table: 'stances', of: ['topic', 'stance'] };

export const topics: Table = {
	name: 'topics',
	title: 'Topics',
	description: 'What a clause can be about.',
	columns: [
		topicColumn,
		required('name', 'string', 'As people say it.'),
		required('definition', 'string', 'What clauses on it do.'),
		required('weight', 'integer', 'How much a change of such a clause weighs: 1 little, 3 much.'),
		required('platforms_with', 'integer', 'Platforms with such a clause today.'),
		required('platforms_read', 'integer', 'Platforms with an agreement that the rules can read.'),
		required('address', 'string', 'Its page.'),
	],
	key: ['topic'],
	references: [],
	ofArchive: function* (archive) {
		for (const topic of archive.topics) {
			const { with: having, of } = spreadOf(archive, topic);
			yield {
				topic: topic.id,
				name: topic.name,
				definition: topic.definition,
				weight: topic.weight,
				platforms_with: having,
				platforms_read: of,
				address: absolute(topicUrl(topic.id)),
			};
		}
	},
};

export const stances: Table = {
	name: 'stances',
	title: 'Stances',
	description: 'Sides that a clause can take on a topic.',
	columns: [
		topicColumn,
		required('stance', 'string', 'Id, of its own within the topic.'),
		required('place', 'integer', 'From 0 on; of several that a platform takes the first stands for it.'),
		required('name', 'string', 'Beside the name of the topic.'),
		required('says', 'string', 'After the name of a platform.'),
		required(
			'side',
			'string',
			'`affirms` what the topic’s name says, `denies` it, or `forbids` it to the person.',
		),
	],
	key: ['topic', 'stance'],
	references: [toTopic],
	ofArchive: function* ({ topics: all }) {
		for (const topic of all)
			for (const [place, { id, name, one, side }] of topic.stances.entries())
				yield { topic: topic.id, stance: id, place, name, says: one, side };
	},
};

export const platformStances: Table = {
	name: 'platform_stances',
	title: 'Sides of platforms',
	description:
		'Which side a platform takes on a topic by its clauses of today, those of agreements that are followed no longer left out; one row where it has any clause on it.',
	columns: [
		required('platform', 'string', 'As addresses name it.'),
		topicColumn,
		stanceColumn,
		required('forbids', 'boolean', 'Whether it forbids it to the person, too.'),
		required('clauses', 'integer', 'Clauses of today on the topic.'),
		required('address', 'string', 'Its page on the topic; that of the topic where it has none.'),
	],
	key: ['platform', 'topic'],
	references: [toPlatform, toTopic, toStance],
	ofArchive: function* (archive) {
		for (const platform of archive.platforms)
			for (const topic of archive.topics) {
				const inForce = standingOn(archive, topic.id).get(platform)?.inForce ?? [];
				if (inForce.length === 0) continue;
				yield {
					platform: platform.slug,
					topic: topic.id,
					stance: ownSide(platform, inForce, topic)?.stance?.id ?? null,
					forbids: forbiddingSide(platform, inForce, topic) !== null,
					clauses: inForce.length,
					address: absolute(topicHrefAt(platform, topic.id)),
				};
			}
	},
};

export const evidence: Table = {
	name: 'stance_evidence',
	title: 'Evidence',
	description:
		'The clauses that are on a topic today, each with the words that decide; of an agreement without one, the last that it had.',
	columns: [
		agreementColumn,
		topicColumn,
		stanceColumn,
		required('clause', 'string', 'Name of the clause, lasting.'),
		optional('number', 'string', 'Number of the clause as written.'),
		optional('section', 'string', 'Heading above it, without number.'),
		required('quote', 'string', 'Word for word; an ellipsis stands where it was cut.'),
		required('commit', 'string', 'A commit whose text holds the words.'),
		required('since', 'date', 'Day of the version with which the clause began to say so.'),
		optional('reworded', 'date', 'Day of the version that last reworded it since.'),
		optional('until', 'date', 'Day of the version without it; null while it stands.'),
		required('address', 'string', 'Where it is to be read, or what tells of its end.'),
	],
	key: [],
	references: [toAgreement, toTopic, toStance],
	ofAgreement: function* (archive, platform, agreement) {
		const known = new Set(archive.topics.map(({ id }) => id));
		for (const finding of agreement.topics.findings)
			if (known.has(finding.topic)) yield evidenceRow(archive, { platform, agreement, finding });
	},
};

function evidenceRow(archive: Archive, found: Found): Row {
	const { platform, agreement, finding } = found;
	const {
		clause,
		number,
		section,
		text: words,
		commit,
		since,
		reworded,
		until,
		address,
	} = quoteOf(archive, found);
	return {
		agreement: agreementId(platform, agreement),
		topic: finding.topic,
		stance: finding.stance,
		clause,
		number: text(number),
		section: text(section),
		quote: words,
		commit,
		since,
		reworded,
		until,
		address,
	};
}

export const stays: Table = {
	name: 'stance_spans',
	title: 'Sides through time',
	description:
		'Every clause that ever was on a topic, with the versions in which it took one side. Absences of a month or less are bridged, stays as brief left out.',
	columns: [
		agreementColumn,
		topicColumn,
		stanceColumn,
		required('clause', 'string', 'Name of the clause, lasting.'),
		required('first_version', 'integer', 'First version in which it is so.'),
		required('last_version', 'integer', 'Last version in which it is so.'),
		required('first_fetched', 'datetime', 'When the first was fetched, UTC.'),
		required('last_fetched', 'datetime', 'When the last was fetched, UTC.'),
	],
	key: [],
	references: [toAgreement, toTopic, toStance],
	ofAgreement: function* (archive, platform, agreement) {
		for (const { id } of archive.topics)
			for (const stay of agreement.topics.stays[id] ?? []) yield stayRow(platform, agreement, id, stay);
	},
};

function stayRow(
	platform: Platform,
	agreement: Agreement,
	topic: string,
	{ stance, clause, first, last }: Agreement['topics']['stays'][string][number],
): Row {
	const { ledger, versions } = agreement;
	return {
		agreement: agreementId(platform, agreement),
		topic,
		stance,
		clause: (ledger.clauses[clause] as Clause).anchor,
		first_version: first,
		last_version: last,
		first_fetched: versions[first]?.fetched as string,
		last_fetched: versions[last]?.fetched as string,
	};
}

export const provisions: Table = {
	name: 'provisions',
	title: 'Provisions',
	description: 'Clauses that a person explained; title, lead and what follows it are theirs.',
	columns: [
		required('platform', 'string', 'As addresses name it.'),
		required('provision', 'string', 'Id, of its own within the platform.'),
		agreementColumn,
		topicColumn,
		required('title', 'string', 'Title of the page.'),
		required('quote', 'string', 'Word for word, as verified.'),
		required('clause', 'string', 'Name of the clause, lasting.'),
		required('state', 'string', '`current`, `reworded`, `removed` or `restored`, as of today’s text.'),
		required('commit', 'string', 'Commit whose text was reviewed.'),
		required('since', 'date', 'Day of the version since which the words stood then.'),
		required('reviewed', 'date', 'When a person last read the clause and what is written of it.'),
		optional('author', 'string', 'Who wrote it.'),
		required('lead', 'string', 'One sentence in plain words.'),
		required('why_it_matters', 'string', 'Why it matters.'),
		required('address', 'string', 'Its page.'),
	],
	key: ['platform', 'provision'],
	references: [toPlatform, toAgreement],
	ofArchive: function* (archive) {
		for (const each of provisionsAnswer(archive).provisions)
			yield {
				platform: each.quote.platform.id,
				provision: each.id,
				agreement: `${each.quote.platform.id}/${each.quote.agreement.id}`,
				topic: each.topic.id,
				title: each.title,
				quote: each.quote.text,
				clause: each.quote.clause,
				state: each.state,
				commit: each.quote.commit,
				since: each.quote.since,
				reviewed: each.reviewed,
				author: each.author,
				lead: each.lead,
				why_it_matters: each.whyItMatters,
				address: each.address,
			};
	},
};
