/** Tells that another page came in the place of an agreement, or gave way to it: one that says what a company sells, and binds nobody. */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { agreementEvidence, isAgreement, mayBeAgreement } from '../../text/agreement-evidence.ts';

/** A new edition keeps more words of the former one than this share, or is an agreement as well. */
export const mostKept = 0.1;

/** True where next to nothing of the text stayed, and of both texts one alone is an agreement. */
export function isOtherPage(ledger: Ledger, before: State, after: State): boolean {
	if (keptShare(ledger, before, after) > mostKept) return false;
	const [one, other] = [before, after].map((state) => agreementEvidence(textOf(ledger, state)));
	if (one === undefined || other === undefined) return false;
	return isAgreement(one) ? !mayBeAgreement(other) : isAgreement(other) && !mayBeAgreement(one);
}

function keptShare({ texts }: Ledger, before: State, after: State): number {
	const stands = new Set(Array.from(after.texts, (id) => (texts[id] as ClauseText).key));
	let [all, kept] = [0, 0];
	for (const id of before.texts) {
		const { key, words } = texts[id] as ClauseText;
		all += words;
		if (stands.has(key)) kept += words;
	}
	return all === 0 ? 0 : kept / all;
}

function textOf({ texts }: Ledger, state: State): string {
	return Array.from(state.texts, (id) => {
		const { kind, markdown } = texts[id] as ClauseText;
		return kind === 'heading' ? `# ${markdown}` : markdown;
	}).join('\n\n');
}
