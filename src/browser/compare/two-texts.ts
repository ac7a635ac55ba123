/** Draws two agreements clause by clause: the worker that compares two days compares them, and the redline is the same. */
import { documentOf, labelOf } from '../../site/addresses/language-attributes.ts';
import type { RedlineFrame } from '../../site/redline/redline-html.ts';
import { type AgreementTopicsFile, tellApart } from '../../site/topics/topics-of-agreement.ts';
import { escapeHtml } from '../../text/escape.ts';
import { part } from '../elements.ts';
import { type ComparedPair, comparePair } from './comparisons.ts';
import { drawOutcome, drawSurroundings } from './draw-outcome.ts';

const root = part<HTMLElement>('[data-compare]');
const places = {
	head: part<HTMLElement>('[data-head]'),
	body: part<HTMLElement>('[data-body]'),
	foot: part<HTMLElement>('[data-foot]'),
	toolbar: part<HTMLElement>('[data-toolbar]'),
};

const foreign = part<HTMLElement>('[data-foreign]');

let latest: ComparedPair | undefined;

/** What stood goes, and the worker that held it. */
export function dropClauses(): void {
	latest?.close();
	latest = undefined;
	root.hidden = true;
	for (const place of [places.head, places.body, places.foot]) place.replaceChildren();
}

/**
 * @param two of one agreement each
 * @param isWanted false once something else was asked for
 * @throws Error where they cannot be had or read
 */
export async function drawClauses(
	two: readonly [AgreementTopicsFile, AgreementTopicsFile],
	isWanted: () => boolean,
	say: (words: string) => void,
): Promise<void> {
	const [one, other] = two;
	const named = tellApart(one, other);
	const addresses = [
		`${one.agreement.address}ledger.json.gz`,
		`${other.agreement.address}ledger.json.gz`,
	] as const;
	const compared = await comparePair(addresses, {
		named,
		frame: frameOf(two),
		attributes: attributesOf(other),
	});
	if (!isWanted()) return compared.close();
	latest = compared;
	root.hidden = false;
	drawOutcome(places, compared.outcome);
	foreign.textContent = foreignNote(two);
	say(`${compared.outcome.sentence}. ${foreign.textContent}`);
	if (compared.outcome.differs) drawSurroundings(root, await compared.surroundings());
}

function frameOf([one, other]: readonly [AgreementTopicsFile, AgreementTopicsFile]): RedlineFrame {
	return {
		own: labelOf(other.agreement),
		until: one.platform,
		from: other.platform,
		whole: other.agreement.address,
	};
}

function attributesOf({ agreement }: AgreementTopicsFile): string {
	const { lang, dir } = documentOf(agreement);
	return `${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`} dir="${dir}"`;
}

function foreignNote(two: readonly [AgreementTopicsFile, AgreementTopicsFile]): string {
	const [one, other] = two.map(({ agreement }) => agreement.language.split('-')[0]);
	return one === other ? '' : 'They are in different languages, so hardly a clause can match.';
}
