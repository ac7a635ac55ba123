/** Begins the page of a provision: finds the clause, fills in what the archive knows, and leaves to people what only they can write. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { refusalComplaint, unknownName } from '../analysis/editorial/complaints.ts';
import { anchorQuote, type Quote } from '../analysis/quotes/anchor-quote.ts';
import type { Surroundings } from '../analysis/quotes/surroundings.ts';
import { topicDetector } from '../analysis/topics/detector.ts';
import { readCollection } from '../archive/collection.ts';
import { type History, readHistory } from '../archive/history.ts';
import { openRepository } from '../archive/repository.ts';
import { readVocabulary } from '../archive/vocabulary.ts';
import { readAgreements, vocabularyFolder } from '../load/load-archive.ts';
import type { Agreement } from '../model/archive.ts';
import { provisionSchema } from '../model/editorial.ts';
import { Fault } from '../model/fault.ts';
import type { ClauseText, State } from '../model/ledger.ts';
import type { QuoteHistory } from '../model/quote-history.ts';
import type { Topic } from '../model/topic.ts';
import { validate } from '../model/validation.ts';
import { assignSlugs } from '../text/slugs.ts';

export interface ProvisionRequest {
	readonly platform: string;
	readonly agreement: string;
	readonly quote: Quote;
	/** `YYYY-MM-DD`: the quote must stand in the text of this day. */
	readonly reviewed: string;
	readonly title?: string | undefined;
	/** `Topic.id`; left out: proposed. */
	readonly topic?: string | undefined;
}

export interface ProposedProvision {
	/** The file that was written. */
	readonly file: string;
	readonly agreement: Agreement;
	readonly history: QuoteHistory;
	/** The clauses as they stood on the day of the review. */
	readonly clauses: readonly string[];
	/** `Topic.id` of each topic that was found on them; the first is the one written, unless another was asked for. */
	readonly topics: readonly string[];
}

const unwritten = 'TODO';

/**
 * @param directory of the collection
 * @throws Fault where the quote or what is named is not there, or the file is; nothing is written then
 */
export async function proposeProvision(
	directory: string,
	request: ProvisionRequest,
): Promise<ProposedProvision> {
	validate(provisionSchema.shape.reviewed, request.reviewed, '--reviewed', 'Name a day, such as 2026-06-16.');
	const { topics } = await readVocabulary(vocabularyFolder());
	if (request.topic !== undefined) refuseUnknown('topic', request.topic, ids(topics));
	const agreement = await readAgreement(directory, request);
	const anchored = anchorQuote(agreement, request.quote, request.reviewed);
	if (anchored.kind === 'refused') throw refusalFault(anchored.refusal, request, agreement);
	const { history } = anchored;
	const clauses = clausesOf(agreement, history);
	const found = topicsOf(clauses, agreement.language, topics);
	const file = fileOf(directory, request, found);
	await writeNew(file, pageOf(request, request.topic ?? found[0] ?? unwritten));
	return { file, agreement, history, clauses, topics: found };
}

function ids(topics: readonly Topic[]): readonly string[] {
	return topics.map(({ id }) => id);
}

function refuseUnknown(field: string, name: string, names: readonly string[]): void {
	if (names.includes(name)) return;
	const { what, remedy } = unknownName(field, name, names);
	throw new Fault(what, 'npm run new-provision', remedy);
}

async function readAgreement(
	directory: string,
	{ platform, agreement }: ProvisionRequest,
): Promise<Agreement> {
	const { versions } = await readCollection(directory);
	const repository = await openRepository(path.join(directory, versions));
	const history = await readHistory(repository);
	refuseUnknown('platform', platform, namesOf(history, ''));
	refuseUnknown('agreement', agreement, namesOf(history, `${platform}/`));
	const files = new Set([`${platform}/${agreement}.md`]);
	const [found] = await readAgreements(repository.directory, history, files);
	return found?.agreements[0] as Agreement;
}

/** What stands right below a folder of the archive: platforms, or the agreements of one. */
function namesOf({ versions }: History, folder: string): readonly string[] {
	const below = [...versions.keys()].filter((file) => file.startsWith(folder));
	const names = below.map((file) => file.slice(folder.length).split('/')[0] as string);
	return [...new Set(names.map((name) => path.basename(name, '.md')))];
}

