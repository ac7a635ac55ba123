import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { topicDetector } from '../../src/analysis/topics/detector.ts';
import { readEditorial } from '../../src/archive/editorial.ts';
import { readVocabulary } from '../../src/archive/vocabulary.ts';
import { type ProvisionText, provisionSchema } from '../../src/model/editorial.ts';
import type { Ledger, State } from '../../src/model/ledger.ts';
import type { QuoteState } from '../../src/model/quote-history.ts';
import { root } from '../../src/root.ts';
import { ledgerOf } from '../../src/samples/sample-agreement.ts';
import { dayLength } from '../../src/text/day-length.ts';
import { type CapturedText, capturedTexts } from './captured-texts.ts';
import { type DemoAgreement, type DemoPlatform, loadDemoPlatforms } from './demo-platforms.ts';
import { editorialDirectory, momentOf, writtenTexts } from './editorial.ts';
import { captureChecks, demoToday } from './schedule.ts';

const platforms = loadDemoPlatforms();
const { provisions, posts, notes, pages, faults } = await readEditorial(editorialDirectory);
const content = path.join(root, 'src', 'content');
const { topics, regulations } = await readVocabulary(content);

describe('what people wrote for the demonstration', () => {
	it('can be read, and is enough to show what provisions, posts and notes are', () => {
		assert.deepEqual(faults, []);
		assert.ok(provisions.length >= 10);
		assert.ok(posts.length >= 3);
		assert.ok(notes.length >= 5);
	});

	it('speaks of most platforms, in at least two languages, and of many topics', () => {
		const spoken = new Set(provisions.map(({ platform }) => platform));
		assert.ok(spoken.size >= platforms.length - 1);
		const german = platforms.filter(({ language }) => language === 'de').map(({ name }) => name);
		assert.ok(german.some((name) => spoken.has(name)));
		assert.ok(new Set(provisions.map(({ topic }) => topic)).size >= 8);
	});

	it('names topics and regulations that there are', () => {
		const ids = new Set(topics.map(({ id }) => id));
		for (const { file, topic } of provisions) assert.ok(ids.has(topic), `${file}: ${topic}`);
		for (const { file, topics: named } of posts)
			for (const topic of named) assert.ok(ids.has(topic), `${file}: ${topic}`);
		const laws = new Set(regulations.map(({ id }) => id));
		for (const { file, regulations: touched } of provisions)
			for (const { regulation } of touched) assert.ok(laws.has(regulation), `${file}: ${regulation}`);
	});

	it('fills every field, and once none but the required ones', () => {
		const optional = Object.entries(provisionSchema.shape)
			.filter(([, field]) => field.safeParse(undefined).success)
			.map(([name]) => name as keyof ProvisionText);
		for (const name of optional)
			assert.ok(
				provisions.some((each) => isFilled(each[name])),
				name,
			);
		assert.ok(provisions.some((each) => optional.every((name) => !isFilled(each[name]))));
		for (const part of ['people', 'organisations'] as const)
			assert.ok(
				provisions.some(({ affected }) => affected?.[part] !== undefined),
				part,
			);
		const levels = new Set(provisions.map(({ exposure }) => exposure?.level));
		for (const level of provisionSchema.shape.exposure.unwrap().shape.level.options)
			assert.ok(levels.has(level), level);
		assert.ok(provisions.some(({ body }) => body === ''));
		assert.ok(provisions.some(({ body }) => body.includes('## ')));
		assert.ok(notes.some(({ body }) => body === ''));
		assert.ok(notes.some(({ body }) => body.includes('## ')));
	});

	for (const provision of provisions)
		it(`quotes what stood there on the day: ${provision.file}`, () => {
			const { texts, quoted } = historyOf(provision);
			const {
				exact,
				prefix = '',
				suffix = '',
			} = provision.quote as { exact: string; prefix?: string; suffix?: string };
			const times = (words: string) => (texts[quoted] ?? '').split(fold(words)).length - 1;
			assert.equal(times(`${prefix}${exact}${suffix}`), 1);
			// A prefix that is not needed would only make the quote more brittle.
			if (prefix !== '' || suffix !== '') assert.ok(times(exact) > 1);
		});

	it('shows every state that a quote can be in, and a quote that runs over several clauses', () => {
		const states = new Set(provisions.map((each) => stateOf(historyOf(each))));
		for (const state of ['current', 'reworded', 'removed', 'restored'] satisfies QuoteState[])
			assert.ok(states.has(state), state);
		assert.ok(provisions.some((each) => historyOf(each).clauses.length > 1));
	});

	it('gives the topics that people ask for first something to compare: four platforms at least', () => {
		const detect = topicDetector(topics);
		const found = new Map<string, Set<string>>();
		for (const platform of platforms)
			for (const agreement of platform.agreements)
				for (const wording of currentWordings(platform, agreement))
					for (const { topic } of detect(wording, platform.language))
						found.set(topic, (found.get(topic) ?? new Set()).add(platform.name));
		const asked = [
			'ai-training',
			'arbitration',
			'automatic-renewal',
			'class-action-waiver',
			'content-licence',
		];
		for (const topic of [...asked, 'liability-limit', 'sale-of-data', 'unilateral-change', 'age-limits'])
			assert.ok((found.get(topic)?.size ?? 0) >= 4, `${topic}: ${[...(found.get(topic) ?? [])]}`);
	});

	it('puts notes on changes that have a page, after they happened', () => {
		for (const { file, platform, agreement, change, written } of notes) {
			assert.ok(hasPage(agreementOf(platform, agreement).agreement, change), `${file}: ${change}`);
			assert.ok(written >= change, file);
		}
	});

	it('leads to changes that have a page', () => {
		const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-');
		const agreements = new Map<string, DemoAgreement>(
			platforms.flatMap(({ name, agreements }) =>
				agreements.map((each) => [`/${slug(name)}/${slug(each.name)}/`, each] as const),
			),
		);
		const links = [...provisions, ...posts, ...notes].flatMap(({ file, body }) =>
			[...body.matchAll(/\]\((\/[^)]*\/)(\d{4}-\d\d-\d\d)\/\)/g)].map(([, where = '', day = '']) => ({
				file,
				where,
				day,
			})),
		);
		assert.ok(links.length > 0);
		for (const { file, where, day } of links) {
			const agreement = agreements.get(where);
			assert.ok(agreement && hasPage(agreement, day), `${file}: ${where}${day}/`);
		}
	});

	it('was written in the time of the demonstration, after the archive had begun', async () => {
		const first = captureChecks(platforms)[0]?.moment as Date;
		const texts = await writtenTexts();
		assert.equal(texts.length, provisions.length + posts.length + notes.length + pages.length);
		for (const text of texts) {
			assert.ok(momentOf(text) > first && momentOf(text) < new Date(demoToday), text.file);
		}
		const days = texts.map(({ day }) => day);
		assert.deepEqual(days, days.toSorted());
	});
});

