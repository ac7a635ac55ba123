/** A provision for the tests of this room: a quote that stands inside one clause, followed word for word and as that clause. */
import type { Agreement, Archive, Provision } from '../model/archive.ts';
import { provisionSchema } from '../model/editorial.ts';
import type { QuoteFit, QuoteHistory, QuoteState } from '../model/quote-history.ts';

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
	const written = { ...fields, file, slug: sketch.slug, body: sketch.body ?? '', bodyLine: 12 };
	return { ...written, platform: found, agreement, history: historyOf(agreement, sketch) };
}

function historyOf({ ledger, versions }: Agreement, { quote, reviewed }: ProvisionSketch): QuoteHistory {
	const holding = ledger.texts.findIndex(({ visible }) => visible.includes(quote));
	const clauses = ledger.states.flatMap(({ clauses: all, texts }) => all[texts.indexOf(holding)] ?? []);
	const clause = clauses[0] ?? -1;
	const texts = ledger.states.map((state) => ledger.texts[state.texts[state.clauses.indexOf(clause)] ?? -1]);
	const fitAt = texts.map((text): QuoteFit => {
		if (text === undefined) return 'none';
		return text.visible.includes(quote) ? 'exact' : 'clause';
	});
	const fits: { first: number; last: number; fit: QuoteFit }[] = [];
	for (const [version, fit] of fitAt.entries()) {
		const last = fits.at(-1);
		if (last?.fit === fit) last.last = version;
		else fits.push({ first: version, last: version, fit });
	}
	const read = versions.findLastIndex(
		({ fetched }, at) => fetched.slice(0, 10) <= reviewed && fitAt[at] === 'exact',
	);
	const verified = read < 0 ? fitAt.indexOf('exact') : read;
	const seen = fits.find(({ first, last }) => first <= verified && verified <= last);
	const after = fits.find(({ first, fit }) => first > verified && fit !== 'exact');
	const state = stateOf(fitAt);
	return {
		state,
		clauses: [clause],
		anchor: ledger.clauses[clause]?.anchor ?? '',
		number: texts.findLast((text) => text !== undefined)?.number ?? '',
		verified,
		times: 1,
		fits,
		firstSeen: fitAt.findIndex((fit) => fit !== 'none'),
		inTheseWordsSince: seen?.first ?? 0,
		movedOn: state === 'reworded' || state === 'removed' ? (after?.first ?? null) : null,
	};
}

function stateOf(fits: readonly QuoteFit[]): QuoteState {
	const last = fits.at(-1);
	if (last === 'none') return 'removed';
	if (last !== 'exact') return 'reworded';
	return fits.slice(fits.indexOf('exact')).includes('none') ? 'restored' : 'current';
}
