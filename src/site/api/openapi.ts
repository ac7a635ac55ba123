/** The API described for programs: OpenAPI 3.1.1 (https://spec.openapis.org/oas/v3.1.1), of the schemas that type its answers. */
import { z } from 'zod';
import * as answers from '../../model/api-answers.ts';
import { apiAddress, apiFiles, apiVersion } from '../addresses/api-urls.ts';

/** Schemas with a name of their own in the document. */
const shared: Readonly<Record<string, z.ZodType>> = {
	Index: answers.apiIndex,
	Platform: answers.platformAnswer,
	Agreement: answers.agreementAnswer,
	AgreementVersion: answers.agreementVersion,
	Clauses: answers.clausesAnswer,
	ClauseRow: answers.clauseRow,
	TextVersion: answers.textVersion,
	Month: answers.monthAnswer,
	Change: answers.changeAnswer,
	Topic: answers.topicAnswer,
	Stance: answers.stance,
	Quote: answers.quote,
	Name: answers.named,
	Feeds: answers.feeds,
	WordEdit: answers.wordEdit,
	Provisions: answers.provisionsAnswer,
	Status: answers.statusAnswer,
	Lookup: answers.lookupAnswer,
};

/** What an answer is, whatever it is asked for. */
export interface Operation {
	readonly id: string;
	/** Below the API's folder, parameters in braces. */
	readonly file: string;
	readonly answer: string;
	readonly summary: string;
	readonly description?: string;
}

/** Parameters by their names in the templates. */
const parameters: Readonly<Record<string, string>> = {
	platform: 'Id of a platform, see the index.',
	agreement: 'Id of an agreement of the platform, see its answer.',
	month: 'YYYY-MM, see `months` of the index.',
	topic: 'Id of a topic, see the index.',
};

const howToCompose = `How a text is put together, and what else comes of this answer:

- **The text of a version**: take \`text\` of the version; of \`rows\`, in their order, keep those of which a pair in \`stands\` holds that number (first ≤ text ≤ last). They are the clauses in the order of the document.
- **The version of a day**: of the versions whose \`fetched\` is not after the end of that day (UTC), the last in the list.
- **The history of a clause**: of the rows with its name, for each version in order, the one that stands in the text of that version.
- **What differs between two versions**: put both together and compare clause by clause, by name.

\`src/site/api/compose.ts\` does these four in a hundred lines. Links and emphasis are not in the rows: \`git show <commit>:<path>\` in the repository gives the text as it was recorded.`;

export const operations: readonly Operation[] = [
	{
		id: 'index',
		file: apiFiles.index,
		answer: 'Index',
		summary: 'What there is, and where',
	},
	{
		id: 'lookup',
		file: apiFiles.lookup,
		answer: 'Lookup',
		summary:
			'Addresses by names: of agreements, by what they are fetched from too; topics, regulations, provisions',
	},
	{
		id: 'platform',
		file: apiFiles.platform('{platform}'),
		answer: 'Platform',
		summary:
			'A platform: its agreements, and which side it takes on which topic, with the clauses that prove it',
	},
	{
		id: 'agreement',
		file: apiFiles.agreement('{platform}', '{agreement}'),
		answer: 'Agreement',
		summary: 'An agreement: where it comes from, and every recorded version with what changed in it',
	},
	{
		id: 'clauses',
		file: apiFiles.clauses('{platform}', '{agreement}'),
		answer: 'Clauses',
		summary: 'Every clause of an agreement in every wording: any version’s text, any clause’s history',
		description: howToCompose,
	},
	{
		id: 'month',
		file: apiFiles.month('{month}'),
		answer: 'Month',
		summary: 'The changes of a month',
	},
	{
		id: 'topic',
		file: apiFiles.topic('{topic}'),
		answer: 'Topic',
		summary: 'A topic: which platform takes which side, with the clause that shows it most plainly',
	},
	{
		id: 'provisions',
		file: apiFiles.provisions,
		answer: 'Provisions',
		summary: 'Clauses that a person explained',
	},
	{
		id: 'status',
		file: apiFiles.status,
		answer: 'Status',
		summary: 'How the capture of each agreement stands',
	},
];

const about = `An archive of agreements as JSON files that lie beside its pages: no key, no limit but the host's. A file that is not there is answered with 404.

- **Addresses** stay. A platform or an agreement that was renamed is found under its former names too.
- **From other sites**: a browser may read the answers where the host allows it. GitHub Pages sends \`Access-Control-Allow-Origin: *\`.
- **Quotes** are words of the agreements. Each stands beside the commit whose text holds it and the address where it is to be read. Sides on topics are found by rule, not reviewed; sentences on changes are computed.
- **Moments** are when the robot fetched a page: a text may have been there before.
- **New fields** may come at any time; none goes within version ${apiVersion}.`;

/** @param of the collection and the program */
export function openApiDocument({
	name,
	engine,
	licence,
}: {
	readonly name: string;
	readonly engine: string;
	readonly licence: { readonly name: string; readonly address: string } | undefined;
}): Record<string, unknown> {
	return {
		openapi: '3.1.1',
		info: {
			title: `${name}: API`,
			version: `${apiVersion}.0.0`,
			summary: 'What platforms’ agreements say, said, and when that changed',
			description: `${about}\n\nMade by ${engine}.`,
			...(licence === undefined ? {} : { license: { name: licence.name, url: licence.address } }),
		},
		servers: [{ url: apiAddress('').replace(/\/$/, '') }],
		paths: Object.fromEntries(operations.map((operation) => [`/${operation.file}`, pathItem(operation)])),
		components: { schemas: schemas() },
	};
}

function pathItem({ id, file, answer, summary, description }: Operation): object {
	const names = [...file.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
	const content = { 'application/json': { schema: { $ref: refOf(answer) } } };
	return {
		get: {
			operationId: id,
			summary,
			...(description === undefined ? {} : { description }),
			...(names.length === 0 ? {} : { parameters: names.map(parameterOf) }),
			responses: {
				200: { description: summary, content },
				...(names.length === 0 ? {} : { 404: { description: 'There is none of this name.' } }),
			},
		},
	};
}

function parameterOf(name: string): object {
	const schema = { type: 'string' };
	return { name, in: 'path', required: true, description: parameters[name], schema };
}

function refOf(id: string): string {
	return `#/components/schemas/${id}`;
}

/** Open: a program must not refuse what a later release adds. */
function schemas(): object {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(shared)) registry.add(schema, { id });
	const made = z.toJSONSchema(registry, { uri: refOf, io: 'input', override: withoutNoise });
	return Object.fromEntries(
		Object.entries(made.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]),
	);
}

/** Bounds of JavaScript's numbers, and what a format says already. */
function withoutNoise({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
	const { minimum, maximum, format } = jsonSchema;
	if (minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
	if (maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
	if (format !== undefined) delete jsonSchema.pattern;
}