function hasPage({ revisions }: DemoAgreement, day: string): boolean {
	const shown = /^(first|substantive|numbers|reordered|minor|lost)$/;
	return revisions.some((revision) => revision.on === day && shown.test(revision.class));
}

function isFilled(value: unknown): boolean {
	return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

interface QuotedHistory {
	readonly days: readonly string[];
	/** What a reader sees of each version, without clause numbers, folded. */
	readonly texts: readonly string[];
	/** Version in force on the day of the quote. */
	readonly quoted: number;
	/** Whether the exact words stand in each version. */
	readonly stands: readonly boolean[];
	readonly ledger: Ledger;
	/** Clauses that the quote runs through. */
	readonly clauses: readonly number[];
}

const captured = new Map<DemoAgreement, { versions: readonly CapturedText[]; ledger: Ledger }>();

/** Captured once for all tests: it is most of what they cost. */
function capturedLedger(platform: DemoPlatform, agreement: DemoAgreement) {
	const known = captured.get(agreement);
	if (known !== undefined) return known;
	const versions = capturedTexts(platform, agreement);
	const made = { versions, ledger: ledgerOf(versions.map(({ text }) => text)) };
	captured.set(agreement, made);
	return made;
}

function historyOf(provision: ProvisionText): QuotedHistory {
	const { platform, agreement } = agreementOf(provision.platform, provision.agreement);
	const { versions, ledger } = capturedLedger(platform, agreement);
	const days = versions.map(({ day }) => day);
	const texts = ledger.states.map((state) => fold(wordings(ledger, state).join(' ')));
	const quoted = days.findLastIndex((day) => day <= (provision.quotedAsOf ?? provision.reviewed));
	const exact = fold(provision.quote.exact);
	const stands = texts.map((text) => text.includes(exact));
	const state = ledger.states[quoted] as State;
	const clauses = wordings(ledger, state).flatMap((wording, at) => {
		const [words, clause] = [fold(wording), state.clauses[at] as number];
		return words.includes(exact) || (words.length > 20 && exact.includes(words)) ? [clause] : [];
	});
	return { days, texts, quoted, stands, ledger, clauses };
}

function currentWordings(platform: DemoPlatform, agreement: DemoAgreement): readonly string[] {
	const { ledger } = capturedLedger(platform, agreement);
	const newest = ledger.states.at(-1);
	return newest === undefined ? [] : wordings(ledger, newest);
}

function wordings(ledger: Ledger, { texts }: State): readonly string[] {
	return [...texts].map((text) => {
		const { visible = '', number = '' } = ledger.texts[text] ?? {};
		return visible.slice(number.length).trim();
	});
}

/** As the model words it: away for longer than a failed capture lasts (30 days) and there again is restored. */
function stateOf({ days, stands, ledger, clauses }: QuotedHistory): QuoteState {
	const last = stands.length - 1;
	if (!stands[last]) {
		const clause = ledger.clauses[clauses[0] as number];
		return clause?.spans.at(-1)?.last === last ? 'reworded' : 'removed';
	}
	const first = stands.indexOf(true);
	const left = stands.findIndex((now, at) => at > first && !now);
	if (left < 0) return 'current';
	const back = stands.indexOf(true, left);
	const away = Date.parse(days[back] as string) - Date.parse(days[left] as string);
	return away > 30 * dayLength ? 'restored' : 'current';
}

function agreementOf(platform: string, agreement: string) {
	const found = platforms.find(({ name }) => name === platform);
	const terms = found?.agreements.find(({ name }) => name === agreement);
	assert.ok(found && terms, `${platform} ${agreement}`);
	return { platform: found, agreement: terms };
}

function fold(text: string): string {
	return text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
