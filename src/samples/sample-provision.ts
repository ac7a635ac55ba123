/** A provision for the tests of this room, its quote followed by the real analysis. */
import { anchorQuote } from '../analysis/quotes/anchor-quote.ts';
import type { Archive, Provision } from '../model/archive.ts';
import { provisionSchema } from '../model/editorial.ts';

export interface ProvisionSketch {
	readonly platform: string;
	readonly agreement: string;
	readonly slug: string;
	readonly quote: string;
	readonly reviewed: string;
	/** Fields of the file beside those that it must have. */
	readonly fields?: Readonly<Record<string, unknown>>;
	readonly body?: string;
}

/** The archive with these clauses explained. */
export function withProvisions(archive: Archive, ...sketches: readonly ProvisionSketch[]): Archive {
	return { ...archive, provisions: sketches.map((sketch) => sampleProvision(archive, sketch)) };
}

function sampleProvision(archive: Archive, sketch: ProvisionSketch): Provision {
	const found = archive.platforms.find(({ name }) => name === sketch.platform);
	const agreement = found?.agreements.find(({ name }) => name === sketch.agreement);
	if (found === undefined || agreement === undefined) throw new Error('the sample holds no such agreement');
	const {
		platform,
		agreement: _,
		...fields
	} = provisionSchema.parse({
		platform: sketch.platform,
		agreement: sketch.agreement,
		title: 'Your account may end at once',
		topic: 'termination',
		quote: sketch.quote,
		reviewed: sketch.reviewed,
		lead: 'They may close your account without telling you first.',
		whyItMatters: 'You lose what you keep there.',
		...sketch.fields,
	});
	const file = `provisions/${platform}/${sketch.slug}.mdx`;
	const written = {
		...fields,
		file,
		slug: sketch.slug,
		body: sketch.body ?? '',
		bodyLine: 12,
		fieldLines: {},
	};
	const anchored = anchorQuote(agreement, fields.quote, fields.quotedAsOf ?? fields.reviewed);
	if (anchored.kind === 'refused')
		throw new Error(`the sample does not hold the quote: ${anchored.refusal.why}`);
	return { ...written, platform: found, agreement, history: anchored.history };
}
