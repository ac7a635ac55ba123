/** Begins a provision from what is computed of a platform on a topic, and what the topic's file says of such clauses. */
import path from 'node:path';
import { anchorQuote, type Quote } from '../../analysis/quotes/anchor-quote.ts';
import { foundOn } from '../../analysis/topics/findings-index.ts';
import type { PlatformSide } from '../../analysis/topics/own-side.ts';
import { citedParts } from '../../model/cited.ts';
import { unwritten } from '../../model/editorial.ts';
import { Fault } from '../../model/fault.ts';
import type { Regulation } from '../../model/regulation.ts';
import type { Topic, TopicReading } from '../../model/topic.ts';
import { leadOf, sidesInOrder } from '../../site/on/plain-lead.ts';
import { lawsOn } from '../../site/topics/laws-on-topic.ts';
import { refuseUnknown } from '../recorded-names.ts';
import { writeNewFile } from '../write-new-file.ts';
import { type ModelUse, type Prose, type ProseTask, proseFor } from './ask-for-prose.ts';
import { passageOf } from './clause-texts.ts';
import { draftedPage, goOn, proseOf } from './drafted-page.ts';
import { type ReadPlatform, readPlatform } from './read-platform.ts';

export interface Draft {
	/** The file that was written; null where nothing was, because no more than what a model would be sent was asked for. */
	readonly file: string | null;
	readonly prose: Prose | null;
}

export interface ProvisionDraftRequest {
	readonly platform: string;
	/** `Topic.id` */
	readonly topic: string;
	readonly model: ModelUse;
}

/**
 * @param directory of the collection
 * @throws Fault where the platform takes no side on the topic, where the model fails, and where the file is there
 */
export async function draftProvision(directory: string, asked: ProvisionDraftRequest): Promise<Draft> {
	const read = await readPlatform(directory, asked.platform);
	refuseUnknown(
		'npm run draft',
		'topic',
		asked.topic,
		read.topics.map(({ id }) => id),
	);
	const topic = read.topics.find(({ id }) => id === asked.topic) as Topic;
	const side = sideOf(read, topic);
	const task = taskOf(side, topic);
	const prose = await proseFor(asked.model, task, {
		platform: side.platform.name,
		language: side.best.agreement.language,
		topics: read.topics,
	});
	if (asked.model.onlyShow) return { file: null, prose };
	const file = path.join(directory, 'provisions', read.folder, `${topic.id}.mdx`);
	await writeNewFile(file, draftedPage(headOf(read, topic, side, prose), remarksOf(topic), prose), goOn);
	return { file, prose };
}

function sideOf({ platform }: ReadPlatform, topic: Topic): PlatformSide {
	const inForce = foundOn({ platforms: [platform] }, topic.id).get(platform)?.inForce ?? [];
	const [side] = sidesInOrder(platform, topic, inForce);
	if (side !== undefined) return side;
	throw new Fault(
		`no clause of today takes a side on “${topic.name}” that is proven`,
		platform.name,
		'Begin with words of your own: npm run new-provision.',
	);
}

function taskOf({ platform, all }: PlatformSide, topic: Topic): ProseTask {
	return {
		subject: `${platform.name} on “${topic.name}”: ${topic.definition}`,
		wanted: {
			lead: 'One sentence: what the passages say, beginning with the name of the platform.',
			whyItMatters: 'Two to four sentences: what follows from it for people.',
			leavesOpen:
				'Up to three sentences: what the passages do not settle, each with the words that leave it open.',
			people: 'Up to two sentences: which people it concerns, and how.',
			organisations: 'Up to two sentences: which organisations it concerns, and how.',
		},
		passages: all.flatMap(({ agreement, finding }) => passageOf(agreement, finding.clause) ?? []),
	};
}

function remarksOf({ name, file }: Topic): string[] {
	return [
		`A draft. What is said of clauses on “${name}” in general comes from ${file}: make it true of this one, or cut it.`,
		'Fill in reviewed (the day, such as 2026-06-16) when you have read the clause and every line here: until then nothing of it is published.',
	];
}

function headOf(
	read: ReadPlatform,
	topic: Topic,
	side: PlatformSide,
	prose: Prose | null,
): Record<string, unknown> {
	const { stance, best } = side;
	const plain = (text: string | undefined): string | undefined =>
		text && withoutMarks(text, read.regulations);
	const reading: Partial<TopicReading> = topic.reading ?? {};
	const fields = {
		platform: read.folder,
		agreement: path.posix.basename(best.agreement.path, '.md'),
		title: `${topic.name}: ${stance?.name ?? unwritten}`,
		topic: topic.id,
		quote: quoteOf(side),
		reviewed: null,
		lead: proseOf(prose, 'lead') ?? leadOf(side.platform.name, [side]).join(' '),
		whyItMatters:
			proseOf(prose, 'whyItMatters') ?? plain(reading.whyItMatters) ?? `${unwritten}: why it matters`,
		leavesOpen: proseOf(prose, 'leavesOpen') ?? plain(reading.leavesOpen),
		affected: affectedOf(prose, reading, plain),
		exposure: stance?.exposure && { ...stance.exposure, reason: plain(stance.exposure.reason) },
		regulations: lawsOn(read.regulations, topic.id).map(({ id, citation, asks }) => ({
			regulation: id,
			citation,
			touches: asks,
		})),
		jurisdictions: reading.jurisdictions?.map(({ place, differs }) => ({ place, differs: plain(differs) })),
		vendors: plain(reading.vendors),
		compliance: reading.compliance?.map(plain),
		diligence: reading.diligence?.map(plain),
		questions: reading.questions?.map(({ question, answer }) => ({ question, answer: plain(answer) })),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function affectedOf(
	prose: Prose | null,
	{ affected }: Partial<TopicReading>,
	plain: (text: string | undefined) => string | undefined,
): object | undefined {
	const people = proseOf(prose, 'people') ?? plain(affected?.people);
	const organisations = proseOf(prose, 'organisations') ?? plain(affected?.organisations);
	if (people === undefined && organisations === undefined) return undefined;
	return { ...(people && { people }), ...(organisations && { organisations }) };
}

/** A citation as prose has it: "(GDPR, Article 22)". */
function withoutMarks(text: string, regulations: readonly Regulation[]): string {
	const short = (id: string): string => regulations.find((each) => each.id === id)?.short ?? id;
	return citedParts(text)
		.map((part) => ('words' in part ? part.words : `(${short(part.regulation)}, ${part.citation})`))
		.join('');
}

/** The sentence that decides where it stands once, else the whole clause, told apart by what stands around it. */
function quoteOf({ best: { agreement, finding } }: PlatformSide): string | Quote {
	const day = agreement.versions.at(-1)?.fetched.slice(0, 10) ?? '';
	const clause = passageOf(agreement, finding.clause)?.text ?? finding.quote;
	for (const exact of [finding.quote, clause]) {
		const anchored = anchorQuote(agreement, { exact }, day);
		if (anchored.kind === 'found') return exact;
		if (anchored.refusal.why === 'several' && exact === clause)
			return { exact, ...anchored.refusal.telling[0] };
	}
	return clause;
}
