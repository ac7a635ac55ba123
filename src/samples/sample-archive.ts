/** A whole archive for the tests of this room, from the texts of its versions: analysed by the real analysis. */
import { statedToday, withDates } from '../analysis/changes/dated-changes.ts';
import { describeChanges } from '../analysis/changes/describe-changes.ts';
import { eventsOf } from '../analysis/changes/told-once.ts';
import { tellChanges } from '../analysis/headlines/tell-changes.ts';
import { clauseTopics } from '../analysis/topics/clause-topics.ts';
import { type TopicDetector, topicDetector } from '../analysis/topics/detector.ts';
import { topicFindings } from '../analysis/topics/findings.ts';
import { topicSpreads } from '../analysis/topics/topic-spread.ts';
import { voicesOf } from '../analysis/topics/voices.ts';
import type { Agreement, Archive, Entry } from '../model/archive.ts';
import { type ChangeClass, changeClasses } from '../model/change.ts';
import { collectionSchema } from '../model/collection.ts';
import type { Topic } from '../model/topic.ts';
import type { Version } from '../model/version.ts';
import { assignSlugs } from '../text/slugs.ts';
import { built } from './sample-agreement.ts';

/** Platform → agreement → texts (null is one past the bounds of a ledger), a month apart from 2024-01-01 on. */
export type ArchiveSketch = Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;

export function sampleArchive(sketch: ArchiveSketch, topics: readonly Topic[] = []): Archive {
	const detect = topicDetector(topics);
	const slugs = assignSlugs(Object.keys(sketch));
	const platforms = Object.entries(sketch).map(([name, agreements]) => ({
		name,
		slug: slugs.get(name) ?? '',
		agreements: Object.entries(agreements).map(([agreement, texts]) =>
			sampleAgreement(name, agreement, texts, topics, detect),
		),
	}));
	const entries: Entry[] = platforms
		.flatMap((platform) =>
			platform.agreements.flatMap((agreement) =>
				agreement.changes.map((change) => ({ platform, agreement, change })),
			),
		)
		.sort((one, other) => (one.change.version.fetched < other.change.version.fetched ? 1 : -1));
	return {
		collection: collectionSchema.parse({}),
		platforms,
		formerPlatforms: [],
		entries,
		events: eventsOf(entries),
		classCounts: Object.fromEntries(changeClasses.map((name) => [name, 0])) as Record<ChangeClass, number>,
		report: {
			commits: entries.length,
			commitsWithVersions: entries.length,
			versions: entries.length,
			setAside: {},
			filesSetAside: {},
		},
		head: 'c'.repeat(40),
		prefix: '',
		declared: [],
		status: null,
		topics,
		spread: topicSpreads(platforms, topics),
		voices: voicesOf(platforms, topics),
		regulations: [],
		provisions: [],
		hasProvisions: false,
		posts: [],
		notes: [],
		pages: [],
		latest: entries[0]?.change.version.fetched ?? null,
		yearPagesBefore: '',
		redlines: new Map(),
		gaps: [],
	};
}

function sampleAgreement(
	platform: string,
	name: string,
	texts: readonly (string | null)[],
	known: readonly Topic[],
	detect: TopicDetector,
): Agreement {
	const path = `${platform}/${name}.md`;
	const versions = texts.map((_, index) => sampleVersion(path, index));
	const analysed = built(texts);
	const slug = assignSlugs([name]).get(name) ?? '';
	const { ledger } = analysed;
	const judged = clauseTopics(ledger, 'en', detect);
	const clauses = ledger.states.at(-1)?.clauses.length ?? 0;
	const topics = topicFindings({ ledger, versions }, judged);
	const described = describeChanges(versions, analysed, judged.ofEvents, known);
	const told = tellChanges({ ledger, topics, changes: described }, judged, known);
	const changes = withDates(ledger, 'en', told);
	const stated = statedToday(ledger, 'en', changes);
	const named = { name, slug, path, former: [], retired: null, provenSince: [] };
	return { ...named, language: 'en', clauses, versions, ledger, changes, topics, stated };
}

function sampleVersion(path: string, index: number): Version {
	const fetched = new Date(Date.UTC(2024, index, 1)).toISOString();
	return {
		commit: index.toString(16).padStart(40, '0'),
		path,
		blob: index.toString(16).padStart(40, 'b'),
		fetched,
		committed: fetched,
		subject: 'Record new changes',
		origin: 'record',
		evidence: { sources: ['https://acme.example/terms'] },
	};
}