function refusalFault(
	refusal: Parameters<typeof refusalComplaint>[0],
	{ quote, reviewed, platform, agreement: title }: ProvisionRequest,
	{ versions }: Agreement,
): Fault {
	const { what, remedy } = refusalComplaint(refusal, quote, reviewed, versions);
	const where = `${platform} › ${title}`;
	if (!('places' in refusal)) return new Fault(what, where, remedy);
	const places = refusal.places.map(placeInWords).join('\n');
	return new Fault(what, where, `Say which is meant by --prefix or --suffix. They stand here:\n${places}`);
}

function placeInWords({ prefix, suffix }: Surroundings): string {
	return `    … ${prefix} [the quote] ${suffix} …`;
}

function clausesOf({ ledger }: Agreement, { clauses, verified }: QuoteHistory): readonly string[] {
	const state = ledger.states[verified] as State;
	return clauses.map((clause) => {
		const text = state.texts[state.clauses.indexOf(clause)] as number;
		return (ledger.texts[text] as ClauseText).visible;
	});
}

function topicsOf(clauses: readonly string[], language: string, topics: readonly Topic[]): readonly string[] {
	const detect = topicDetector(topics);
	return [...new Set(clauses.flatMap((text) => detect(text, language)).map(({ topic }) => topic))];
}

/** Named after the title; else after the topic; else after the first words of the quote. */
function fileOf(
	directory: string,
	{ platform, title, topic, quote }: ProvisionRequest,
	found: readonly string[],
): string {
	const name = title ?? topic ?? found[0] ?? quote.exact.trim().split(/\s+/).slice(0, 6).join(' ');
	const slug = assignSlugs([name]).get(name) as string;
	return path.join(directory, 'provisions', platform, `${slug}.mdx`);
}

/** The optional fields as comments: to be filled where there is something to say, and removed otherwise. */
const optionalFields = `# Optional: remove the # where there is something to say, and the line where there is not.
# author: Your name
# quotedAsOf: 2026-06-16        # for a clause that is gone: a day on which it stood
# leavesOpen: What the text leaves open.
# affected:
#   people: Whom it concerns.
#   organisations: Which of them, and how.
# exposure:
#   level: medium               # low, medium or high
#   reason: Why.
# regulations:
#   - regulation: gdpr          # a file of src/content/regulations
#     citation: Art. 6
#     touches: How the clause and the law meet.
# jurisdictions:
#   - place: Germany
#     differs: What is different there.
# enforcement: What happens to whoever breaks it.
# vendors: What it means for contracts with those who rely on the platform.
# compliance:
#   - What must be kept in mind.
# diligence:
#   - A step to take.
# questions:
#   - question: What people ask.
#     answer: The answer.
`;

/** Exported for tests: whatever the texts are, they come out of the head as they went in. */
export function pageOf(
	{ platform, agreement, title, quote, reviewed }: ProvisionRequest,
	topic: string,
): string {
	const { exact, prefix, suffix } = quote;
	const folded = exact.replace(/\s+/g, ' ').trim();
	const alone = prefix === undefined && suffix === undefined;
	const fields = {
		platform,
		agreement,
		title: title ?? `${unwritten}: what the clause does, in a few words`,
		topic,
		quote: alone ? folded : { exact: folded, ...(prefix && { prefix }), ...(suffix && { suffix }) },
		reviewed,
		lead: `${unwritten}: one sentence in plain language`,
		whyItMatters: `${unwritten}: why it matters, and to whom`,
	};
	return `---\n${stringify(fields, { lineWidth: 100 })}${optionalFields}---\n`;
}

async function writeNew(file: string, text: string): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
		throw new Fault(
			'there is such a file already',
			file,
			'Nothing was written. Choose another title (--title): it gives the file its name.',
			error,
		);
	});
}

/** What the archive knows of the clause, a line each. */
export function formatProposed({
	file,
	agreement,
	history,
	clauses,
	topics,
}: ProposedProvision): readonly string[] {
	const dayOf = (version: number): string => agreement.versions[version]?.fetched.slice(0, 10) ?? '';
	const [topic = 'none was found: name one of src/content/topics', ...others] = topics;
	const further = others.length === 0 ? '' : `, also ${others.join(', ')}`;
	return [
		...clauses.map((text) => `clause   ${text}`),
		`number   ${history.number || 'none'}`,
		`anchor   #${history.anchor}`,
		`stands   since ${dayOf(history.firstSeen)}, in these words since ${dayOf(history.inTheseWordsSince)}`,
		`today    ${history.state}`,
		`topic    ${topic}${further} (found by rule: judge yourself)`,
		`written  ${file}`,
		`to do    what says ${unwritten}: until it is written, npm run check and the build refuse the file`,
	];
}
