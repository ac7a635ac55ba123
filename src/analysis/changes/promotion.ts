/** Tells a box that advertises something, or invites somewhere, from a clause of the agreement: it speaks of nothing binding and ends in a button. */

/** What came in, or went out, around a clause at once, the clause itself in it. */
export interface Block {
	readonly clauses: readonly BlockClause[];
	/** Place of the clause in the block. */
	readonly at: number;
}

interface BlockClause {
	readonly visible: string;
	readonly words: number;
	readonly linkOnly: boolean;
}

/** A box holds a title or two, a few words and a button. */
export const mostClauses = 6;
const mostWords = 80;

/** Words in which a sentence says what somebody does, may do, gets or is not to do. */
const binding =
	/\b(?:we|us|our|ours|i|you|your|yours|they|their|users?|members?|customers?|people|persons?|part(?:y|ies)|must|may|might|shall|will|would|should|can|could|cannot|not|no(?!-)|never|only|unless|if|prohibit\w*|allow\w*|permit\w*|requir\w*|agree\w*|consent\w*|right\w*|data|information|content|cookies?|privacy|liab\w*|fees?|law\w*|legal|applies|apply|effective|includ\w+)\b/i;
/** What no agreement does without in a sentence that binds, however friendly its voice is. */
const duty =
	/\b(?:must|may|shall|should|cannot|can['’]t|not|never|no(?!-)|prohibit\w*|allow\w*|permit\w*|requir\w*|agree\w*|consent\w*|rights?|privacy|liab\w*|law\w*|legal)\b/i;
/** The lists of words above are English: of a text in another language they would find nothing, whatever it says. */
const english = /\b(?:the|and|of|to|with|for|from|our|your)\b/i;
/** A link to a document is a reference, no button. */
const reference =
	/\b(?:polic(?:y|ies)|terms|conditions|notices?|guidelines?|rules|agreements?|statements?|standards?)\b/i;

/** @param visible of the clause that is judged, running text */
export function isPromotion({ clauses, at }: Block): boolean {
	const words = clauses.reduce((sum, clause) => sum + clause.words, 0);
	if (clauses.length > mostClauses || words > mostWords) return false;
	const isButton = ({ linkOnly, visible }: BlockClause): boolean => linkOnly && !reference.test(visible);
	const said = clauses[at]?.visible ?? '';
	return clauses.slice(at + 1).some(isButton) && english.test(said) && isInviting(said);
}

/** Agreements state; who exclaims wants something else of the reader. */
function isInviting(said: string): boolean {
	return !binding.test(said) || (/!\s*$/.test(said) && !duty.test(said));
}
