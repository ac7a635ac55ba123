/** Compares two agreements that a reader chooses, by clause or by topic. The address tells which, and how. */
import { sideBySideHtml, sideBySideSentence } from '../../site/topics/side-by-side.ts';
import type { TopicsFile } from '../../site/topics/topics-json.ts';
import { type AgreementTopicsFile, topicsOfAgreement } from '../../site/topics/topics-of-agreement.ts';
import { part } from '../elements.ts';
import { type AgreementPair, loadChoices, readPair, showPair, startPairForm } from './agreements-form.ts';
import { fetchTopics } from './platform-topics.ts';
import { drawClauses, dropClauses } from './two-texts.ts';

const form = part<HTMLFormElement>('[data-pair]');
const said = part<HTMLElement>('[data-said]');
const pairs = part<HTMLElement>('[data-pairs]');
const base = form.dataset.base ?? '/';

/** Counts what was asked for, so that a late answer does not replace a later question's. */
let asked = 0;

const files = new Map<string, Promise<TopicsFile>>();

/** What a file said once it says as long as the page is open; one that could not be had is asked for anew. */
function topicsOf(platform: string): Promise<TopicsFile> {
	const file = files.get(platform) ?? fetchTopics(base, platform);
	files.set(platform, file);
	file.catch(() => files.delete(platform));
	return file;
}

async function draw(pair: AgreementPair): Promise<void> {
	const question = ++asked;
	const isWanted = (): boolean => question === asked;
	pairs.replaceChildren();
	dropClauses();
	said.classList.remove('hidden');
	if (pair.a === '' || pair.b === '' || pair.a === pair.b) {
		said.textContent =
			pair.a !== '' && pair.a === pair.b ? 'Choose two different agreements.' : 'Choose two agreements.';
		return;
	}
	said.textContent = 'Loading …';
	try {
		const [one, other] = await Promise.all([ofAgreement(pair.a), ofAgreement(pair.b)]);
		if (!isWanted()) return;
		const by = pair.by === '' ? usualWay(one, other) : pair.by;
		showPair({ ...pair, by });
		// The clauses have the same sentence above them, larger.
		said.classList.toggle('hidden', by === 'clause');
		if (by === 'topic') drawTopics(one, other);
		else await drawClauses([one, other], isWanted, (words) => (said.textContent = words));
	} catch (error) {
		if (!isWanted()) return;
		said.classList.remove('hidden');
		said.textContent = `They could not be compared (${error instanceof Error ? error.message : error}).`;
	}
}

/** @param path `pellmell/privacy-policy` */
async function ofAgreement(path: string): Promise<AgreementTopicsFile> {
	const [platform = '', agreement = ''] = path.split('/');
	const topics = topicsOfAgreement(await topicsOf(platform), agreement);
	if (topics === null) throw new Error('the page is older than its data: load it anew');
	return topics;
}

/** Agreements of one platform in one language have clauses in common; others have topics. */
function usualWay(one: AgreementTopicsFile, other: AgreementTopicsFile): 'clause' | 'topic' {
	const [language, another] = [one, other].map(({ agreement }) => agreement.language.split('-')[0]);
	return one.address === other.address && language === another ? 'clause' : 'topic';
}

function drawTopics(one: TopicsFile, other: TopicsFile): void {
	pairs.innerHTML = sideBySideHtml(one, other, (id) => `${base}topics/${id}/`);
	said.textContent = sideBySideSentence(one, other);
}

async function start(): Promise<void> {
	part<HTMLElement>('[data-without]').hidden = true;
	said.textContent = 'Loading …';
	const choices = await loadChoices();
	const pair = readPair(choices);
	startPairForm(choices, (chosen) => void draw(chosen));
	showPair(pair);
	await draw(pair);
}

start().catch((error: unknown) => {
	said.textContent = `The list of agreements could not be loaded (${error instanceof Error ? error.message : error}).`;
});
